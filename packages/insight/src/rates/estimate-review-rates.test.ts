import { createRandom, groupBy, type Random } from '@rapport/statistics';
import { describe, expect, it } from 'vitest';
import {
  estimateReviewRate,
  judgementsToMargin,
  type RandomJudgement,
  type ReviewStratum,
} from './estimate-review-rates.ts';

interface Conversation {
  agent: number;
  late: boolean;
  machine: number;
  passed: boolean;
}

/** Agents differ, the later half goes worse, and the machine sees the truth through noise. */
function makeTeam(random: Random, agents: number): Conversation[] {
  return Array.from({ length: agents * 120 }, (_, place) => {
    const agent = place % agents;
    const late = place >= agents * 60;
    const hidden = 0.9 - (late ? 0.9 : 0) + 0.5 * Math.sin(agent) + random.normal();
    return { agent, late, machine: 50 + 20 * hidden + 20 * random.normal(), passed: hidden > 0 };
  });
}

const reachOf = ({ late }: Conversation): string => (late ? 'late' : 'early');

function strataOf(team: readonly Conversation[]): ReviewStratum[] {
  const found = new Map<string, Conversation[]>();
  for (const one of team) {
    const key = `${one.agent} ${reachOf(one)}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()].map((own) => ({
    agent: own[0]?.agent ?? 0,
    reach: own[0] ? reachOf(own[0]) : '',
    size: own.length,
    machineMean: own.reduce((sum, { machine }) => sum + machine, 0) / own.length,
  }));
}

const judge = (one: Conversation, from: RandomJudgement['from']): RandomJudgement => ({
  agent: one.agent,
  reach: reachOf(one),
  machine: one.machine,
  passed: one.passed,
  from,
});

/** The early half is reviewed twice as densely as the late one, and moments come on top by chance over everybody. */
function drawJudgements(team: readonly Conversation[], random: Random, plan: { reviews: number; moments: number }) {
  const reviewed = new Set<Conversation>();
  for (const stratum of groupBy(team, (one) => `${one.agent} ${reachOf(one)}`).values()) {
    for (const one of random.sample(stratum, plan.reviews * (stratum[0]?.late ? 1 : 2))) reviewed.add(one);
  }
  const rest = team.filter((one) => !reviewed.has(one));
  return [
    ...[...reviewed].map((one) => judge(one, 'review')),
    ...random.sample(rest, plan.moments).map((one) => judge(one, 'moment')),
  ];
}

function coverage(plan: { reviews: number; moments: number }, agents: number, teams = 300): number {
  let held = 0;
  for (let seed = 1; seed <= teams; seed += 1) {
    const random = createRandom(seed);
    const team = makeTeam(random, agents);
    const truth = team.filter(({ passed }) => passed).length / team.length;
    const { team: found } = estimateReviewRate(strataOf(team), drawJudgements(team, random, plan));
    if (found.lower !== null && found.upper !== null && found.lower <= truth && truth <= found.upper) held += 1;
  }
  return held / teams;
}

describe('a rate from random reviews and random single moments', () => {
  it.each([
    ['reviews with unequal windows', { reviews: 2, moments: 0 }],
    ['single moments alone', { reviews: 0, moments: 60 }],
    ['both together', { reviews: 2, moments: 40 }],
  ])('holds the truth as often as it says: %s', (_, plan) => {
    expect(coverage(plan, 8)).toBeGreaterThanOrEqual(0.92);
  });

  it('says nothing of a team without a random judgement', () => {
    const team = makeTeam(createRandom(1), 3);
    expect(estimateReviewRate(strataOf(team), []).team).toMatchObject({ value: null, reason: 'no_random_reviews' });
    expect(estimateReviewRate([], []).team.reason).toBe('no_data');
  });

  it('names how many agents no random review speaks for', () => {
    const random = createRandom(3);
    const team = makeTeam(random, 4);
    const found = drawJudgements(team, random, { reviews: 3, moments: 0 }).filter(({ agent }) => agent !== 2);
    expect(estimateReviewRate(strataOf(team), found)).toMatchObject({ leftOut: 1, moments: 0 });
  });

  it('asks for fewer judgements more, the narrower the range is', () => {
    const random = createRandom(5);
    const team = makeTeam(random, 8);
    const few = estimateReviewRate(strataOf(team), drawJudgements(team, random, { reviews: 2, moments: 0 }));
    const many = estimateReviewRate(strataOf(team), drawJudgements(team, random, { reviews: 8, moments: 0 }));
    expect(judgementsToMargin(few, 0.03) ?? 0).toBeGreaterThan(judgementsToMargin(many, 0.03) ?? 0);
    expect(judgementsToMargin(many, 0.5)).toBe(0);
  });
});
