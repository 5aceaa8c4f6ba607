import type { Accuracy } from '@rapport/contract';
import { confidenceWords } from '../design/level-words.ts';

/** From surest to least sure: what the scorer says beside what came of it. */
export function SureTable({ accuracy }: { accuracy: Accuracy }) {
  return (
    <table className="sure-table">
      <thead>
        <tr>
          <th scope="col">It says</th>
          <th scope="col">Sure, in 100</th>
          <th scope="col">As labelled, in 100</th>
          <th scope="col">Verdicts</th>
        </tr>
      </thead>
      <tbody>
        {[...accuracy.confidence].reverse().map(({ said, right, n }) => (
          <tr key={said}>
            <th scope="row">{confidenceWords(said)}</th>
            <td>{Math.round(said * 100)}</td>
            <td className="num">{Math.round(right * 100)}</td>
            <td>{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
