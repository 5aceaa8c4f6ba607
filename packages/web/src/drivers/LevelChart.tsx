/** The outcome at each level, side by side; each number opens its conversations. */
import { type DriverOutcome, type DriverQuality, outcomeWords, qualityWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { levelNames } from '../design/level-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { behindLevel, levelWords } from './driver-words.ts';

const width = 170;
const titles: Record<DriverOutcome, string> = {
  satisfied: 'Better met, more satisfied?',
  recommend: 'Better met, more who would recommend?',
  easy: 'Better met, easier for customers?',
  'wrote-again': 'Better met, no need to write again?',
  resolved: 'Better met, more resolved?',
  feeling: 'Better met, better feeling?',
};

export function LevelChart({ one, outcome }: { one: DriverQuality; outcome: DriverOutcome }) {
  const { name } = qualityWords[one.quality];
  const { isShare } = outcomeWords[outcome];
  const scale = isShare ? { min: 0, max: 1 } : { min: -1, max: 1 };
  const ticks = isShare ? [0, 0.25, 0.5, 0.75, 1] : [-1, -0.5, 0, 0.5, 1];
  return (
    <Section title={titles[outcome]} beside={isShare ? 'in 100' : 'change of feeling, ±2'}>
      <table className="level-chart">
        <caption className="visually-hidden">
          {name}: {outcomeWords[outcome].counts}
        </caption>
        <tbody>
          {one.levels.map(({ verdict, conversations, outcome: found }) => {
            const words = levelWords(found, outcome);
            const few = isFewData(found);
            return (
              <tr key={verdict}>
                <th scope="row">{levelNames[verdict]}</th>
                <td>
                  <Span
                    estimate={found}
                    scale={scale}
                    width={width}
                    height={32}
                    ticks={ticks}
                    label={`${name} ${verdict}: ${words.sentence}`}
                  />
                </td>
                <td className="nowrap">
                  {conversations === 0 ? (
                    <span className="dim">none</span>
                  ) : (
                    <Link
                      className="figure"
                      to="/conversations"
                      search={filterSearch(
                        behindLevel(outcome, { quality: one.quality, verdict, better: verdict !== 'missed' }),
                      )}
                    >
                      {few ? (
                        <span className="dim">too few, {conversations}</span>
                      ) : (
                        <>
                          <span className="num">{words.value}</span>{' '}
                          <span className="dim">
                            {words.range}, of {conversations.toLocaleString()}
                          </span>
                        </>
                      )}
                    </Link>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="caption">Side by side, nothing allowed for. Each number opens its conversations.</p>
    </Section>
  );
}
