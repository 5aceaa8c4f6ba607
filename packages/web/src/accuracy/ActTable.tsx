import type { Accuracy } from '@rapport/contract';
import { agreementWords } from './trust-words.ts';

/** With fewer labelled sentences a figure says next to nothing. */
const fewest = 10;

/** The acts that are read worst; the verdicts stand on them. */
export function ActTable({ accuracy: { acts, ceiling } }: { accuracy: Accuracy }) {
  const known = acts
    .filter(({ f1 }) => f1.n >= fewest)
    .sort((one, other) => (one.f1.value ?? 0) - (other.f1.value ?? 0));
  return (
    <>
      <p>
        Verdicts stand on what each sentence is read to do. These acts are read worst, by F1, where two raters reach{' '}
        {ceiling.actsF1.toFixed(2)} on average:
      </p>
      <ul className="worst-acts">
        {known.slice(0, mostShown).map(({ side, act, f1 }) => (
          <li key={`${side} ${act}`}>
            {act.replaceAll('-', ' ')} <span className="dim">by {side}s</span>{' '}
            <span className="nowrap">{agreementWords(f1)}</span>
          </li>
        ))}
      </ul>
      <p className="caption">
        {acts.length - known.length} of {acts.length} acts came too seldom to say.
      </p>
    </>
  );
}

const mostShown = 6;
