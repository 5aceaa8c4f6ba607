/** The order of care as cells of a ribbon, and as one sentence. */
import type { ConversationDetail } from '@rapport/contract';
import { dayAndTimeWords, durationWords, timeWords } from '../design/dates.ts';
import type { RibbonCell } from '../design/OrderOfCareRibbon.tsx';

type CareStep = ConversationDetail['orderOfCare'][number];

const names: Record<CareStep['step'], string> = {
  hello: 'Hello',
  acknowledged: 'Acknowledged',
  apologised: 'Apologised',
  explored: 'Explored',
  'fix-offered': 'Fix offered',
  choice: 'Choice',
  refused: 'Refused',
  promise: 'Promise',
  goodwill: 'Goodwill',
  checked: 'Checked',
  'warm-close': 'Warm close',
};
const plain = new Set<CareStep['step']>(['hello', 'explored', 'refused']);

/**
 * One cell per step; the key is the id of the message it was done in, made single by its position. Where the steps
 * were done on more than one day, each tells its day.
 */
export function careCells(steps: readonly CareStep[], locale?: string): RibbonCell[] {
  const days = new Set(steps.flatMap(({ at }) => (at === null ? [] : [new Date(at).toDateString()])));
  const words = days.size > 1 ? dayAndTimeWords : timeWords;
  return steps.map((step, index) => ({
    key: `${index} ${step.messageId}`,
    name: names[step.step],
    time: step.at === null ? null : words(step.at, locale),
    tone: step.outOfOrder ? 'out-of-order' : plain.has(step.step) ? 'plain' : 'care',
  }));
}

export const messageOfCell = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** What the order says, or null where there is nothing to say about it. */
export function careSentence(steps: readonly CareStep[]): string | null {
  const early = steps.find((step) => step.outOfOrder);
  const heard = steps.find((step) => step.step === 'acknowledged');
  if (!early) return heard ? 'The trouble was acknowledged before any fix.' : null;
  const what = `${names[early.step]} before the trouble was acknowledged.`;
  if (!heard) return `${what} No acknowledgement follows.`;
  const seconds = early.at && heard.at ? (Date.parse(heard.at) - Date.parse(early.at)) / 1000 : null;
  return seconds === null || seconds < 60
    ? `${what} The acknowledgement followed.`
    : `${what} The acknowledgement followed ${durationWords(seconds)} later.`;
}
