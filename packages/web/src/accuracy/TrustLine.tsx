/** How far to trust one quality, as a quiet line that opens to the figures it was measured by. */
import type { Accuracy, QualityId } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { trustOfQuality } from './trust-words.ts';
import { accuracyOf } from './use-accuracy.ts';
import './TrustLine.css';

export function TrustLine({ accuracy, quality }: { accuracy: Accuracy | undefined; quality: QualityId }) {
  const found = accuracyOf(accuracy, quality);
  if (!accuracy || !found) return null;
  const { name, advice, agreement, missed } = trustOfQuality(found);
  return (
    <details className="trust-line">
      <summary>
        How far to trust this: <b>{name}</b>, {advice}
      </summary>
      <p>
        Agrees with labels {agreement}, where 0 is luck and 1 the same every time; two raters agree{' '}
        {accuracy.ceiling.kappa.toFixed(2)}.{' '}
        {missed === null ? null : <>When it said missed, {missed} were labelled missed. </>}
        Measured on {accuracy.conversations} conversations that language models wrote and labelled, not people.{' '}
        <Link to="/accuracy" hash={quality}>
          All figures
        </Link>
      </p>
    </details>
  );
}
