/** The order of care: when each step first happened, and whether a fix came before the trouble was acknowledged. */
import type { Act, CareStep, Moment } from '@rapport/contract';
import { ActMask } from '../acts/act-row.ts';
import type { Reading, ReadMessage, Sentence } from '../reading.ts';

type Step = CareStep['step'];

const step = (name: Step, ...acts: readonly Act[]): { name: Step; acts: ActMask } => ({
  name,
  acts: new ActMask(acts),
});

const stepsOfCare = [
  step('hello', 'greet'),
  step('acknowledged', 'acknowledge-feeling'),
  step('apologised', 'apologise'),
  step('explored', 'ask', 'restate'),
  step('fix-offered', 'offer-solution', 'instruct'),
  step('choice', 'offer-alternative'),
  step('refused', 'refuse'),
  step('promise', 'promise'),
  step('goodwill', 'give-goodwill'),
  step('checked', 'check-resolved', 'offer-more-help'),
  step('warm-close', 'farewell', 'thank', 'personal-touch'),
];
const care = new ActMask(['acknowledge-feeling', 'apologise']);

/** The qualities that ask for an acknowledgement; where neither had a moment left open, no fix came too early. */
const asking: readonly Moment['quality'][] = ['empathy', 'people-first'];

/**
 * First occurrence of each step in scorable replies, in order of time. That a fix came first is said only where a moment
 * of empathy or people first says it too: what stands over a conversation and its scores never contradict each other.
 */
export const findOrderOfCare = (reading: Reading, moments: readonly Moment[]): CareStep[] => {
  const unheard = new Set(
    moments.flatMap(({ quality, verdict, trigger }) =>
      trigger !== null && verdict !== 'met' && asking.includes(quality) ? [trigger.messageId] : [],
    ),
  );
  const steps: CareStep[] = [];
  const seen = new Set<Step>();
  let troubleVoiced = false;
  let acknowledged = false;
  const lastReply = reading.messages.findLast((read) => read.scorable)?.index ?? -1;
  for (const read of reading.messages) {
    if (read.message.role === 'customer') {
      troubleVoiced ||= unheard.has(read.message.id);
      continue;
    }
    if (!read.scorable) continue;
    for (const sentence of read.sentences) {
      for (const { name, acts } of stepsOfCare) {
        if (!acts.isSeenIn(sentence.acts) || seen.has(name) || !counts(name, read, lastReply)) continue;
        seen.add(name);
        if (name === 'acknowledged' || name === 'apologised') acknowledged = true;
        steps.push({
          step: name,
          messageId: read.message.id,
          at: read.message.at,
          agent: read.message.author,
          outOfOrder:
            name === 'fix-offered' && troubleVoiced && !acknowledged && !acknowledgesLaterInSame(read, sentence),
        });
      }
    }
  }
  return steps;
};

/** Thanks and good wishes are a warm close only in the last reply of a conversation. */
const counts = (name: Step, read: ReadMessage, lastReply: number): boolean =>
  name !== 'warm-close' || read.index === lastReply;

/** Within one message the order of two sentences is no matter of care. */
const acknowledgesLaterInSame = (read: ReadMessage, fix: Sentence): boolean =>
  read.sentences.some((sentence) => sentence !== fix && care.isSeenIn(sentence.acts));
