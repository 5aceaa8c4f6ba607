/** What a language model says about one quality, beside the scorecard and never in it. Nothing at all while there is no judge. */
import { type JudgeOpinion, type JudgeState, type QualityId, qualityWords } from '@rapport/contract';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { verdictName } from '../design/level-words.ts';
import { Section } from '../design/Section.tsx';
import { JudgeMoments } from './JudgeMoments.tsx';
import { useAskJudge, useJudge, useOpinions } from './use-judge.ts';

interface JudgePanelProps {
  conversationId: string;
  agentId: string | undefined;
  quality: QualityId | undefined;
}

export function JudgePanel({ conversationId, agentId, quality }: JudgePanelProps) {
  const { data: judge } = useJudge();
  if (judge?.on !== true || agentId === undefined) return null;
  return (
    <Section title="Second opinion" beside={`${judge.model} at ${judge.host}`}>
      {quality === undefined ? (
        <p className="second">Choose a quality in the scorecard to ask about it.</p>
      ) : (
        // A new question begins without the trouble of the one before.
        <OpinionOf key={`${conversationId} ${agentId} ${quality}`} {...{ conversationId, agentId, quality, judge }} />
      )}
    </Section>
  );
}

interface OpinionProps {
  conversationId: string;
  agentId: string;
  quality: QualityId;
  judge: JudgeState;
}

function OpinionOf({ conversationId, agentId, quality, judge }: OpinionProps) {
  const opinions = useOpinions(conversationId);
  const asking = useAskJudge(conversationId);
  const known = (opinions.data?.opinions ?? []).filter((one) => one.agentId === agentId && one.quality === quality);
  const isAnswered = known.some(
    (one) => one.model === judge.model && one.host === judge.host && one.rubricVersion === judge.rubricVersion,
  );
  const { budget } = judge;
  const isSpent = budget !== null && budget.used >= budget.perDay;
  return (
    <>
      {known.map((one) => (
        <OneOpinion key={`${one.model} ${one.host} ${one.rubricVersion} ${one.judgedAt}`} opinion={one} />
      ))}
      {isAnswered ? null : (
        <p>
          <Button
            size="small"
            blocked={asking.isPending ? 'It is being asked' : isSpent ? 'Today’s budget is used up' : undefined}
            onClick={() => asking.mutate({ quality, agentId })}
          >
            {asking.isPending ? 'Asking …' : `Ask about ${qualityWords[quality].name.toLowerCase()}`}
          </Button>
        </p>
      )}
      <p className="second" role="status">
        {asking.data?.trouble ? `${asking.data.trouble.sentence} The score above stands.` : ''}
      </p>
      {asking.isError ? <ErrorState error={asking.error} /> : null}
      <p className="caption">
        {judge.whatLeaves}
        {budget === null ? '' : ` Today: ${budget.used} of ${budget.perDay} ${budget.unit}.`}
      </p>
    </>
  );
}

function OneOpinion({ opinion }: { opinion: JudgeOpinion }) {
  return (
    <>
      <p>
        <b className="bold">{verdictName(opinion.verdict)}</b>{' '}
        <span className="caption">
          says {opinion.model} by {opinion.rubricVersion}; it counts nowhere
        </span>
      </p>
      <JudgeMoments moments={opinion.moments} />
    </>
  );
}
