/** Which card is shown, and what the answers come to, in words. */
import type { CheckCard, CheckDeck, ScoreVerdict } from '@rapport/contract';

/** What a person may say of a moment, in the order of the keys 1 2 3 0. */
export const answers = ['missed', 'partly', 'met', 'no-opportunity'] as const satisfies readonly ScoreVerdict[];
export type Answer = (typeof answers)[number];

export const answerNames: Record<Answer, string> = {
  missed: 'Missed',
  partly: 'Partly',
  met: 'Met',
  'no-opportunity': 'N/A',
};

export const answerHelp: Record<Answer, string> = {
  missed: 'It was called for and did not come, or made it worse.',
  partly: 'Half-way: some of it, or words that would fit anybody.',
  met: 'It came, and it fits this case.',
  'no-opportunity': 'Nothing here called for it.',
};

/** The card to show: the one whose verdict is being read, else the first without an answer; null at the end. */
export function cardToShow(deck: Pick<CheckDeck, 'cards'>, reading: string | null): CheckCard | null {
  const inOrder = [...deck.cards].sort((one, other) => one.position - other.position);
  return inOrder.find((card) => card.id === reading) ?? inOrder.find((card) => card.answered === null) ?? null;
}

/** Place of a card among the ten, from 1. */
export const placeOf = (deck: Pick<CheckDeck, 'cards'>, card: CheckCard): number =>
  deck.cards.filter((one) => one.position < card.position).length + 1;

export const agrees = (card: Pick<CheckCard, 'answered' | 'machine'>): boolean =>
  card.machine !== null && card.answered === card.machine.verdict;

/** "You agree." or how the two differ, said without taking a side. */
export function comparisonWords(card: Pick<CheckCard, 'answered' | 'machine'>): string {
  if (card.machine === null || card.answered === null) return '';
  if (agrees(card)) return 'You and Rapport agree.';
  return `You say ${answerNames[card.answered]}, Rapport says ${answerNames[card.machine.verdict]}.`;
}

export interface CountRange {
  agreed: number;
  of: number;
  lower: number;
  upper: number;
}

/** The agreement as counts of cards; null before the first answer. */
export function agreementCounts(deck: Pick<CheckDeck, 'agreed' | 'answered' | 'agreement'>): CountRange | null {
  const { lower, upper } = deck.agreement;
  if (deck.answered === 0 || lower === null || upper === null) return null;
  return {
    agreed: deck.agreed,
    of: deck.answered,
    lower: Math.round(lower * deck.answered),
    upper: Math.round(upper * deck.answered),
  };
}
