/** What the scorer is given of a moment: the customer's last words, and everything said before them. */
import type { PracticeMoment } from '@rapport/contract';
import type { DraftTurn } from '@rapport/qualities/check-draft';

export interface Exchange {
  customerText: string;
  earlier: DraftTurn[];
}

export function exchangeOf({ turns }: Pick<PracticeMoment, 'turns'>): Exchange {
  return {
    customerText: turns.at(-1)?.text ?? '',
    // What a bot or the system wrote is nobody's reply.
    earlier: turns
      .slice(0, -1)
      .flatMap(({ role, text }) => (role === 'customer' || role === 'agent' ? [{ role, text }] : [])),
  };
}
