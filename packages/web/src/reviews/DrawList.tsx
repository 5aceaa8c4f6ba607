/** How what is reviewed was drawn: frame, seed and the chance of each conversation, open to whoever doubts it. */
import type { ReviewDraw } from '@rapport/contract';
import { useState } from 'react';
import { dayWords } from '../design/dates.ts';
import { Section } from '../design/Section.tsx';
import { WideTable } from '../design/WideTable.tsx';

const kindWords: Record<ReviewDraw['kind'], string> = {
  random: 'At random',
  'worst-moments': 'Most missed moments',
  outliers: 'Unlike the usual',
  'low-rating': 'Rated low',
};

export function DrawList({ draws }: { draws: readonly ReviewDraw[] }) {
  const [now] = useState(() => new Date());
  if (draws.length === 0) return null;
  return (
    <Section title="How they were drawn">
      {draws.map((draw) => (
        <details key={draw.id} className="reviews-draw">
          <summary>
            <b>{kindWords[draw.kind]}</b>
            <span>
              {draw.kind === 'random' ? `${draw.wanted} per agent` : `${draw.wanted} wanted`} by {draw.drawnBy},{' '}
              {dayWords(draw.drawnAt, now)}
            </span>
            <span className="dim">
              {draw.done} done, {draw.open} to do, seed {draw.seed}
            </span>
          </summary>
          <p className="caption">
            {draw.kind === 'random'
              ? 'Each of an agent’s conversations had the same chance. Agents in the order in which they came.'
              : 'Chosen because they stand out: they enter no rate.'}
          </p>
          <WideTable label="Frame of the draw">
            <table className="reviews-table">
              <thead>
                <tr>
                  <th scope="col">Agent</th>
                  <th scope="col" className="number">
                    Could be drawn
                  </th>
                  <th scope="col" className="number">
                    Drawn
                  </th>
                  <th scope="col" className="number">
                    Taken out
                  </th>
                  <th scope="col">Chance of each</th>
                </tr>
              </thead>
              <tbody>
                {draw.frame.map((one) => (
                  <tr key={one.agentId}>
                    <th scope="row">{one.agent}</th>
                    <td className="number">{one.eligible}</td>
                    <td className="number">{one.drawn}</td>
                    <td className="number">{one.replaced}</td>
                    <td className="words">
                      {one.probability === null ? (
                        <span className="dim">not by chance</span>
                      ) : (
                        `${chanceWords(one.probability)}`
                      )}
                      {one.belowFloor ? (
                        <span className="dim"> · too few conversations for numbers on this agent alone</span>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </details>
      ))}
    </Section>
  );
}

/** "1 in 12", or all of them. */
const chanceWords = (probability: number): string =>
  probability >= 1 ? 'all of them' : `1 in ${(1 / probability).toFixed(probability > 0.1 ? 1 : 0)}`;
