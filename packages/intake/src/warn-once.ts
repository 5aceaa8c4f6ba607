/** Warnings once per code, column and value, and at most so many: the thousandth of a kind tells nobody more. */
import type { IntakeProblem } from '@rapport/contract';
import { makeProblem, type ProblemCode } from './problem.ts';

const mostWarnings = 200;

const reasonOf = (code: ProblemCode, column: string, value: string): string => {
  if (code === 'unknown-role')
    return `“${value}” in “${column}” is no role that is known; the author is taken as “system”.`;
  if (code === 'part-left-out') return `The part “${value}” is in a form of Outlook’s own and is not read.`;
  if (code === 'no-time-zone') return `The times in “${column}” name no time zone.`;
  if (code === 'authors-by-number')
    return 'The authors are only numbers: who opened a ticket is taken for the customer, and the others are guessed.';
  if (code === 'ghost-rating')
    return 'Some ratings came within seconds of the mail or several at once: a scanner of links gave them, and nobody else.';
  if (code === 'only-last-message') return 'The conversations hold only their last message.';
  if (code === 'unknown-field') return `The field “${column}” is not one of those that are read.`;
  return `“${value}” in “${column}” is no value that is known.`;
};

export type WarnOnce = (
  code: ProblemCode,
  value: string,
  place: { line: number | null; column: string },
) => IntakeProblem | null;

export function createWarnOnce(file: string): WarnOnce {
  const said = new Set<string>();
  return (code, value, place) => {
    const key = `${code}\n${place.column}\n${value}`;
    if (said.size >= mostWarnings || said.has(key)) return null;
    said.add(key);
    return makeProblem(code, reasonOf(code, place.column, value), { file, ...place });
  };
}
