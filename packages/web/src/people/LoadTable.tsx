/** Who is carrying what: by name, beside an even share. Colour only where the load is surely heavier than that. */
import { hardKinds, hardKindWords, type TeamLoad } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { isFewData } from '../design/span-geometry.ts';
import { WideTable } from '../design/WideTable.tsx';
import { kindWords, runWords } from './people-words.ts';
import './QualityNumber.css';

const width = 176;

export function LoadTable({ load, at }: { load: TeamLoad; at: string | undefined }) {
  const even = load.teamShare.value;
  // One scale for the table, wide enough for the widest range.
  const widest = Math.max(...load.people.map(({ share }) => share.upper ?? 0), load.teamShare.upper ?? 0);
  const scale = { min: 0, max: Math.max(0.1, Math.ceil(widest * 10) / 10) };
  const words = hardKinds.map((kind) => hardKindWords[kind]).join('; ');
  return (
    <Section title="Who is carrying what" link="dotted mark: an even share">
      <WideTable label="Load of each person">
        <table className="team-load">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col" className="figure">
                Conversations
              </th>
              <th scope="col" colSpan={2}>
                Hard ones, in 100
              </th>
              <th scope="col">What made them hard</th>
              <th scope="col" className="figure">
                Longest run
              </th>
            </tr>
          </thead>
          <tbody>
            {load.people.map((one) => {
              const said = shareWords(one.share);
              const { expected, lower, upper } = one.even;
              return (
                <tr key={one.authorId} className={at === one.authorId ? 'current' : undefined}>
                  <th scope="row" className={one.carries === 'more' ? 'carries-more' : undefined}>
                    <Link to={`/people/${one.authorId}`}>{one.name}</Link>
                  </th>
                  <td className="figure team-count">
                    <Link className="person-number" to={`/people/${one.authorId}/conversations`}>
                      {one.conversations.toLocaleString()}
                    </Link>
                  </td>
                  <td>
                    <Span
                      estimate={one.share}
                      scale={scale}
                      width={width}
                      height={26}
                      ticks={[0, scale.max / 2, scale.max]}
                      reference={even === null ? undefined : { value: even, kind: 'target' }}
                      tone={one.carries === 'more' ? 'attention' : one.carries === 'less' ? 'ink' : 'unsure'}
                      label={`${one.name}, hard conversations: ${said.sentence}. An even share of them would be ${Math.round(expected)}, likely ${lower} to ${upper}; there were ${one.hard}.`}
                    />
                  </td>
                  <td className="nowrap">
                    {isFewData(one.share) ? (
                      <span className="dim">
                        {one.hard} of {one.conversations}
                      </span>
                    ) : (
                      <>
                        <span className="num">{said.value}</span> <span className="dim">{said.range}</span>
                      </>
                    )}
                  </td>
                  <td className="dim team-kinds">{kindWords(one.kinds)}</td>
                  <td className="figure dim nowrap">{runWords(one.longestRun)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      <p className="caption">
        Hard is how a conversation arrived, before this person’s first reply: the customer {words}. By name; the order
        says nothing. {evenWords(load)}
      </p>
    </Section>
  );
}

function evenWords({ even }: TeamLoad): string {
  if (even.p === null) return '';
  const how = even.method === 'shuffles' ? `2,000 shuffles, seed ${even.seed}` : 'a chi-square test';
  return `Held against shuffling the same conversations (${how}); a person is set apart only where luck among all of them does not explain it.`;
}
