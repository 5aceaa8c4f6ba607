/** How often each quality was met: the machine on all conversations, set right by random reviews and single moments. */
import { type EstimateWire, type QualityResult, qualityWords, type ReviewResults } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';

const scale = { min: 0, max: 1 };

const reasonWords: Partial<Record<NonNullable<EstimateWire['reason']>, string>> = {
  no_random_reviews: 'no random review yet',
  reviews_not_random: 'only chosen reviews, which say nothing of the rest',
  too_few_reviews: 'too few random reviews',
  no_data: 'nothing called for it',
};

export function ResultTable({ results }: { results: ReviewResults }) {
  const rows = results.qualities.filter(({ conversations, reviews, moments }) => conversations + reviews + moments > 0);
  if (rows.length === 0) return null;
  return (
    <Section title="How often each quality was met">
      <WideTable label="Qualities">
        <table className="reviews-table">
          <thead>
            <tr>
              <th scope="col">Quality</th>
              <th scope="col" colSpan={2}>
                Met in 100, likely range
              </th>
              <th scope="col" className="number">
                Reviews
              </th>
              <th scope="col" className="number">
                Moments
              </th>
              <th scope="col" className="number">
                Called for it
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ResultRow key={row.quality} row={row} />
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="caption">
        Every conversation scored by the machine, corrected with random reviews; each agent counts with the share of
        conversations that are theirs. Chosen and disputed reviews are in no rate. In the order of the qualities, not of
        the numbers.
      </p>
    </Section>
  );
}

function ResultRow({ row }: { row: QualityResult }) {
  const { quality, rate, reviews, moments, conversations } = row;
  const { name } = qualityWords[quality];
  const words = shareWords(rate);
  const few = isFewData(rate);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Span estimate={rate} scale={scale} width={180} label={`${name}: ${words.sentence}`} axis />
      </td>
      <td className="words">
        {few || rate.value === null ? (
          <span className="dim">{reasonWords[rate.reason ?? 'too_few_reviews'] ?? `too few, ${rate.n} so far`}</span>
        ) : (
          <>
            <b>{words.value}</b> <span className="dim">{words.range}</span>
          </>
        )}
      </td>
      <td className="number">
        {reviews > 0 ? (
          <Link to="/reviews/list" search={{ drawn: 'random', quality }}>
            {reviews}
          </Link>
        ) : (
          <span className="dim">0</span>
        )}
      </td>
      <td className="number">{moments > 0 ? <Link to="/check">{moments}</Link> : <span className="dim">0</span>}</td>
      <td className="number">
        <Link to="/conversations" search={filterSearch({ quality })}>
          {conversations.toLocaleString()}
        </Link>
      </td>
    </tr>
  );
}
