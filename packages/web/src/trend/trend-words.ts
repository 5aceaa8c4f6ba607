/** What a change of the scorer did, said so that nobody takes it for a change of the team. */
import type { TrendChange, TrendLine } from '@rapport/contract';
import { differenceWords, shareWords } from '../design/estimate-words.ts';
import { isFewData } from '../design/span-geometry.ts';

/** Why the lines are apart, in the words that stand at the step. */
export const stepLabel = 'the scorer changed here, not your team';

export function changeWords(change: TrendChange): string {
  const { fromVersion, toVersion, both, onlyFrom, onlyTo } = change;
  if (both + onlyFrom + onlyTo === 0) {
    return `No conversation was read by both ${fromVersion} and ${toVersion}, so how much of a step is the scorer’s cannot be told. Scoring again tells.`;
  }
  const alone = [
    ...(onlyTo > 0 ? [`only ${toVersion} saw a call for it in ${onlyTo.toLocaleString()} more`] : []),
    ...(onlyFrom > 0 ? [`only ${fromVersion} in ${onlyFrom.toLocaleString()}`] : []),
  ];
  const beside = alone.length === 0 ? '' : ` Beside these, ${alone.join(', ')}.`;
  return `The same words, read twice: ${stepWords(change)}${beside}`;
}

function stepWords({ fromVersion, toVersion, both, gained, lost, difference }: TrendChange): string {
  const where = `of ${both.toLocaleString()} where both versions saw a call for it,`;
  if (gained + lost === 0) return `${where} they agree on all.`;
  const turned = `${toVersion} takes ${gained.toLocaleString()} for met that ${fromVersion} did not, and ${lost.toLocaleString()} the other way round`;
  if (difference.value === null || isFewData(difference)) return `${where} ${turned}.`;
  const words = differenceWords(difference);
  return `${where} ${turned}: ${words.value} in 100 (likely ${words.range}).`;
}

/** "week of 5 Jan: 61 in 100, likely 52 to 70, of 212", for the table beside the drawing. */
export function pointWords(line: TrendLine, from: string): string {
  const point = line.points.find((one) => one.from === from);
  if (point === undefined) return 'nothing called for it';
  const words = shareWords(point.met);
  return isFewData(point.met)
    ? `too few: ${point.n}`
    : `${words.value} (${words.range}) of ${point.n.toLocaleString()}`;
}
