import type { Dispute, DisputeState } from '@rapport/contract';

export const stateWords: Record<DisputeState, string> = {
  open: 'Open',
  accepted: 'Changed',
  partly: 'Partly changed',
  rejected: 'Kept',
  withdrawn: 'Taken back',
};

export const fewestLetters = 10;

/** What follows from how it stands, said to everybody who reads it. */
export function whatFollows({ state, about }: Pick<Dispute, 'state' | 'about'>): string {
  switch (state) {
    case 'open':
      return 'Out of every average until it is decided.';
    case 'accepted':
    case 'partly':
      return about === 'machine'
        ? 'The machine’s score stays on record and out of every average.'
        : 'A revision with the decided rating stands in its place.';
    case 'rejected':
    case 'withdrawn':
      return 'It counts as before.';
  }
}
