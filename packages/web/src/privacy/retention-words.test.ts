import type { RetentionRule } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { keptFor, ruleOf, typedOf } from './retention-words.ts';

describe('a rule as it is typed', () => {
  it.each<RetentionRule>([
    { defaultDays: 180, channelDays: {}, countedFrom: 'arrival' },
    { defaultDays: null, channelDays: { chat: 30, email: null }, countedFrom: 'last-message' },
  ])('comes back as the same rule', (rule) => {
    expect(ruleOf(typedOf(rule))).toEqual(rule);
  });

  it.each(['0', '-1', 'a year', '99999', '1.5'])('is no rule with %s days', (days) => {
    expect(ruleOf({ days, channels: {}, countedFrom: 'arrival' })).toBeNull();
    expect(ruleOf({ days: '1', channels: { chat: { own: 'days', days } }, countedFrom: 'arrival' })).toBeNull();
  });

  it('says how long in words', () => {
    expect([keptFor(null), keptFor(1), keptFor(180)]).toEqual([
      'until somebody deletes them',
      'for one day',
      'for 180 days',
    ]);
  });
});
