/** The qualities nothing sure can be said of, each with its range and the reason. */
import { type PersonPage, type PersonQuality, qualityWords } from '@rapport/contract';
import { Section } from '../design/Section.tsx';
import { QualityNumber } from './QualityNumber.tsx';
import { QualitySpan } from './QualitySpan.tsx';

export function CannotTell({ page, qualities }: { page: PersonPage; qualities: readonly PersonQuality[] }) {
  if (qualities.length === 0) return null;
  return (
    <Section title="Cannot tell yet" link={`${qualities.length} ${qualities.length === 1 ? 'quality' : 'qualities'}`}>
      <details className="person-unsure">
        <summary>
          {qualities
            .map(({ quality }, place) =>
              place === 0 ? qualityWords[quality].name : qualityWords[quality].name.toLowerCase(),
            )
            .join(', ')}
        </summary>
        <ul>
          {qualities.map((one) => (
            <li key={one.quality}>
              <div className="person-open-head">
                <span>{qualityWords[one.quality].name}</span>
                <QualityNumber one={one} authorId={page.authorId} />
              </div>
              <QualitySpan one={one} width={270} />
              <p className="caption">{one.why}</p>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
