/** A person's share of one quality with its range; opens the conversations behind it. */
import { type PersonQuality, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import './QualityNumber.css';

export function QualityNumber({ one, authorId }: { one: PersonQuality; authorId: string }) {
  const hundredths = (share: number | null) => Math.round((share ?? 0) * 100);
  return (
    <Link className="person-number nowrap" to={`/people/${authorId}/conversations`} search={{ quality: one.quality }}>
      <span className="visually-hidden">{qualityWords[one.quality].name}: </span>
      {one.met.value === null ? (
        <span className="dim">too few, {one.met.n}</span>
      ) : (
        <>
          <span className="num">{hundredths(one.met.value)}</span>{' '}
          <span className="dim">
            {hundredths(one.met.lower)}–{hundredths(one.met.upper)}
          </span>
        </>
      )}
    </Link>
  );
}
