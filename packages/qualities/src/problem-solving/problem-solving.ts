/** Problem solving: was there a concrete solution or owned next step, and did it hold? */
import type { QualityDefinition } from '../quality-definition.ts';
import { type Finding, momentOf, weightOf } from '../thread/moment-of.ts';
import { pointsOn } from '../thread/next-step.ts';
import { firstThat, lastThat, type Spot, spotDoesAny } from '../thread/spot.ts';
import { type Exchange, type Thread, threadOf } from '../thread/thread-of.ts';
import { unhappy } from '../thread/voiced.ts';
import { examples } from './examples.ts';

export const problemSolving: QualityDefinition = {
  id: 'problem-solving',
  question: 'Was there a concrete solution, or a next step with an owner, and did it hold?',
  why: 'In the end people came to have something solved.',
  findMoments: (reading, agent) => {
    const thread = threadOf(reading, agent);
    const opened = thread.exchanges.find(statesMatter);
    const trigger = opened?.asked.find((spot) => spotDoesAny(spot, matterActs));
    if (!opened || !trigger) return [];
    const weight = weightOf(thread.exchanges.length - 1, thread.exchanges.length, opened.mood?.valence);
    return [momentOf('problem-solving', { trigger, weight, ...judge(thread) })];
  },
  examples,
};

const matterActs = ['state-problem', 'complain', 'ask', 'repeat', 'chase', 'deny-resolved'] as const;
const solutionActs = ['offer-solution', 'offer-alternative', 'give-goodwill', 'instruct'] as const;
const openActs = ['deny-resolved', 'repeat', 'complain', 'chase', 'escalate', 'threaten-to-leave', 'insult'] as const;

const statesMatter = (exchange: Exchange): boolean => exchange.asked.some((spot) => spotDoesAny(spot, matterActs));

const judge = (thread: Thread): Finding => {
  const solution = lastThat(thread.replies, ...solutionActs);
  const last = thread.exchanges.at(-1);
  const ending = last?.next ?? [];
  const confirmed = confirmedBy(thread);
  const stillOpen = ending.some((spot) => spotDoesAny(spot, openActs)) && (last?.nextMood?.valence ?? 0) <= unhappy;
  const owned = lastThat(thread.replies, 'promise', 'own');
  const given = solution ?? owned ?? lastThat(thread.replies, 'inform');
  if (confirmed && !stillOpen) return solvedAndConfirmed(given ?? last?.reply[0]);
  if (stillOpen) return solution ? offeredButOpen(solution) : leftOpen(given ?? last?.reply[0]);
  const sad = (thread.lastMood?.valence ?? 0) <= unhappy && ending.length > 0;
  if (solution) return sad ? offeredButOpen(solution) : solutionGiven(solution);
  if (owned) return sad ? leftOpen(owned) : ownedNextStep(owned);
  const informed = firstThat(thread.replies, 'inform');
  const handed = firstThat(thread.replies, 'transfer');
  if (handed) return handedOn(handed);
  if (informed) return answerOnly(informed);
  const pointed = thread.replies.find(pointsOn);
  if (pointed) return handedOn(pointed);
  const explored = firstThat(thread.replies, 'ask', 'ask-to-wait');
  if (explored) return stillExploring(explored);
  return nothingOffered(last?.reply[0]);
};

/** The customer said that it works or thanked for it after one of the replies, and did not take it back. */
const confirmedBy = (thread: Thread): Spot | undefined => {
  for (const exchange of thread.exchanges.toReversed()) {
    if (exchange.next.some((spot) => spotDoesAny(spot, ['deny-resolved', 'escalate', 'threaten-to-leave'])))
      return undefined;
    const glad = exchange.next.find(
      (spot) =>
        spotDoesAny(spot, ['confirm-resolved']) ||
        (spotDoesAny(spot, ['thank']) && (exchange.nextMood?.valence ?? 0) >= 0),
    );
    if (glad) return glad;
  }
  return undefined;
};

const solvedAndConfirmed = (response: Spot | undefined): Finding => ({
  rule: 'solved-and-confirmed',
  verdict: 'met',
  response,
  why: 'There is a solution, and the customer says that it holds.',
  confidence: 0.8,
});

const offeredButOpen = (response: Spot): Finding => ({
  rule: 'offered-but-still-open',
  verdict: 'partly',
  response,
  why: 'Something is offered, and the customer still has the problem at the end.',
});

const leftOpen = (response: Spot | undefined): Finding => ({
  rule: 'left-open',
  verdict: 'missed',
  response,
  why: 'The conversation ends with the problem open and nothing offered.',
  confidence: 0.7,
});

const solutionGiven = (response: Spot): Finding => ({
  rule: 'solution-given',
  verdict: 'met',
  response,
  why: 'The reply gives a concrete solution or next step.',
});

const ownedNextStep = (response: Spot): Finding => ({
  rule: 'owned-next-step',
  verdict: 'partly',
  response,
  why: 'The reply takes the matter on; the solution itself is still to come.',
});

const handedOn = (response: Spot): Finding => ({
  rule: 'handed-on',
  verdict: 'partly',
  response,
  why: 'The matter is handed on instead of solved.',
});

const answerOnly = (response: Spot): Finding => ({
  rule: 'information-only',
  verdict: 'partly',
  response,
  why: 'The reply informs, but offers nothing to do or expect.',
});

const stillExploring = (response: Spot): Finding => ({
  rule: 'still-exploring',
  verdict: 'partly',
  response,
  why: 'The reply asks further; a solution is not there yet.',
});

const nothingOffered = (response: Spot | undefined): Finding => ({
  rule: 'nothing-offered',
  verdict: 'missed',
  response,
  why: 'No solution or next step is offered.',
});
