/** Agreement by category: 0 is luck, 1 the same every time, 0.67 marked; a range, or the reason why there is none. */
import type { CalibrationAgreement, Category, EstimateWire } from '@rapport/contract';
import { numberWords, rangeWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';

interface AgreementListProps {
  agreement: readonly CalibrationAgreement[];
  categories: readonly Category[];
  beside: string;
}

const scale = { min: -0.2, max: 1 };
/** From here on people may be compared by it, with care. */
const tentative = 0.667;

export function AgreementList({ agreement, categories, beside }: AgreementListProps) {
  return (
    <Section title="Agreement by category" beside={beside}>
      <ul className="calibration-agreement">
        {agreement.map((one) => (
          <li key={one.categoryId}>
            <span className="agreement-line">
              <span>{categories.find(({ id }) => id === one.categoryId)?.name}</span>
              {isCounted(one) ? (
                <span>
                  <b className="bold">{one.alike}</b> of {one.of} <span className="dim">alike</span>
                </span>
              ) : (
                <Alpha estimate={one.alpha} name={categories.find(({ id }) => id === one.categoryId)?.name ?? ''} />
              )}
            </span>
            <Beside one={one} />
          </li>
        ))}
      </ul>
      {agreement.some(isCounted) ? (
        <p className="caption">
          Counted only: below {fewest} conversations, or where everybody gave one point throughout, there is no range.
        </p>
      ) : null}
      <p className="caption">
        0 is luck, 1 the same every time; the dotted line is 0.67. Hollow: not sure yet on which side of it. Until a
        category is surely above it, people should not be compared by it.
      </p>
    </Section>
  );
}

/** The same few for every category: said once below, not beside each. */
const fewest = 20;
const isCounted = ({ alpha, of }: CalibrationAgreement): boolean => alpha.value === null && of > 0;

function Beside({ one }: { one: CalibrationAgreement }) {
  const { alike, of, split, sentence, drawnAlpha } = one;
  const apart = split > 0 ? `${split} with N/A beside a point` : '';
  if (isCounted(one)) return apart === '' ? null : <span className="caption">{apart}.</span>;
  return (
    <span className="caption">
      The same in {alike} of {of}
      {apart === '' ? '' : `, ${apart}`}. {sentence}
      {drawnAlpha ? <DrawnAlone estimate={drawnAlpha} /> : null}
    </span>
  );
}

function Alpha({ estimate, name }: { estimate: EstimateWire; name: string }) {
  const { value, lower, upper } = estimate;
  if (value === null || lower === null || upper === null || isFewData(estimate)) {
    return <span className="dim">{value === 1 ? 'always the same' : 'no range yet'}</span>;
  }
  const words = `${numberWords(value, 2)}, likely ${numberWords(lower, 2)} to ${numberWords(upper, 2)}`;
  return (
    <span className="agreement-span">
      <Span
        {...{ estimate, scale, label: `${name}: ${words}, ${estimate.n} conversations` }}
        width={120}
        reference={{ value: tentative, kind: 'target' }}
        better="higher"
      />
      <b>{numberWords(value, 2)}</b> <span className="caption">{rangeWords(lower, upper, 2)}</span>
    </span>
  );
}

function DrawnAlone({ estimate: { value, lower, upper, n } }: { estimate: EstimateWire }) {
  if (value === null || lower === null || upper === null) return ` Of the ${n} drawn by chance alone: no range yet.`;
  return ` Of the ${n} drawn by chance alone: ${numberWords(value, 2)}, likely ${rangeWords(lower, upper, 2)}.`;
}
