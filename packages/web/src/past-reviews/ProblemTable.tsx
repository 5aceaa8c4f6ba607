import type { PastReviewProblem } from '@rapport/contract';
import { WideTable } from '../design/WideTable.tsx';

/** Each row that could not be read: where, why, what to do, and its own words. */
export function ProblemTable({ problems }: { problems: readonly PastReviewProblem[] }) {
  return (
    <WideTable label="Rows that cannot be read">
      <table className="past-problems">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Why</th>
            <th scope="col">As in the file</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, reason, wayOut, row }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{column}</td>
              <td>
                {reason} <span className="second">{wayOut}</span>
              </td>
              <td>
                <code>{row}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
