import { type ConversationFilter, channels, conversationSorts, qualityIds, scoreVerdicts } from '@rapport/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterSearch, isSameFilter, parseFilter, withoutField } from './filter-address.ts';

describe('a filter in the address', () => {
  it('comes back as it went in', () => {
    const filters: fc.Arbitrary<ConversationFilter> = fc.record(
      {
        q: fc.string({ minLength: 1, maxLength: 200 }),
        channel: fc.constantFrom(...channels),
        quality: fc.constantFrom(...qualityIds),
        verdict: fc.constantFrom(...scoreVerdicts),
        followed: fc.constantFrom('yes' as const, 'no' as const),
        sort: fc.constantFrom(...conversationSorts),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const words = new URLSearchParams(filterSearch(filter)).toString();
        expect(parseFilter(Object.fromEntries(new URLSearchParams(words)))).toEqual(filter);
      }),
    );
  });

  it('drops what is not on the list and keeps the rest', () => {
    expect(parseFilter({ quality: 'charm', verdict: 'missed', drop: 'table', sort: 'id; --', q: '' })).toEqual({
      verdict: 'missed',
    });
    expect(parseFilter({ from: 'yesterday', to: '2026-11-18T00:00:00Z' })).toEqual({ to: '2026-11-18T00:00:00Z' });
    expect(parseFilter({ q: 'x'.repeat(201) })).toEqual({});
  });

  it('drops "what followed" together with its moment', () => {
    const filter: ConversationFilter = { quality: 'empathy', verdict: 'missed', followed: 'yes' };
    expect(withoutField(filter, 'verdict')).toEqual({ quality: 'empathy' });
    expect(withoutField(filter, 'followed')).toEqual({ quality: 'empathy', verdict: 'missed' });
  });

  it('is the same view in another order', () => {
    expect(isSameFilter({ flag: 'unsure', sort: 'oldest' }, { flag: 'unsure' })).toBe(true);
    expect(isSameFilter({ flag: 'unsure' }, {})).toBe(false);
  });
});
