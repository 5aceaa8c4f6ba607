/** How the customer took a reply, as far as their next words show it. */
import type { CustomerAct } from '@rapport/contract';
import { spotDoesAny } from './spot.ts';
import type { Exchange, Thread } from './thread-of.ts';
import { unhappy } from './voiced.ts';

export type Reaction = 'well' | 'badly' | 'unclear';

const refusing: readonly CustomerAct[] = ['deny-resolved', 'repeat', 'escalate', 'threaten-to-leave', 'insult'];

export const reactionTo = (exchange: Exchange): Reaction => {
  if (exchange.next.length === 0) return 'unclear';
  const valence = exchange.nextMood?.valence ?? 0;
  if (valence < 0 && exchange.next.some((spot) => spotDoesAny(spot, refusing))) return 'badly';
  if (valence <= unhappy && exchange.next.some((spot) => spotDoesAny(spot, ['complain', 'chase', 'confused'])))
    return 'badly';
  if (valence >= 0.4) return 'well';
  return valence >= 0 && exchange.next.some((spot) => spotDoesAny(spot, ['confirm-resolved', 'thank']))
    ? 'well'
    : 'unclear';
};

/** The customer's last words to this author are glad, thankful or confirm that it is solved. */
export const endsWell = (thread: Thread): boolean => {
  const last = thread.exchanges.findLast((exchange) => exchange.next.length > 0);
  return last !== undefined && reactionTo(last) === 'well';
};

/** The customer's last words to this author are unhappy, or say that it is not solved. */
export const endsBadly = (thread: Thread): boolean => {
  const last = thread.exchanges.at(-1);
  if (!last || last.next.length === 0) return false;
  return reactionTo(last) === 'badly' || (last.nextMood?.valence ?? 0) <= unhappy;
};
