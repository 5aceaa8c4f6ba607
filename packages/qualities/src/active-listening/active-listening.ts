/** Active listening: every question answered, the matter played back or explored, nothing told asked again. */
import type { Moment } from '@rapport/contract';
import type { QualityDefinition } from '../quality-definition.ts';
import type { Reading } from '../reading.ts';
import { contentWordsOf, sharedWords } from '../thread/content-words.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { pointsOn } from '../thread/next-step.ts';
import { endsWell, reactionTo } from '../thread/reaction.ts';
import { firstSurely, firstThat, type Spot, spotDoes, spotDoesAny, spotsOf, surelyDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { troubleActs } from '../thread/voiced.ts';
import { alreadyTold, soughtFacts } from './cues.ts';
import { examples } from './examples.ts';
import { answeringActs, LaterAnswers } from './later-answers.ts';
import { ToldFacts } from './told-facts.ts';

export const activeListening: QualityDefinition = {
  id: 'active-listening',
  question: 'Was every question answered, the matter understood, and nothing asked that had been told?',
  why: 'Having to say things twice is the surest sign that nobody was listening.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const told = new ToldFacts(spotsOf(reading.earlier.flatMap((one) => one.messages.filter(isCustomers))));
    const answering = new LaterAnswers(thread);
    return thread.exchanges.flatMap((exchange) => {
      const weight = weightOf(exchange.position, thread.exchanges.length, exchange.mood?.valence);
      told.hear(exchange.asked);
      const again = repeatedAsk(exchange, told);
      const answer = answers(thread, exchange, answering);
      return (again ? [again, answer] : [answer, playedBack(exchange)])
        .filter((finding) => finding !== null)
        .map((finding): Moment => momentOf('active-listening', { ...finding, weight: weight * (finding.weight ?? 1) }));
    });
  },
  examples,
};

const isCustomers = (read: Reading['messages'][number]): boolean => read.message.role === 'customer';

const repeatedAsk = (exchange: Exchange, told: ToldFacts): Finding | null => {
  for (const response of exchange.reply) {
    if (!spotDoes(response, 'ask')) continue;
    for (const sought of soughtFacts) {
      const trigger = sought.asks.test(response.sentence.text) ? told.find(sought) : undefined;
      if (trigger)
        return {
          rule: 'asked-again',
          verdict: 'missed',
          // What was told in an earlier conversation is no quote of this one; the reply alone is shown then.
          trigger: told.isEarlier(sought) ? undefined : trigger,
          response,
          why: `The reply asks for ${sought.what}, which the customer had given.`,
          weight: 2.5,
        };
    }
  }
  const complaint = exchange.next.find((spot) => alreadyTold.test(spot.sentence.text));
  if (!complaint) return null;
  return {
    rule: 'told-already',
    verdict: 'missed',
    trigger: complaint,
    response: firstThat(exchange.reply, 'ask') ?? exchange.reply.at(-1),
    why: 'After this reply the customer had to say it again.',
    weight: 2.5,
    confidence: 0.7,
  };
};

const answers = (thread: Thread, exchange: Exchange, answering: LaterAnswers): Finding | null => {
  const questions = exchange.asked.filter((spot) => spotDoes(spot, 'ask'));
  const question = questions.at(-1);
  if (!question) return null;
  if (firstThat(exchange.next, 'repeat'))
    return answeredLater(exchange, question, answering) ?? ignored(question, exchange.reply[0]);
  const answer = firstThat(exchange.reply, ...answeringActs);
  if (answer)
    return reactionTo(exchange) === 'badly' && !endsWell(thread)
      ? halfHeard(question, answer)
      : answered(question, answer);
  const deferred = firstThat(exchange.reply, 'promise', 'transfer', 'ask-to-wait');
  if (deferred) return answered(question, deferred);
  const pointed = exchange.reply.find(pointsOn);
  if (pointed) return pointedElsewhere(question, pointed);
  const explored = firstThat(exchange.reply, 'ask', 'restate', 'check-resolved');
  if (explored) return null;
  const hedged = firstThat(exchange.reply, 'hedge');
  const later = answeredLater(exchange, question, answering);
  if (later) return later;
  if (hedged) return vague(question, hedged);
  return exchange.reply.some(hasSubstance) ? null : ignored(question, exchange.reply[0]);
};

