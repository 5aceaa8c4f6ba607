/** How a customer's feeling moved from the first message to the last, on −1 (very unhappy) to 1 (very glad). */
export type FeelingChange = 'lifted' | 'fell' | 'no clear change';

/** A smaller step than this is within what two readings of the same words differ by. */
export const clearStep = 0.25;

export function feelingChange(first: number, last: number): FeelingChange {
  const step = last - first;
  if (Math.abs(step) < clearStep) return 'no clear change';
  return step > 0 ? 'lifted' : 'fell';
}

/** A feeling as a rough word, for places where its label is not known. */
export function valenceWords(valence: number): string {
  if (valence <= -0.6) return 'very unhappy';
  if (valence < -0.15) return 'unhappy';
  if (valence <= 0.15) return 'neutral';
  return valence < 0.6 ? 'glad' : 'very glad';
}
