import { describe, expect, it } from 'vitest';
import { moneyWords } from './money-words.ts';

describe('goodwill in words', () => {
  it('is money where a currency is known, a bare number where it is not', () => {
    expect(moneyWords({ amountCents: 2800, currency: 'USD' }, 'en-US')).toBe('$28.00');
    expect(moneyWords({ amountCents: 2850, currency: null }, 'en-US')).toBe('28.50');
    expect(moneyWords({ amountCents: 100, currency: 'a voucher' }, 'en-US')).toBe('1.00');
  });

  it('says when it was a gesture, or when no amount was said', () => {
    expect(moneyWords({ amountCents: 0, currency: null })).toBe('a gesture');
    expect(moneyWords({ amountCents: null, currency: null })).toBe('amount not said');
  });
});
