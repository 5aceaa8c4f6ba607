/** The first answer, getting surer while scoring goes on: the same share after a ninth, a third and all of it. */
import { call, getEarlyLook, type ImportRun } from '@rapport/contract';
import { useQuery } from '@tanstack/react-query';
import { shareWords } from '../design/estimate-words.ts';
import { Section } from '../design/Section.tsx';
import { Span } from '../design/Span.tsx';
import { Tag } from '../design/Tag.tsx';
import './EarlyLook.css';

/** Often enough that a small file is seen getting surer too. */
const busyMs = 1_500;
const scale = { min: 0, max: 1 };
const width = 220;

export function EarlyLook({ run }: { run: ImportRun }) {
  const moving = run.state === 'scoring' || run.state === 'finding';
  const { data } = useQuery({
    queryKey: ['early-look', run.id],
    queryFn: ({ signal }) => call(getEarlyLook, { params: { importId: run.id }, signal }),
    enabled: run.counts.scored > 0,
    refetchInterval: moving ? busyMs : false,
  });
  const looks = (data?.looks ?? []).filter(({ acknowledged }) => acknowledged.value !== null);
  if (looks.length === 0) return null;
  return (
    <Section
      title="Early look: trouble that was acknowledged"
      className="early"
      link={moving ? <Tag>Still moving</Tag> : undefined}
    >
      <table className="early-look">
        <caption className="visually-hidden">
          Conversations with voiced trouble, in 100 of them it was acknowledged
        </caption>
        <tbody>
          {looks.map(({ conversations, acknowledged }) => {
            const words = shareWords(acknowledged);
            return (
              <tr key={conversations}>
                <th scope="row">
                  {conversations.toLocaleString()} <span className="dim">with trouble</span>
                </th>
                <td>
                  <Span
                    estimate={acknowledged}
                    scale={scale}
                    width={width}
                    height={26}
                    axis
                    label={`After ${conversations} conversations: ${words.sentence}`}
                  />
                </td>
                <td className="nowrap">
                  <span className="num">{words.value}</span> <span className="dim">{words.range}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="caption">
        In 100 conversations in which a customer voiced trouble. The line shrinks as more are scored: that is the answer
        getting surer.
      </p>
    </Section>
  );
}
