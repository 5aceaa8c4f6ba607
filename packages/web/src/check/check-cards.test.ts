import type { CheckCard } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { agreementCounts, cardToShow, comparisonWords, placeOf } from './check-cards.ts';

const card = (
  position: number,
  answered: CheckCard['answered'] = null,
  machine: CheckCard['answered'] = 'met',
): CheckCard => ({
  id: `c${position}`,
  position,
  quality: 'empathy',
  question: '',
  conversationId: '1',
  excerpt: [],
  trigger: null,
  answered,
  machine: answered === null || machine === null ? null : { verdict: machine, response: null, why: '', confidence: 1 },
});

describe('the card that is shown', () => {
  const deck = { cards: [card(3), card(1, 'met'), card(2)] };
  it('is the first without an answer', () => {
    expect(cardToShow(deck, null)?.id).toBe('c2');
  });
  it('stays on the one just answered until the person goes on', () => {
    expect(cardToShow(deck, 'c1')?.id).toBe('c1');
  });
  it('is none at the end', () => {
    expect(cardToShow({ cards: [card(1, 'met')] }, null)).toBeNull();
  });
  it('is counted from one', () => {
    expect(placeOf(deck, card(3))).toBe(3);
  });
});

describe('the comparison', () => {
  it('takes no side', () => {
    expect(comparisonWords(card(1, 'missed', 'partly'))).toBe('You say Missed, Rapport says Partly.');
    expect(comparisonWords(card(1, 'met', 'met'))).toBe('You and Rapport agree.');
  });
  it('says nothing before the verdict', () => {
    expect(comparisonWords(card(1))).toBe('');
  });
});

describe('the agreement', () => {
  const agreement = { value: 0.8, lower: 0.49, upper: 0.94, level: 0.95, n: 10, method: 'wilson', warnings: [] };
  it('is said in moments', () => {
    expect(agreementCounts({ agreed: 8, answered: 10, agreement })).toEqual({ agreed: 8, of: 10, lower: 5, upper: 9 });
  });
  it('is nothing before the first answer', () => {
    expect(agreementCounts({ agreed: 0, answered: 0, agreement })).toBeNull();
  });
});
