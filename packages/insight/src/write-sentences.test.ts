import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFocus } from './find-focus.ts';
import type { ConversationFacts } from './focus-input.ts';
import { tallyFocus } from './tally-focus.ts';

const facts = fc.array(
  fc.record({
    agent: fc.integer({ min: 0, max: 14 }),
    missed: fc.boolean(),
    trouble: fc.boolean(),
    quality: fc.constantFrom('empathy' as const, 'knowledge' as const, 'communication' as const),
  }),
  { maxLength: 300 },
);

const toConversation = (
  one: { agent: number; missed: boolean; trouble: boolean; quality: 'empathy' | 'knowledge' | 'communication' },
  index: number,
): ConversationFacts => ({
  id: String(index),
  signals: one.trouble ? [{ kind: 'asked-for-manager', position: 2 }] : [],
  wroteAgain: null,
  satisfied: null,
  feelingFirst: null,
  feelingLast: null,
  assessments: [
    {
      agent: String(one.agent),
      qualities: [
        {
          quality: one.quality,
          verdict: one.missed ? 'missed' : 'met',
          confidence: 1,
          calledAt: 0,
          quote: 'q',
          why: 'w',
        },
      ],
    },
  ],
});

describe('the sentences', () => {
  it('never say more than the ranges allow', () => {
    fc.assert(
      fc.property(facts, (rows) => {
        const focus = findFocus({
          ...tallyFocus(rows.map(toConversation)),
          totals: { conversations: rows.length, messages: rows.length },
          notScored: [],
          period: { from: null, to: null },
          reviews: 0,
          reviewers: 0,
          scorerVersion: 'test',
          seed: 1,
        });
        const said = [
          focus.headline.marked,
          focus.headline.rest,
          focus.summary,
          ...focus.qualities.map((q) => q.sentence),
        ];
        expect(said.join(' ')).not.toMatch(/\bmost\b|\bcauses? more|\bbecause\b|significant|NaN|undefined|Infinity/i);
        for (const one of focus.qualities) {
          const clear = (one.difference.lower ?? 0) > 0;
          if (!clear) expect(one.tier).not.toBe('stands-out');
          if (one.tier !== 'stands-out') expect(one.sentence).not.toContain('go together');
        }
        if (!focus.standsOut) expect(focus.headline.marked).toMatch(/^(Nothing stands out|Too few)/);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
