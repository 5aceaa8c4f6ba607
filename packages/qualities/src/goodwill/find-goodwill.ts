/**
 * Goodwill an agent gave: value beyond what was owed. A raised offer is listed once, at its last value.
 * A finding with its quote for the ledger; nothing is booked from text alone.
 */
import type { GoodwillFound } from '@rapport/contract';
import { does, type Reading, type ReadMessage, type Sentence } from '../reading.ts';
import { type Amount, findAmounts } from './find-amounts.ts';

export const findGoodwill = (reading: Reading): GoodwillFound[] => {
  const found: GoodwillFound[] = [];
  const around = new CurrencyAround(reading);
  for (const [index, read] of reading.messages.entries()) {
    if (!read.scorable) continue;
    for (const sentence of read.sentences) {
      if (!gives(sentence)) continue;
      const given = describe(around.at(index), read, sentence);
      const earlier = raising.test(sentence.text)
        ? found.findIndex((one) => one.agent === given.agent && isRaised(one, given))
        : -1;
      if (earlier >= 0) found[earlier] = given;
      else found.push(given);
    }
  }
  return found;
};

const gifts =
  /\b(?:(?:as a |goodwill )gesture|goodwill (?:credit|payment|amount)|with our compliments|on the house|(?:is|are|be|meal|drink|coffee|dinner|delivery|shipping|month|taxi|it) on us|our treat|(?:add|give|given|gave|put|credit)\w* .{1,40}(?:for (?:the|your) (?:trouble|bother|wait|waiting|delay|inconvenience|fright|stress|days)|as (?:a|an) (?:sorry|thank|apology))|gift ?card|knocked .{1,30} off|(?:taken|took|taking) .{1,40} off your (?:bill|invoice|order|account)|(?:put|popped|dropped|added?) .{1,30}(?:credits?|voucher|(?:on|onto|to|in) your (?:account|wallet|balance|meter))|you a free|free (?:month|week|night|class|shipping|delivery|coffee|upgrade|drink|ticket|meal) (?:for|on|to) you)\b/i;
const owed =
  /\b(?:double|duplicate|twice|overcharged?|overpaid|wrong(?:ly)?|mistaken(?:ly)?|by mistake|full refund|refund of your order|second (?:charge|payment)|deposit|you paid|policy|would cost|normally|costs|usually|feel free|free to|non-refundable|minimum|fault|error|mistake|(?:that|this|it)(?:'s|’s| is| was) on us)\b/i;
const offers = /\?\s*$|\bif you\b|\bcan(?:not|'t|’t)\b|\bunable\b|\bno (?:discounts?|refunds?|credit|goodwill)\b/i;

const gives = (sentence: Sentence): boolean =>
  does(sentence, 'give-goodwill') && (gifts.test(sentence.text) || !owed.test(sentence.text))
    ? !/\bno (?:goodwill|compensation|discount)\b|\b(?:not|never|can't|cannot) (?:offer|give|pay|credit)\b/i.test(
        sentence.text,
      )
    : gifts.test(sentence.text) &&
      !owed.test(sentence.text) &&
      !offers.test(sentence.text) &&
      sentence.text.length < 400;

const describe = (around: string | null, read: ReadMessage, sentence: Sentence): GoodwillFound => {
  const amounts = findAmounts(sentence.text);
  const amount = pickAmount(sentence.text, amounts) ?? bareAmount(sentence.text, around);
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
    currency: amount?.currency ?? around,
  };
};

/** A fee or refund has a value the text does not tell; a free month or a coffee is a gesture of 0. */
const namesMoneyWithoutAmount =
  /\b(?:credit|refund\w*|voucher|gift ?card|discount|compensation|charge off|fee|delivery charge|%|per ?cent)\b/i;

/** The amount nearest after a giving word, else the last one: "the £70 fee is gone, plus £10 for the wait". */
const pickAmount = (text: string, amounts: readonly Amount[]): Pick<Amount, 'minorUnits' | 'currency'> | undefined => {
  const giving =
    /\b(?:add\w*|credit\w*|give\w*|gave|put|plus|taken|took|knocked|voucher|refund\w*|waive\w*|returning|dropped)\b/i.exec(
      text,
    );
  return amounts.find((amount) => giving && amount.start >= giving.index) ?? amounts.at(-1);
};

/** "I have added 40 for the wait", where the currency was named before. */
const bareAmount = (text: string, currency: string | null): Pick<Amount, 'minorUnits' | 'currency'> | undefined => {
  const found =
    /\b(?:added|add|adding|credited|taken(?: off)?|taking(?: off)?|put|given|give)(?: you| another| the| off)? (\d{1,5}(?:[.,]\d{2})?)(?![\d.,%]| ?(?:days?|weeks?|months?|points|%|minutes|hours|x))/i.exec(
      text,
    );
  const value = found?.[1] === undefined ? Number.NaN : Number(found[1].replace(',', '.'));
  return currency === null || Number.isNaN(value) ? undefined : { minorUnits: Math.round(value * 100), currency };
};

/** The currency spoken of so far; a conversation rarely mixes two. Places are asked about in order. */
class CurrencyAround {
  private readonly reading: Reading;
  private last = -1;
  private currency: string | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  at(index: number): string | null {
    for (let at = index; at > this.last; at -= 1) {
      const text = this.reading.messages[at]?.message.text ?? '';
      const newest = text.length < 20_000 ? findAmounts(text).at(-1) : undefined;
      if (!newest) continue;
      this.currency = newest.currency;
      break;
    }
    this.last = index;
    return this.currency;
  }
}

const raising = /\b(?:make it|made it|raise[ds]?|instead|up to|increase[ds]?|even)\b/i;

const isRaised = (earlier: GoodwillFound, given: GoodwillFound): boolean =>
  earlier.currency === given.currency && (earlier.amountCents ?? 0) > 0 && (given.amountCents ?? 0) > 0;
