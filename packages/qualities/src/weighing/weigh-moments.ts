/**
 * The rules find moments and say how each looks by itself. How an experienced reviewer would call it depends on the rest
 * of the replies too: an apology elsewhere, a brush-off two lines down. Weights measured on labelled conversations weigh
 * the two together. A moment moves by one step at most, and never past what its rule allows; where weighing says that
 * nothing called for the quality there is no moment, and where the rules found none although something did, the replies
 * are judged as a whole.
 */
import type { Moment, QualityId, Verdict } from '@rapport/contract';
import { worth } from '../overall-verdict.ts';
import type { QualityDefinition } from '../quality-definition.ts';
import type { Reading, ReadOptions } from '../reading.ts';
import { momentOf } from '../thread/moment-of.ts';
import { type Spot, sureness } from '../thread/spot.ts';
import { type Thread, threadOf } from '../thread/thread-of.ts';
import { ceilingOf, floorOf } from './bounds.ts';
import { measuredWeights } from './generated/measured-weights.ts';
import { reasonFor, reasonForWhole } from './reasons.ts';
import { replyFeaturesOf } from './reply-features.ts';
import { meanWorth, onlyWhether, ruleFeaturesOf } from './rule-features.ts';
import { signsOf } from './signs.ts';
import { chanceOf, type QualityWeights } from './verdict-weights.ts';

/** Expected worth of a moment, cut into verdicts; chosen on blind readings of the training part. */
export const cuts = { missedBelow: 0.42, metFrom: 0.6 } as const;

/** Below this chance nothing called for the quality: where the F1 of saying so is largest on blind readings. */
const openedFrom = 0.65;
/** Where the rules found nothing, somebody must surely have called for it: a false “missed” is the worse error. */
const wholeFrom = 0.8;

/**
 * Without a wait that was measured there is nothing to say about waits; and after one or two replies without feedback, a
 * wait or an answer there is nothing to thank for.
 */
const nothingAsAWhole: ReadonlySet<QualityId> = new Set(['responsiveness', 'appreciation']);

/** How much of the rules' own difference between two moments of one quality is kept. */
const spread = 0.5;

const order: readonly Verdict[] = ['missed', 'partly', 'met'];

/** The moments of one quality as its rules find them and weighing calls them. */
export const findWeighedMoments = (
  quality: QualityDefinition,
  reading: Reading,
  agent: string,
  options: ReadOptions,
): Moment[] => weighMoments(quality.id, threadOf(reading, agent), quality.findMoments(reading, agent, options));

/** Moments as weighed, in the order given; possibly none, or one for the whole where the rules found none. */
export const weighMoments = (
  quality: QualityId,
  thread: Thread,
  moments: readonly Moment[],
  weights: QualityWeights = measuredWeights[quality],
): Moment[] => {
  const rules = ruleFeaturesOf(weights.rules, moments);
  const replies = replyFeaturesOf(thread);
  const opened = weights.opened ? chanceOf(weights.opened, onlyWhether(rules), replies) : 1;
  if (opened < openedFrom && !moments.some(isCertain)) return [];
  const chances: Chances = {
    partly: chanceOf(weights.partly, rules, replies),
    met: chanceOf(weights.met, rules, replies),
  };
  if (moments.length === 0) {
    const isJudged = weights.opened !== null && opened >= wholeFrom && !nothingAsAWhole.has(quality);
    return isJudged ? asAWhole(quality, thread, chances) : [];
  }
  const mean = meanWorth(moments);
  return moments.map((moment) =>
    weighOne(moment, expected(chances) + spread * (worth[moment.verdict] - mean), thread, chances),
  );
};

interface Chances {
  partly: number;
  met: number;
}

/** Between 0, surely missed, and 1, surely met. */
const expected = ({ partly, met }: Chances): number => (partly + met) / 2;

/** Missed only where that is more likely than not: a false “missed” is the worse error. */
const verdictAt = (value: number, { partly }: Chances): Verdict => {
  if (value >= cuts.metFrom) return 'met';
  return value < cuts.missedBelow && partly <= 0.5 ? 'missed' : 'partly';
};

const weighOne = (moment: Moment, value: number, thread: Thread, chances: Chances): Moment => {
  const from = order.indexOf(moment.verdict);
  const step = Math.sign(order.indexOf(verdictAt(value, chances)) - from);
  const to = Math.min(order.indexOf(ceilingOf(moment)), Math.max(order.indexOf(floorOf(moment)), from + step));
  const verdict = order[to] ?? moment.verdict;
  const why = verdict === moment.verdict ? moment.why : `${moment.why} ${reasonFor(moment, verdict, thread)}`;
  return { ...moment, verdict, why, confidence: confidenceIn(verdict, chances) };
};

/** The measured chance of the verdict given, within what a person would still call a judgement. */
const confidenceIn = (verdict: Verdict, { partly, met }: Chances): number => {
  const chance = verdict === 'missed' ? 1 - partly : verdict === 'met' ? met : Math.max(0, partly - met);
  return Math.round(Math.min(0.95, Math.max(0.05, chance)) * 100) / 100;
};

/** A plain breach or a plain kindness is a moment, whatever else the conversation is like. */
const isCertain = (moment: Moment): boolean => ceilingOf(moment) === floorOf(moment);

const asAWhole = (quality: QualityId, thread: Thread, chances: Chances): Moment[] => {
  const exchange = openedIn(quality, thread);
  if (!exchange) return [];
  const verdict = verdictAt(expected(chances), chances);
  const response = strongest(exchange.after, verdict === 'missed' ? signsOf[quality].hurts : signsOf[quality].shows);
  const why = reasonForWhole(quality, verdict, thread);
  const finding = { rule: 'read-as-a-whole', verdict, trigger: exchange.trigger, response, why };
  return [momentOf(quality, { ...finding, confidence: confidenceIn(verdict, chances) })];
};

/** The customer's sentence that most calls for the quality, and the replies from there on. */
const openedIn = (quality: QualityId, thread: Thread): { trigger: Spot; after: readonly Spot[] } | null => {
  const asked = thread.exchanges.flatMap(({ asked: spots }) => spots);
  const trigger = strongest(asked, signsOf[quality].opens);
  if (!trigger) return null;
  const from = thread.exchanges.findIndex((exchange) => exchange.asked.includes(trigger));
  return { trigger, after: thread.exchanges.slice(from).flatMap(({ reply }) => reply) };
};

/** Undefined when no sentence does any of the acts with at least an even chance of being worth a quote. */
const strongest = (spots: readonly Spot[], acts: readonly (keyof Spot['sentence']['acts'])[]): Spot | undefined => {
  let best: Spot | undefined;
  let most = 0.3;
  for (const spot of spots)
    for (const act of acts) {
      const value = sureness(spot, act);
      if (value <= most) continue;
      most = value;
      best = spot;
    }
  return best;
};
