/** The headline of reasons: what stands behind bad experiences here, and no more than was counted. */
import type { ReasonsAnswer } from '@rapport/contract';
import { fewestInGroup } from './group-sentences.ts';
import { smallestSeen } from './smallest-seen.ts';

type Counted = Pick<ReasonsAnswer, 'bad' | 'problems' | 'lookedIn'>;

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

function writeSentence({ bad, problems, lookedIn }: Counted): string {
  if (bad.conversations === 0)
    return 'Nobody rated low, left unhappy, or had trouble that shows in what they did. Read a few at random to see whether that is so.';
  if (bad.conversations < fewestInGroup && problems.length === 0)
    return `Too few to group: a group starts at ${fewestInGroup} conversations. Read them instead.`;
  const unseen = sayUnseen(lookedIn.problem);
  if (problems.length === 0) {
    return `No ${fewestInGroup} of them share words more than by chance.${unseen} Read a few one by one: the same thing may be said in other words.`;
  }
  const rest = bad.conversations - bad.grouped;
  const others =
    rest === 0
      ? ''
      : ` ${number(rest)} ${rest === 1 ? 'is' : 'are'} in no group here: single stories, rarer matters, or the same said in other words.`;
  return `${number(bad.grouped)} share words with at least ${fewestInGroup - 1} others, more than by chance.${others}${unseen} How often something comes up is not yet how much it costs: read the quotes, then give it an owner.`;
}

/** Where groups were looked for in a share only, the rare ones may be missing; silent where in all. */
function sayUnseen(share: number): string {
  if (share >= 1) return '';
  const inShare =
    share >= 0.095 ? `${Math.round(share * 100)} in 100` : `${Math.max(1, Math.round(share * 1000))} in 1,000`;
  return ` They are many, so groups were looked for in ${inShare} of them: what fewer than about ${number(smallestSeen(share))} share may be unseen.`;
}

const manyBad = (count: number): string => `${number(count)} bad ${count === 1 ? 'experience' : 'experiences'}`;
const number = (count: number): string => count.toLocaleString('en-GB');
