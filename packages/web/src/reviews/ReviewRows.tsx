/** Finished reviews, one line each. */
import type { ReviewRow } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayWords } from '../design/dates.ts';
import { WideTable } from '../design/WideTable.tsx';
import { drawnWords, kindWords, stateWords } from './review-words.ts';

export function ReviewRows({ reviews, about }: { reviews: readonly ReviewRow[]; about: 'me' | 'team' }) {
  const [now] = useState(() => new Date());
  return (
    <WideTable label="Reviews">
      <table className="reviews-table">
        <thead>
          <tr>
            <th scope="col">Conversation</th>
            {about === 'team' ? <th scope="col">Agent</th> : null}
            <th scope="col">Reviewer</th>
            <th scope="col">How it was chosen</th>
            <th scope="col">Finished</th>
            <th scope="col">{about === 'me' ? 'Read' : 'State'}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/reviews/$reviewId" params={{ reviewId: one.id }}>
                  {one.customer}
                </Link>
              </th>
              {about === 'team' ? <td>{one.agent}</td> : null}
              <td>{one.reviewer}</td>
              <td className="words">
                {one.kind === 'assigned' ? drawnWords[one.drawn] : `${kindWords[one.kind]}, ${drawnWords[one.drawn]}`}
              </td>
              <td>{one.finishedAt === null ? '' : dayWords(one.finishedAt, now)}</td>
              <td>
                {about === 'me' ? (
                  one.acknowledgedAt === null ? (
                    <b>not yet</b>
                  ) : (
                    dayWords(one.acknowledgedAt, now)
                  )
                ) : (
                  stateWords[one.state]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
