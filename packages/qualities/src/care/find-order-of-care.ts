/** The order of care: when each step first happened, and whether a fix came before the trouble was acknowledged. */
import type { Act, CareStep } from '@rapport/contract';
import { doesAny, type Reading, type ReadMessage, type Sentence } from '../reading.ts';

type Step = CareStep['step'];

/** Acts that make a step, strongest sign first. */
const actsOfStep: readonly (readonly [Step, readonly Act[]])[] = [
  ['hello', ['greet']],
  ['acknowledged', ['acknowledge-feeling']],
  ['apologised', ['apologise']],
  ['explored', ['ask', 'restate']],
  ['fix-offered', ['offer-solution', 'instruct']],
  ['choice', ['offer-alternative']],
  ['refused', ['refuse']],
  ['promise', ['promise']],
  ['goodwill', ['give-goodwill']],
  ['checked', ['check-resolved', 'offer-more-help']],
  ['warm-close', ['farewell', 'thank', 'personal-touch']],
];

/** First occurrence of each step in scorable replies, in order of time. */
export const findOrderOfCare = (reading: Reading): CareStep[] => {
  const steps: CareStep[] = [];
  const seen = new Set<Step>();
  let troubleVoiced = false;
  let acknowledged = false;
  const lastReply = reading.messages.findLast((read) => read.scorable)?.index ?? -1;
  for (const read of reading.messages) {
    if (read.message.role === 'customer') {
      troubleVoiced ||= read.sentences.some((sentence) =>
        doesAny(sentence, ['state-problem', 'complain', 'insult', 'deny-resolved']),
      );
      continue;
    }
    if (!read.scorable) continue;
    for (const sentence of read.sentences) {
      for (const [step, acts] of actsOfStep) {
        if (seen.has(step) || !doesAny(sentence, acts) || !counts(step, read, lastReply)) continue;
        seen.add(step);
        if (step === 'acknowledged' || step === 'apologised') acknowledged = true;
        steps.push({
          step,
          messageId: read.message.id,
          at: read.message.at,
          agent: read.message.author,
          outOfOrder:
            step === 'fix-offered' && troubleVoiced && !acknowledged && !acknowledgesLaterInSame(read, sentence),
        });
      }
    }
  }
  return steps;
};

/** Thanks and good wishes are a warm close only in the last reply of a conversation. */
const counts = (step: Step, read: ReadMessage, lastReply: number): boolean =>
  step !== 'warm-close' || read.index === lastReply;

/** Within one message the order of two sentences is no matter of care. */
const acknowledgesLaterInSame = (read: ReadMessage, fix: Sentence): boolean =>
  read.sentences.some((sentence) => sentence !== fix && doesAny(sentence, ['acknowledge-feeling', 'apologise']));
