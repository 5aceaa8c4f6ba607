/** Amounts of money in a text, in minor units (cents, pence, øre) of their currency. */

export interface Amount {
  /** Offsets into the text. */
  start: number;
  end: number;
  /** Integer minor units. */
  minorUnits: number;
  /** ISO 4217 code. */
  currency: string;
}

const signs: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  r: 'ZAR',
};

const names: Readonly<Record<string, string>> = {
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  buck: 'USD',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  aud: 'AUD',
  cad: 'CAD',
  nzd: 'NZD',
  chf: 'CHF',
  francs: 'CHF',
  franken: 'CHF',
  sek: 'SEK',
  kronor: 'SEK',
  nok: 'NOK',
  kroner: 'NOK',
  dkk: 'DKK',
  inr: 'INR',
  rupees: 'INR',
  jpy: 'JPY',
  yen: 'JPY',
  zar: 'ZAR',
  rand: 'ZAR',
  pln: 'PLN',
  zloty: 'PLN',
  sgd: 'SGD',
  hkd: 'HKD',
  brl: 'BRL',
  reais: 'BRL',
};

const withoutMinor = new Set(['JPY']);

const spelled: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1] as const)
    .concat(
      ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety', 'hundred'].map(
        (word, index) => [word, (index + 3) * 10] as const,
      ),
    ),
);

const number = String.raw`\d{1,3}(?:[,.  ’']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d)`;
const signedFirst = new RegExp(
  String.raw`(?<![\w$€£])((?:US|AU|CA|NZ|HK|[ACSR])?\$|[€£¥₹]|R(?=\d))\s?(${number})|(?<![\w.,])(${number})\s?(?:([$€£¥₹])|(${Object.keys(names).join('|')})\b)|\b(${Object.keys(spelled).join('|')})\s(${Object.keys(names).join('|')})\b`,
  'gi',
);

const mayHoldMoney = new RegExp(String.raw`[$€£¥₹]|\b(?:${Object.keys(names).join('|')})\b|\bR\d`, 'i');

/** In order of appearance; "$28", "20 EUR", "1.250,00 €", "sixty euros". */
export const findAmounts = (text: string): Amount[] => {
  if (!mayHoldMoney.test(text)) return [];
  const found: Amount[] = [];
  for (const match of text.matchAll(signedFirst)) {
    const [whole, signBefore, afterSign, beforeUnit, signAfter, nameAfter, word, nameOfWord] = match;
    const currency =
      signs[(signBefore ?? signAfter ?? '').toLowerCase()] ?? names[(nameAfter ?? nameOfWord ?? '').toLowerCase()];
    if (currency === undefined) continue;
    const value = word === undefined ? toNumber(afterSign ?? beforeUnit ?? '') : spelled[word.toLowerCase()];
    if (value === undefined || !Number.isFinite(value)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      minorUnits: Math.round(value * (withoutMinor.has(currency) ? 1 : 100)),
      currency,
    });
  }
  return found;
};

/** "1,250.00", "1.250,00" and "28.5" alike: the last mark with one or two digits after it is the decimal one. */
const toNumber = (digits: string): number => {
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const wholePart = (decimal ? digits.slice(0, decimal.index) : digits).replace(/\D/g, '');
  return Number(`${wholePart}.${decimal?.[1] ?? '0'}`);
};
