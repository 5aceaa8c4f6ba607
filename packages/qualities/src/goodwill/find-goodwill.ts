/**
 * Goodwill an agent gave: value beyond what was owed. A raised offer is listed once, at its last value.
 * A finding with its quote for the ledger; nothing is booked from text alone.
 */
import type { GoodwillFound } from '@rapport/contract';
import { does, type Reading, type ReadMessage, type Sentence } from '../reading.ts';
import { type Amount, findAmounts } from './find-amounts.ts';

export const findGoodwill = (reading: Reading): GoodwillFound[] => {
  const found: GoodwillFound[] = [];
  for (const [index, read] of reading.messages.entries()) {
    if (!read.scorable) continue;
    for (const sentence of read.sentences) {
      if (!gives(sentence)) continue;
      const given = describe(reading, index, read, sentence);
      const earlier = found.findIndex((one) => one.agent === given.agent && raises(sentence.text, one, given));
      if (earlier >= 0) found[earlier] = given;
      else found.push(given);
    }
  }
  return found;
};

const gifts =
  /\b(?:goodwill|gesture|compliments?|compensation|for (?:the|your) (?:trouble|bother|wait|waiting|delay|inconvenience|fright|stress|days)|on (?:us|the house)|free of charge|no charge|for free|for nothing|voucher|gift ?card|(?:as|to say) (?:a )?(?:sorry|thank)|waived?|knocked .{1,30} off|taken .{1,40} off|took .{1,40} off|taking .{1,40} off|coming off|put .{1,20} (?:credit|on your)|added? .{1,30}(?:credit|voucher|to your (?:account|wallet|balance))|credits? (?:on|to) your|free (?:month|week|night|class|shipping|delivery|coffee|upgrade|drink|ticket|meal))\b/i;
const owed =
  /\b(?:double|duplicate|twice|overcharged?|overpaid|wrong(?:ly)?|mistaken(?:ly)?|by mistake|full refund|refund of your order|second (?:charge|payment)|deposit|you paid|policy|would cost|normally|costs|usually|feel free|free to|non-refundable|minimum)\b/i;
const offers = /\?\s*$|\bif you\b|\bcan(?:not|'t|’t)\b|\bunable\b|\bno (?:discounts?|refunds?|credit|goodwill)\b/i;

const gives = (sentence: Sentence): boolean =>
  does(sentence, 'give-goodwill')
    ? !/\bno (?:goodwill|compensation|discount)\b|\b(?:not|never|can't|cannot) (?:offer|give|pay|credit)\b/i.test(sentence.text)
    : gifts.test(sentence.text) && !owed.test(sentence.text) && !offers.test(sentence.text) && sentence.text.length < 400;

const describe = (reading: Reading, index: number, read: ReadMessage, sentence: Sentence): GoodwillFound => {
  const amounts = findAmounts(sentence.text);
  const amount = pickAmount(sentence.text, amounts);
  const { message } = read;
  return {
    agent: message.author,
    said: {
      messageId: message.id,
      start: sentence.start,
      end: sentence.end,
      quote: message.text.slice(sentence.start, sentence.end),
    },
    amountCents: amount ? amount.minorUnits : namesMoneyWithoutAmount.test(sentence.text) ? null : 0,
    currency: amount?.currency ?? currencyAround(reading, index),
  };
};

/** A fee or refund has a value the text does not tell; a free month or a coffee is a gesture of 0. */
const namesMoneyWithoutAmount = /\b(?:credit|refund\w*|voucher|gift ?card|discount|compensation|charge off|fee|delivery charge|%|per ?cent)\b/i;

/** The amount nearest after a giving word, else the last one: "the £70 fee is gone, plus £10 for the wait". */
const pickAmount = (text: string, amounts: readonly Amount[]): Amount | undefined => {
  const giving = /\b(?:add\w*|credit\w*|give\w*|gave|put|plus|taken|took|knocked|voucher|refund\w*|waive\w*|returning|dropped)\b/i.exec(text);
  return amounts.find((amount) => giving && amount.start >= giving.index) ?? amounts.at(-1);
};

/** The currency spoken of so far; a conversation rarely mixes two. */
const currencyAround = (reading: Reading, index: number): string | null => {
  for (let at = index; at >= 0; at -= 1) {
    const text = reading.messages[at]?.message.text ?? '';
    const last = text.length < 20_000 ? findAmounts(text).at(-1) : undefined;
    if (last) return last.currency;
  }
  return null;
};

const raises = (text: string, earlier: GoodwillFound, given: GoodwillFound): boolean =>
  earlier.currency === given.currency &&
  (earlier.amountCents ?? 0) > 0 &&
  (given.amountCents ?? 0) > 0 &&
  /\b(?:make it|made it|raise[ds]?|instead|up to|increase[ds]?|even)\b/i.test(text);
