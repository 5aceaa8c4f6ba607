/** What the judge proposes for a category with a prompt: apart from what people rated, with the words it rests on. */
import type { Category, JudgeProposal as Proposal } from '@rapport/contract';
import { useHolds } from '../accounts/use-me.ts';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { JudgeMoments } from '../judge/JudgeMoments.tsx';
import { useAskProposal, useJudge, useProposals } from '../judge/use-judge.ts';

interface JudgeProposalProps {
  reviewId: string;
  category: Category;
}

export function JudgeProposal({ reviewId, category }: JudgeProposalProps) {
  const { data: judge } = useJudge();
  const mayAsk = useHolds('reviewer') && judge?.on === true;
  const proposals = useProposals(reviewId);
  const asking = useAskProposal(reviewId);
  const known = (proposals.data ?? []).filter(({ categoryId }) => categoryId === category.id);
  const isAnswered = known.some(({ model, host }) => model === judge?.model && host === judge.host);
  const budget = judge?.budget ?? null;
  const isSpent = budget !== null && budget.used >= budget.perDay;
  return (
    <div className="judge-proposal">
      {known.map((one) => (
        <OneProposal key={`${one.model} ${one.host} ${one.judgedAt}`} proposal={one} category={category} />
      ))}
      {known.length === 0 && proposals.isSuccess ? (
        <p className="caption">
          {mayAsk ? 'No judge was asked about it yet.' : 'People alone rated this one; no judge was asked.'}
        </p>
      ) : null}
      {mayAsk && !isAnswered ? (
        <>
          <p>
            <Button
              size="small"
              blocked={asking.isPending ? 'It is being asked' : isSpent ? 'Today’s budget is used up' : undefined}
              onClick={() => asking.mutate(category.id)}
            >
              {asking.isPending ? 'Asking …' : 'Ask the judge for a proposal'}
            </Button>
          </p>
          <p className="caption">
            {judge.whatLeaves}
            {budget === null ? '' : ` Today: ${budget.used} of ${budget.perDay} ${budget.unit}.`}
          </p>
        </>
      ) : null}
      <p className="second" role="status">
        {asking.data?.trouble ? `Not rated by the judge: ${asking.data.trouble.sentence}` : ''}
      </p>
      {asking.isError ? <ErrorState error={asking.error} /> : null}
    </div>
  );
}

function OneProposal({ proposal, category: { scale } }: { proposal: Proposal; category: Category }) {
  const { chosen, model, rubricVersion, moments } = proposal;
  const point = chosen === null ? 'N/A' : (scale.labels[chosen - 1] ?? `point ${chosen}`);
  return (
    <>
      <p>
        The judge proposes <b className="bold">{point}</b>.{' '}
        <span className="caption">
          {model} by {rubricVersion}; it counts nowhere
        </span>
      </p>
      <JudgeMoments moments={moments} />
    </>
  );
}
