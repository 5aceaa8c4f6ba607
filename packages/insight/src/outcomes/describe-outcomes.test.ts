import type { Channel } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { type AskedCounts, describeOutcomes, type OutcomeCounts, type OutcomesInput } from './describe-outcomes.ts';

const nothing = { n: 0, total: 0, squares: 0 };
const counts = (agent: string, rest: Partial<OutcomeCounts> = {}): OutcomeCounts => ({
  ...{ agent, channel: 'chat' as Channel, conversations: 40 },
  ...{ satisfied: { n: 0, passed: 0 }, resolved: { n: 0, passed: 0 }, wroteAgain: { n: 0, passed: 0 } },
  ...{ feelingFirst: nothing, feelingLast: nothing, feelingChange: nothing, nps: nothing },
  ...rest,
});
const input = (rest: Partial<OutcomesInput>): OutcomesInput => ({
  ...{ asOf: '2026-05-18T00:00:00.000Z', counts: [], asked: [], qualities: [], scorerVersion: 'test' },
  unread: { csat: 0, nps: 0, ces: 0 },
  ...rest,
});
const agents = Array.from({ length: 10 }, (_, place) => String(place));

describe('how conversations ended', () => {
  it('says nothing of nobody, and what would help', () => {
    expect(describeOutcomes(input({}))).toMatchObject({
      conversations: 0,
      asked: [],
      headline: { marked: 'Nothing is scored yet.' },
    });
  });

  it('shows the response rate beside a rating, and names it for what it is', () => {
    const given = agents.map((agent, place) => counts(agent, { satisfied: { n: 10, passed: 5 + (place % 4) } }));
    const asked: AskedCounts[] = agents.map((agent) => ({ measure: 'csat', agent, min: 1, max: 5, value: 4, n: 10 }));
    const answer = describeOutcomes(input({ counts: given, asked }));
    expect(answer.asked[0]).toMatchObject({ measure: 'csat', answered: 100, of: 400 });
    expect(answer.headline).toEqual({ marked: '63 of 100', rest: ' customers who rated were satisfied.' });
    expect(answer.sentence).toContain('100 of 400 conversations carry a rating; who was asked the data do not say');
  });

  it('gives the promoter score the range of a mean of +1, 0 and −1', () => {
    // Of each agent's 20 answers 10 promoters, 6 passives, 4 detractors: +30, s² of one answer .61.
    const given = agents.map((agent) => counts(agent, { nps: { n: 20, total: 6, squares: 14 } }));
    const asked: AskedCounts[] = agents.map((agent) => ({ measure: 'nps', agent, min: 0, max: 10, value: 9, n: 20 }));
    const [nps] = describeOutcomes(input({ counts: given, asked })).asked;
    expect(nps?.summary.value).toBeCloseTo(0.3, 12);
    // All agents are alike, so rows count for themselves: t with 9 degrees of freedom.
    const reach = 2.262157 * Math.sqrt((140 - 200 * 0.09) / 199 / 200);
    expect(nps?.summary.lower).toBeCloseTo(0.3 - reach, 5);
    expect(nps?.summary.upper).toBeCloseTo(0.3 + reach, 5);
  });

  it('never adds two scales together, and keeps the answers as they came', () => {
    const asked: AskedCounts[] = agents.flatMap((agent, place) => [
      { measure: 'ces' as const, agent, min: null, max: null, value: 1 + (place % 5), n: 3 },
      { measure: 'csat' as const, agent, min: 1, max: 5, value: 1 + (place % 5), n: 3 },
      { measure: 'csat' as const, agent, min: 0, max: 1, value: place % 2, n: 3 },
    ]);
    const answer = describeOutcomes(input({ counts: agents.map((agent) => counts(agent)), asked }));
    const [csat, ces] = answer.asked;
    expect(csat?.scales.map(({ min, max }) => [min, max])).toEqual([
      [1, 5],
      [0, 1],
    ]);
    expect(ces?.summary.value).toBe(3);
    expect(ces?.scales[0]?.answers.map(({ value, n }) => [value, n])).toEqual(
      [1, 2, 3, 4, 5].map((value) => [value, 6]),
    );
  });

  it('tells channels apart only as far as their counts carry', () => {
    const given = agents.flatMap((agent) => [
      counts(agent, { resolved: { n: 40, passed: 30 } }),
      counts(agent, { channel: 'phone', conversations: 1, resolved: { n: 1, passed: 1 } }),
    ]);
    const qualities = agents.map((agent) => ({
      agent,
      channel: 'chat' as const,
      quality: 'empathy' as const,
      n: 9,
      passed: 4,
    }));
    const [chat, phone] = describeOutcomes(input({ counts: given, qualities })).channels;
    expect(chat).toMatchObject({ channel: 'chat', conversations: 400, seen: { resolved: { value: 0.75 } } });
    expect(chat?.qualities[0]?.met.value).toBeCloseTo(4 / 9, 12);
    expect(phone?.seen.resolved).toMatchObject({ value: null, reason: 'too_few_rows', n: 10 });
  });
});
