import type { ReviewScore, ScorecardContent } from '@rapport/contract';
import { resultSentence } from './made-up-review.ts';

/** What the made-up review comes to, and how. */
export function MadeUpResult({ content, scored }: { content: ScorecardContent; scored: ReviewScore }) {
  return (
    <p className="made-up-result" role="status">
      <span>
        A review like this comes to{' '}
        <b>{scored.score === null ? 'no score' : Math.round(scored.score).toLocaleString()}</b>
        {scored.score === null ? '.' : ' of 100.'}
      </span>{' '}
      <span className="caption">{resultSentence(content, scored)}</span>
    </p>
  );
}
