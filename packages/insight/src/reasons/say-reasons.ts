/** The headline of reasons: what stands behind bad experiences here, and no more than was counted. */
import type { ReasonsAnswer } from '@rapport/contract';
import { fewestInGroup } from './group-sentences.ts';

type Counted = Pick<ReasonsAnswer, 'bad' | 'problems'>;

export function sayReasons(counted: Counted): Pick<ReasonsAnswer, 'headline' | 'sentence'> {
  return { headline: writeHeadline(counted), sentence: writeSentence(counted) };
}

function writeHeadline({ bad, problems }: Counted): ReasonsAnswer['headline'] {
  const [first, second] = problems;
  if (bad.conversations === 0) return { marked: 'No bad experience', rest: ' is known in these conversations.' };
  if (first === undefined) return { marked: 'No reason repeats', rest: ` in ${manyBad(bad.conversations)}.` };
  // Counts of what was grouped, not estimates of what matters: equal counts are named together.
  if (second !== undefined && second.conversations === first.conversations) {
    return {
      marked: `“${first.name}” and “${second.name}”`,
      rest: ` come up in ${number(first.conversations)} bad experiences each.`,
    };
  }
  return {
    marked: `“${first.name}”`,
    rest: ` comes up in ${number(first.conversations)} of ${manyBad(bad.conversations)}.`,
  };
}

function writeSentence({ bad, problems }: Counted): string {
  if (bad.conversations === 0)
    return 'Nobody rated low, left unhappy, or had trouble that shows in what they did. Read a few at random to see whether that is so.';
  if (problems.length === 0) {
    return bad.conversations < fewestInGroup
      ? `Too few to group: a group starts at ${fewestInGroup} conversations. Read them instead.`
      : `No ${fewestInGroup} of them share their words: each is about something of its own. Read them one by one.`;
  }
  const rest = bad.conversations - bad.grouped;
  return `${number(bad.grouped)} share their words with at least ${fewestInGroup - 1} others; ${number(rest)} ${rest === 1 ? 'is' : 'are'} about something of ${rest === 1 ? 'its' : 'their'} own. How often something comes up is not yet how much it costs: read the quotes, then give it an owner.`;
}

const manyBad = (count: number): string => `${number(count)} bad ${count === 1 ? 'experience' : 'experiences'}`;
const number = (count: number): string => count.toLocaleString('en-GB');
