/** What a small model has learned of a category from the team's own reviews, and how well it does on ones it has not seen. */
import {
  type CategoryModelAnswer,
  call,
  fewestExamples,
  fewestOfEachOutcome,
  getCategoryModel,
  learnCategory,
} from '@rapport/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { numberWords, shareWords } from '../design/estimate-words.ts';
import { actWords, either } from './scorecard-words.ts';

interface ExampleFieldsProps {
  scorecardId: string;
  categoryId: string;
  isReadOnly: boolean;
}

const busyMs = 1_500;

export function ExampleFields({ scorecardId, categoryId, isReadOnly }: ExampleFieldsProps) {
  const params = { scorecardId, categoryId };
  const key = ['category-model', scorecardId, categoryId];
  const queries = useQueryClient();
  const model = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(getCategoryModel, { params, signal }),
    // A category that was just added is on its way to the server.
    retry: 3,
    retryDelay: busyMs,
    refetchInterval: ({ state }) => (state.data?.state === 'learning' ? busyMs : false),
  });
  const learn = useMutation({
    mutationFn: () => call(learnCategory, { params }),
    onSuccess: (answer) => queries.setQueryData(key, answer),
  });
  const isBusy = model.data?.state === 'learning' || learn.isPending;
  return (
    <div className="example-fields">
      <p className="second" role="status">
        {model.data === undefined ? 'Looking at what was learned.' : learnedWords(model.data)}
      </p>
      {model.data === undefined ? null : <Ground answer={model.data} />}
      {model.error || learn.error ? <ErrorState error={learn.error ?? model.error} /> : null}
      {isReadOnly || model.data === undefined ? null : (
        <p>
          <Button size="small" blocked={isBusy ? 'It is being learned' : undefined} onClick={() => learn.mutate()}>
            {isBusy ? 'Learning …' : model.data.learnedAt === null ? 'Learn from our reviews' : 'Learn it anew'}
          </Button>{' '}
          <Link to="/scorecard/past-reviews" className="caption">
            bring past reviews
          </Link>
        </p>
      )}
    </div>
  );
}

/** What can be said of it, in one or two sentences. */
export function learnedWords({ state, n, met, missed }: CategoryModelAnswer): string {
  if (state === 'learning') return 'A worker reads the reviews of this category now.';
  if (state === 'none') {
    return `It learns from reviews of this category and from past ones of the same name; ${fewestExamples} are enough to begin.`;
  }
  if (state === 'too-few') {
    const needed = n < fewestExamples ? `${n} of ${fewestExamples} reviews.` : `${met} met and ${missed} missed.`;
    return `Not enough yet: ${needed} It needs at least ${fewestOfEachOutcome} of each outcome.`;
  }
  const of = `Learned from ${n} reviews, ${met} met and ${missed} missed.`;
  return state === 'ready'
    ? `${of} It stands beside people’s ratings in each review from now on.`
    : `${of} On reviews it has not seen it may be no better than luck, so it judges nothing.`;
}

function Ground({ answer: { accuracy, kappa, commoner, signs, state } }: { answer: CategoryModelAnswer }) {
  if (accuracy === null || kappa === null || commoner === null || state === 'learning') return null;
  const towards = (side: 'met' | 'missed') =>
    signs
      .filter((one) => one.towards === side)
      .map((one) => `${one.side === 'agent' ? 'the agent' : 'the customer'}: ${actWords(one.act)}`);
  const beyond =
    kappa.value === null || kappa.lower === null || kappa.upper === null
      ? 'cannot be told'
      : `${numberWords(kappa.value, 2)}, likely ${numberWords(kappa.lower, 2)} to ${numberWords(kappa.upper, 2)}`;
  return (
    <dl className="example-ground">
      <dt>Calls it as people did</dt>
      <dd>
        {shareWords(accuracy).sentence}; always saying the commoner would be right {Math.round(commoner * 100)} in 100
      </dd>
      <dt>Agreement beyond luck</dt>
      <dd>{beyond}</dd>
      {towards('met').length > 0 ? (
        <>
          <dt>Speaks for it</dt>
          <dd>{either(towards('met'))}</dd>
        </>
      ) : null}
      {towards('missed').length > 0 ? (
        <>
          <dt>Speaks against it</dt>
          <dd>{either(towards('missed'))}</dd>
        </>
      ) : null}
    </dl>
  );
}
