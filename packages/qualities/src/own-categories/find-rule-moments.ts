/**
 * A rule of a team's own scorecard over acts: "when the customer does this, an agent's reply does that, soon enough".
 * Read from the same thread as every quality, so that a rule is as careful about who answered whom as the scorer is.
 */
import type { CategoryRule, Evidence, RuleWindow, Verdict } from '@rapport/contract';
import type { Reading } from '../reading.ts';
import { evidenceOf, firstSurely, firstThat, type Spot } from '../thread/spot.ts';
import { type Exchange, threadOf } from '../thread/thread-of.ts';

export interface RuleMoment {
  /** The customer's words that called for it; null where the rule asks it of every conversation. */
  trigger: Evidence | null;
  /** The words that met it, or broke it; null when nothing answered. */
  response: Evidence | null;
  verdict: Extract<Verdict, 'met' | 'missed'>;
}

/** How many of the agent's runs of replies count, from the opening on. */
const reach: Record<RuleWindow, number> = {
  'next-reply': 1,
  'next-three-replies': 3,
  conversation: Number.POSITIVE_INFINITY,
};

/**
 * Moments of one rule in the replies of `agent` (an `authorKey`). What a colleague has answered already is theirs. A rule
 * over the whole conversation opens once; the others at every run of replies whose question does the opening act.
 */
export function findRuleMoments(rule: CategoryRule, reading: Reading, agent: string): RuleMoment[] {
  const { exchanges } = threadOf(reading, agent);
  const judge = (from: number, trigger: Spot | undefined): RuleMoment =>
    judgeReplies(rule, repliesFrom(exchanges, from, reach[rule.within]), trigger);
  if (rule.openedBy === null) return exchanges.length === 0 ? [] : [judge(0, undefined)];
  const moments: RuleMoment[] = [];
  for (const [position, { asked, afterColleague }] of exchanges.entries()) {
    const trigger = afterColleague ? undefined : firstThat(asked, rule.openedBy);
    if (trigger === undefined) continue;
    moments.push(judge(position, trigger));
    if (rule.within === 'conversation') break;
  }
  return moments;
}

/** Share of moments met, 0–100; null when nothing called for it. */
export function scoreRuleMoments(moments: readonly RuleMoment[]): number | null {
  if (moments.length === 0) return null;
  return (moments.filter(({ verdict }) => verdict === 'met').length / moments.length) * 100;
}

const repliesFrom = (exchanges: readonly Exchange[], from: number, count: number): Spot[] =>
  exchanges.slice(from, from + count).flatMap(({ reply }) => reply);

/** An act that must not be there has to be surely there: a false “missed” is the worse error. */
function judgeReplies({ wanted, acts }: CategoryRule, replies: readonly Spot[], opened: Spot | undefined): RuleMoment {
  const found = wanted ? firstThat(replies, ...acts) : firstSurely(replies, ...acts);
  return {
    trigger: opened === undefined ? null : evidenceOf(opened),
    response: found === undefined ? null : evidenceOf(found),
    verdict: (found !== undefined) === wanted ? 'met' : 'missed',
  };
}
