/** Why weighing moved a moment, in words: the act that weighs most, or the one that is missing. */
import type { AgentAct, Moment, QualityId, Verdict } from '@rapport/contract';
import { actThreshold } from '../reading.ts';
import type { Thread } from '../thread/thread-of.ts';
import { mostOfAct } from './reply-features.ts';
import { signsOf } from './signs.ts';

/** Follows "the replies". */
const does: Record<AgentAct, string> = {
  greet: 'begin with a greeting',
  'acknowledge-feeling': 'show that the trouble was seen',
  apologise: 'say sorry',
  own: 'take it on',
  ask: 'ask to understand',
  restate: 'play the matter back',
  inform: 'give the facts',
  instruct: 'explain the steps',
  'offer-solution': 'offer a fix',
  'offer-alternative': 'offer another way',
  promise: 'say what will happen',
  'give-goodwill': 'give something for the trouble',
  refuse: 'say no',
  transfer: 'hand the matter on',
  'ask-to-wait': 'ask for time',
  thank: 'say thanks',
  'personal-touch': 'speak to this person',
  'check-resolved': 'ask whether it works',
  'offer-more-help': 'offer more help',
  farewell: 'close politely',
  hedge: 'stay unsure where a definite answer was due',
  blame: 'put the fault elsewhere',
  dismiss: 'brush something aside',
  rush: 'press to be done',
  'mirror-hostility': 'answer in kind',
  jargon: 'use insider words',
  'negative-framing': 'say what cannot be done',
};

/** Follows "there is no". */
const missing: Partial<Record<AgentAct, string>> = {
  'acknowledge-feeling': 'word that shows the trouble was seen',
  apologise: 'apology',
  own: 'word that takes it on',
  ask: 'question to understand it',
  restate: 'sign that it was understood',
  inform: 'plain answer',
  instruct: 'step to take',
  'offer-solution': 'fix offered',
  'offer-alternative': 'other way offered',
  promise: 'word on what happens next',
  thank: 'thanks',
  'personal-touch': 'word for this person',
  'check-resolved': 'question whether it works',
  greet: 'greeting',
};

const asWhat: Record<Verdict, string> = { met: 'met', partly: 'partly met', missed: 'missed' };

/** A sentence to stand behind the rule's own. */
export const reasonFor = (moment: Moment, verdict: Verdict, thread: Thread): string => {
  const isBetter = verdict === 'met' || moment.verdict === 'missed';
  const ground = groundFor(moment.quality, isBetter, thread);
  return `With the rest of the replies, ${ground}, it counts as ${asWhat[verdict]}.`;
};

export const reasonForWhole = (quality: QualityId, verdict: Verdict, thread: Thread): string =>
  `No single sentence settles it; taken together, ${groundFor(quality, verdict !== 'missed', thread)}, it counts as ${asWhat[verdict]}.`;

const groundFor = (quality: QualityId, isBetter: boolean, thread: Thread): string => {
  const { shows, hurts } = signsOf[quality];
  const present = strongest(isBetter ? shows : hurts, thread);
  if (present) return `which ${does[present]}`;
  if (isBetter) return 'in which nothing hurts';
  const absent = shows.find((act) => mostOfAct(thread, act) < actThreshold && missing[act]);
  return absent ? `in which there is no ${missing[absent]}` : 'which stay general';
};

/** The act that is seen most surely anywhere in the replies; the first among equals. */
const strongest = (acts: readonly AgentAct[], thread: Thread): AgentAct | undefined => {
  let best: AgentAct | undefined;
  let most = 0;
  for (const act of acts) {
    const value = mostOfAct(thread, act);
    if (value < actThreshold || value <= most) continue;
    best = act;
    most = value;
  }
  return best;
};
