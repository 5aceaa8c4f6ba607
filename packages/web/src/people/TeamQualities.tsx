/** How often the team meets each quality, in tiers of qualities; of people only how many stand apart, never who. */
import { qualityWords, type TeamPage, type TeamQuality } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { filterSearch } from '../conversations/filter-address.ts';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { apartWords, tierNames } from './people-words.ts';
import './QualityNumber.css';

const order = ['strong', 'between', 'open', 'too-few'] as const satisfies readonly TeamQuality['tier'][];
const tones = { strong: 'strength', between: 'unsure', open: 'attention', 'too-few': 'unsure' } as const;
const scale = { min: 0, max: 1 };

export function TeamQualities({ team }: { team: TeamPage }) {
  if (team.qualities.length === 0) return null;
  const tiers = order
    .map((tier) => ({ tier, qualities: team.qualities.filter((one) => one.tier === tier) }))
    .filter(({ qualities }) => qualities.length > 0);
  return (
    <Section title="What the team lives" link={<Link to="/focus">What to work on first</Link>}>
      <table className="team-qualities">
        <caption className="visually-hidden">Each quality: met in 100 calls for it, by the whole team</caption>
        {tiers.map(({ tier, qualities }) => (
          <tbody key={tier}>
            <tr className="team-tier">
              <th colSpan={3} scope="rowgroup">
                <b>{tierNames[tier].name}</b> <span className="dim">{tierNames[tier].because}</span>
              </th>
            </tr>
            {qualities.map((one) => (
              <tr key={one.quality}>
                <th scope="row">
                  {qualityWords[one.quality].name}
                  {one.apart ? <span className="caption team-apart">{apartWords(one.apart)}</span> : null}
                </th>
                <td>
                  <Span
                    estimate={one.met}
                    scale={scale}
                    width={200}
                    height={24}
                    ticks={[0, 0.5, 1]}
                    tone={tones[tier]}
                    label={`${qualityWords[one.quality].name}, met by the team: ${shareWords(one.met).sentence}`}
                  />
                </td>
                <td className="nowrap">
                  <Link
                    className="person-number"
                    to="/conversations"
                    search={filterSearch({ quality: one.quality, verdict: tier === 'open' ? 'missed' : 'met' })}
                  >
                    {isFewData(one.met) ? (
                      <span className="dim">too few, {one.met.n}</span>
                    ) : (
                      <>
                        <span className="num">{shareWords(one.met).value}</span>{' '}
                        <span className="dim">{shareWords(one.met).range}</span>
                      </>
                    )}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="caption">{team.compared}</p>
    </Section>
  );
}