const socialActs = ['greet', 'thank', 'farewell', 'offer-more-help', 'apologise', 'acknowledge-feeling'] as const;

/** A statement of some length that is no mere courtesy may be an answer in words we do not know: never called ignored. */
const hasSubstance = (spot: Spot): boolean =>
  spot.sentence.words.length >= 4 && !spotDoesAny(spot, [...socialActs, 'rush', 'dismiss']);

const answeredLater = (exchange: Exchange, question: Spot, answering: LaterAnswers): Finding | null => {
  const response = answering.after(exchange, question);
  if (!response) return null;
  return {
    rule: 'answered-later',
    verdict: 'partly',
    trigger: question,
    response,
    why: 'The question is answered, but only in a later reply.',
  };
};

const playedBack = (exchange: Exchange): Finding | null => {
  const trigger = exchange.asked.find((spot) => spotDoesAny(spot, [...troubleActs, 'personal-fact', 'answer']));
  if (!trigger) return null;
  const heard = contentWordsOf(exchange.asked);
  if (reactionTo(exchange) === 'badly' && firstThat(exchange.next, 'repeat')) return null;
  const restated = firstThat(exchange.reply, 'restate');
  if (restated) return understood(trigger, restated);
  const explores = exchange.reply.find((spot) => spotDoes(spot, 'ask') && !seeksWhatIsTold(spot));
  if (explores && !firstThat(exchange.asked, 'ask')) return asksOn(trigger, explores);
  const taken = exchange.reply.find(
    (spot) => sharedWords(spot.sentence, heard) >= 2 && !surelyDoesAny(spot, ['dismiss', 'blame', 'mirror-hostility']),
  );
  if (taken) return understood(trigger, taken);
  const hurt = firstSurely(exchange.reply, 'dismiss', 'blame');
  if (hurt) return { ...ignored(trigger, hurt), rule: 'brushed-off', why: 'What the customer said is brushed off.' };
  return null;
};

const answered = (trigger: Spot, response: Spot): Finding => ({
  rule: 'question-answered',
  verdict: 'met',
  trigger,
  response,
  why: 'The question gets an answer, or a word on when it will.',
});

const halfHeard = (trigger: Spot, response: Spot): Finding => ({
  rule: 'answered-beside-the-point',
  verdict: 'partly',
  trigger,
  response,
  why: 'There is an answer, but the customer’s next words show that it is not to what was meant.',
});

const pointedElsewhere = (trigger: Spot, response: Spot): Finding => ({
  rule: 'pointed-elsewhere',
  verdict: 'partly',
  trigger,
  response,
  why: 'The question is not answered here; the customer is told where to take it.',
});

const vague = (trigger: Spot, response: Spot): Finding => ({
  rule: 'vague-answer',
  verdict: 'partly',
  trigger,
  response,
  why: 'The question is touched but not really answered.',
});

const ignored = (trigger: Spot, response: Spot | undefined): Finding => ({
  rule: 'question-passed-over',
  verdict: 'missed',
  trigger,
  response,
  why: 'The question is passed over.',
  weight: 1.3,
});

/** A bare request for a number or a name is process, not interest in the matter. */
const seeksWhatIsTold = (spot: Spot): boolean => soughtFacts.some(({ asks }) => asks.test(spot.sentence.text));

const asksOn = (trigger: Spot, response: Spot): Finding => ({
  rule: 'asks-further',
  verdict: 'met',
  trigger,
  response,
  why: 'The reply asks further to understand the matter.',
  weight: 0.6,
  confidence: 0.5,
});

const understood = (trigger: Spot, response: Spot): Finding => ({
  rule: 'played-back',
  verdict: 'met',
  trigger,
  response,
  why: 'The reply takes up what the customer said.',
  weight: 0.7,
});
