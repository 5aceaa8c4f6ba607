/** Adaptability: when a first way fails or a rule does not fit, is another way tried? */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { endsWell, reactionTo } from '../thread/reaction.ts';
import { SaidBefore } from '../thread/said-before.ts';
import { firstThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { unhappy } from '../thread/voiced.ts';
import { examples } from './examples.ts';

export const adaptability: QualityDefinition = {
  id: 'adaptability',
  question: 'When a first solution failed or a rule did not fit, was another way tried?',
  why: 'The same answer twice tells people that there is nobody behind it.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const answers = new EarlierAnswers(thread);
    return thread.exchanges.flatMap((exchange): Moment[] => {
      const failed = firstWayFailed(thread, exchange);
      const trigger = failed ?? mayNotFit(exchange);
      const finding = trigger ? judge(thread, exchange, answers, failed !== undefined) : null;
      if (!trigger || !finding) return [];
      return [momentOf('adaptability', { trigger, weight: laterWeighs(thread, exchange), ...finding })];
    });
  },
  examples,
};

/** The last try decides more than the first: up to two and a half times as much. */
const laterWeighs = (thread: Thread, exchange: Exchange): number =>
  weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence) *
  (exchange.position === thread.exchanges.length - 1 ? 1.6 : 1);

/** After an answer, also a colleague's, the customer says that it did not help. */
const firstWayFailed = (thread: Thread, exchange: Exchange): Spot | undefined => {
  if (exchange.position === 0 && thread.colleagues.length === 0) return undefined;
  const refused = firstThat(exchange.asked, 'deny-resolved', 'repeat', 'chase', 'threaten-to-leave', 'escalate');
  return refused ?? ((exchange.mood?.valence ?? 0) <= unhappy ? firstThat(exchange.asked, 'complain') : undefined);
};

/** A matter that a rule or a usual way may not fit: counted only where the reply bends, or refuses to. */
const mayNotFit = (exchange: Exchange): Spot | undefined =>
  firstThat(exchange.reply, 'offer-alternative') || firstThat(exchange.reply, 'refuse')
    ? firstThat(exchange.asked, 'ask', 'state-problem', 'complain', 'personal-fact', 'answer')
    : undefined;

const judge = (thread: Thread, exchange: Exchange, answers: EarlierAnswers, failed: boolean): Finding | null => {
  const isNew = (spot: Spot) => !answers.hold(spot, exchange);
  const reaction = endsWell(thread) ? 'well' : reactionTo(exchange);
  const other = exchange.reply.find(
    (spot) => spotDoesAny(spot, ['offer-alternative', 'give-goodwill', 'offer-solution']) && isNew(spot),
  );
  if (other) return reaction === 'badly' ? triedButFailed(other) : anotherWay(other);
  if (!failed) {
    const refusal = firstThat(exchange.reply, 'refuse');
    return refusal && reaction === 'badly' ? nothingNew(refusal) : null;
  }
  const again = exchange.reply.find((spot) => !isNew(spot) && spot.sentence.words.length >= 6);
  if (again && reaction !== 'well') return sameAgain(again);
  const step = exchange.reply.find(
    (spot) =>
      spotDoesAny(spot, ['instruct', 'promise', 'own']) &&
      !spotDoesAny(spot, ['refuse', 'blame', 'dismiss']) &&
      isNew(spot),
  );
  if (step) return reaction === 'badly' ? triedButFailed(step) : newStep(step);
  const told = firstThat(exchange.reply, 'inform', 'ask', 'restate');
  if (told && reaction === 'well') return newStep(told);
  const passed = firstThat(exchange.reply, 'transfer');
  if (passed) return passedOn(passed);
  const explored = firstThat(exchange.reply, 'ask');
  if (explored) return looksFurther(explored);
  const closed = firstThat(exchange.reply, 'refuse', 'hedge', 'dismiss', 'blame', 'rush');
  if (reaction === 'well' || (reaction === 'unclear' && !closed && told)) return null;
  return nothingNew(closed ?? told ?? exchange.reply[0]);
};

/** What colleagues answered, and this author before an exchange. Exchanges are asked about in their order. */
class EarlierAnswers {
  private readonly thread: Thread;
  private said: SaidBefore | null = null;
  /** Exchanges whose replies are in. */
  private count = 0;

  constructor(thread: Thread) {
    this.thread = thread;
  }

  hold(spot: Spot, { position }: Exchange): boolean {
    const { colleagues, exchanges } = this.thread;
    if (!this.said) {
      this.said = new SaidBefore(4, 0.75);
      for (const one of colleagues) this.said.add(one);
    }
    for (; this.count < position; this.count += 1)
      for (const one of exchanges[this.count]?.reply ?? []) this.said.add(one);
    return this.said.holds(spot);
  }
}

const anotherWay = (response: Spot): Finding => ({
  rule: 'another-way',
  verdict: 'met',
  response,
  why: 'The reply tries another way.',
  confidence: 0.7,
});

const newStep = (response: Spot): Finding => ({
  rule: 'new-step',
  verdict: 'met',
  response,
  why: 'The reply takes a step that had not been tried.',
});

const triedButFailed = (response: Spot): Finding => ({
  rule: 'tried-but-failed',
  verdict: 'partly',
  response,
  why: 'Another way is tried, and it does not fit either.',
});

const looksFurther = (response: Spot): Finding => ({
  rule: 'looks-further',
  verdict: 'partly',
  response,
  why: 'The reply looks further, but has no other way yet.',
});

const passedOn = (response: Spot): Finding => ({
  rule: 'passed-on',
  verdict: 'partly',
  response,
  why: 'The reply passes the matter on instead of trying another way.',
});

const sameAgain = (response: Spot): Finding => ({
  rule: 'same-answer-again',
  verdict: 'missed',
  response,
  why: 'The answer is the one that had already failed.',
  confidence: 0.75,
});

const nothingNew = (response: Spot | undefined): Finding => ({
  rule: 'nothing-new',
  verdict: 'missed',
  response,
  why: 'The way tried did not fit, and the reply offers no other.',
});
