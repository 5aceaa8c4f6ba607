import { describe, expect, it } from 'vitest';
import type { CardMessage, StoredCard } from '../store/checks.ts';
import { cutExcerpt, describeAgreement, writeDeck } from './write-deck.ts';

const messages: CardMessage[] = Array.from({ length: 12 }, (_, place) => ({
  ...{ id: `m${place}`, author: place % 2 === 0 ? 'Kim' : 'Agent 1', text: `words ${place}`, at: null },
  role: place % 2 === 0 ? ('customer' as const) : ('agent' as const),
}));
const at = (messageId: string) => ({ messageId, start: 0, end: 5, quote: 'words' });

const card = (
  position: number,
  answered: StoredCard['answered'],
  verdict: 'met' | 'partly' | 'missed',
): StoredCard => ({
  ...{ position, answered, quality: 'empathy', conversationId: '7', drawnProbability: 0.1, messages },
  moment: {
    ...{ quality: 'empathy', verdict, confidence: 0.5 + position / 20, weight: 1, rule: 'r', why: 'Because.' },
    trigger: at('m4'),
    response: at('m5'),
  },
});

describe('a deck as the page gets it', () => {
  it('hides the verdict of the machine until the person has given theirs', () => {
    const deck = writeDeck({ id: '1', cards: [card(0, null, 'met'), card(1, 'missed', 'met')] }, () => 'Seen?');
    expect(deck.cards[0]?.machine).toBeNull();
    expect(JSON.stringify(deck.cards[0])).not.toContain('Because.');
    expect(deck.cards[1]?.machine).toMatchObject({ verdict: 'met', why: 'Because.' });
  });

  it('says the agreement with its range, and picks the two furthest apart to discuss', () => {
    const cards = [
      ...Array.from({ length: 8 }, (_, position) => card(position, 'met', 'met')),
      card(8, 'partly', 'met'),
      card(9, 'missed', 'met'),
    ];
    const deck = writeDeck({ id: '1', cards }, () => 'Seen?');
    expect(deck.sentence).toBe('You and Rapport agreed on 8 of 10 (likely 5 to 9).');
    expect(deck.agreement).toMatchObject({ value: 0.8, n: 10, method: 'wilson' });
    expect(deck.discuss).toEqual(['9', '8']);
  });

  it('says before the first answer that the person goes first', () => {
    expect(describeAgreement({ agreed: 0, answered: 0, lower: 0, upper: 1, cards: 10 })).toBe(
      '10 moments, your verdict first.',
    );
  });
});

describe('the excerpt of a card', () => {
  const idsOf = (cut: CardMessage[]) => cut.map(({ id }) => id);

  it('begins one message before the call and ends one after the reply', () => {
    expect(idsOf(cutExcerpt(card(0, null, 'met')))).toEqual(['m3', 'm4', 'm5', 'm6']);
  });

  it('shows the next reply where the machine saw no answer', () => {
    const { moment } = card(0, null, 'missed');
    expect(idsOf(cutExcerpt({ messages, moment: { ...moment, response: null } }))).toEqual(['m3', 'm4', 'm5', 'm6']);
  });

  it('keeps call and reply when the way between them is long', () => {
    const { moment } = card(0, null, 'met');
    const cut = idsOf(cutExcerpt({ messages, moment: { ...moment, trigger: at('m0'), response: at('m11') } }));
    expect(cut).toHaveLength(6);
    expect(cut).toContain('m0');
    expect(cut).toContain('m11');
  });
});
