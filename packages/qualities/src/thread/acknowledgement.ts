/** Did a reply see the trouble? Four qualities ask this, so the answer is worked out in one place. */
import { contentWords, sharedWords } from './content-words.ts';
import { type Spot, spotDoes, surelyDoesAny, sureness } from './spot.ts';
import { isStockCare, opensNo, weighing } from './stock-phrases.ts';
import type { Exchange, Thread } from './thread-of.ts';

export interface Acknowledgement {
  spot: Spot;
  /** `case`: about this customer's matter; `stock`: words that would fit anybody's. */
  kind: 'case' | 'stock';
  /** Position of the sentence in the reply. */
  at: number;
}

/** The best acknowledgement in a reply, judged against the words the customer used; null when there is none. */
export const acknowledgementIn = (reply: readonly Spot[], heard: ReadonlySet<string>): Acknowledgement | null => {
  let best: Acknowledgement | null = null;
  for (const [at, spot] of reply.entries()) {
    const kind = kindOf(spot, heard);
    if (kind === 'case') return { spot, kind, at };
    if (kind && !best) best = { spot, kind, at };
  }
  return best;
};

const memory = new WeakMap<Exchange, Acknowledgement | null>();

/** The same for one exchange of a thread; four qualities ask, so the answer is kept. */
export const acknowledgementOf = (thread: Thread, exchange: Exchange): Acknowledgement | null => {
  const known = memory.get(exchange);
  if (known !== undefined) return known;
  const found = acknowledgementIn(exchange.reply, thread.heard);
  memory.set(exchange, found);
  return found;
};

/** A sentence that may well be an acknowledgement is given the benefit, since a false "missed" is the worse error. */
const perhaps = 0.3;

/** One hurting act beyond doubt, or several that are each likely: "reading the page would have helped you". */
const hurts = (spot: Spot): boolean =>
  surelyDoesAny(spot, ['dismiss', 'mirror-hostility', 'blame']) ||
  sureness(spot, 'dismiss') + sureness(spot, 'mirror-hostility') + sureness(spot, 'blame') >= togetherFrom;

const togetherFrom = 1.1;

const kindOf = (spot: Spot, heard: ReadonlySet<string>): Acknowledgement['kind'] | null => {
  const { sentence } = spot;
  if (hurts(spot)) return null;
  const { text } = sentence;
  if (spotDoes(spot, 'acknowledge-feeling')) {
    const shared = sharedWords(sentence, heard);
    if (shared >= 2) return 'case';
    if (isStockCare(text)) return 'stock';
    return shared >= 1 || contentWords(sentence).length >= 2 ? 'case' : 'stock';
  }
  const apologises = spotDoes(spot, 'apologise');
  if (apologises && opensNo.test(text)) return null;
  if (apologises || sureness(spot, 'acknowledge-feeling') >= perhaps)
    return sharedWords(sentence, heard) >= 2 && !isStockCare(text) ? 'case' : 'stock';
  const plain = text.toLowerCase().replaceAll('’', "'");
  if (plain.trimEnd().endsWith('?') || !weighing.test(plain)) return null;
  const toThem = /\byou(?:r|'\w+)?\b/.test(plain);
  return (toThem && sentence.words.length >= 5) || sharedWords(sentence, heard) >= 1 ? 'case' : null;
};
