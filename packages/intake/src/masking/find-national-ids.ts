/**
 * Numbers by which a state knows a person. Each country's form with its check digit; where a form is nothing but digits
 * that an order could have by chance, a word before it must say what it is.
 *
 * US social security, UK national insurance, Germany's tax id, Spain's DNI and NIE, Italy's codice fiscale, France's NIR,
 * the Netherlands' BSN, Poland's PESEL, Sweden's personnummer, Brazil's CPF, India's Aadhaar.
 */
import type { Span } from './mask-text.ts';

interface Form {
  pattern: RegExp;
  /** Digits and letters alone, in upper case. */
  isValid: (bare: string) => boolean;
  /** What must stand shortly before it; absent: the form says enough. */
  said?: RegExp;
}

const said = (words: string): RegExp => new RegExp(`(?:${words})[^\\d\\n]{0,24}$`, 'iu');

const digitOf = (bare: string, at: number): number => bare.charCodeAt(at) - 48;
const weigh = (bare: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * digitOf(bare, at), 0);

const forms: readonly Form[] = [
  // US
  {
    pattern: /(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/g,
    isValid: () => true,
  },
  {
    pattern: /(?<![\w-])(?!000|666|9)\d{3}[ ]?(?!00)\d{2}[ ]?(?!0000)\d{4}(?![\w-])/g,
    isValid: () => true,
    said: said('\\bSSN\\b|social security'),
  },
  // United Kingdom
  {
    pattern: /(?<!\w)(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
    isValid: (bare) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(bare),
  },
  // Germany
  {
    pattern: /(?<![\w-])[1-9]\d(?: ?\d{3}){3}(?![\w-])/g,
    isValid: isGermanTaxId,
    said: said('steuer\\p{L}*|identifikationsnummer|\\bIdNr\\b|\\btax id\\b'),
  },
  // Spain
  {
    pattern: /(?<!\w)(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?!\w)/gi,
    isValid: (bare) => {
      const number = Number(bare.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
      return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === bare.at(-1);
    },
  },
  // Italy
  {
    pattern: /(?<!\w)[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?!\w)/gi,
    isValid: (bare) => codiceLetter(bare.slice(0, 15)) === bare[15],
  },
  // France
  {
    pattern: /(?<![\w-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?![\w-])/gi,
    isValid: (bare) => {
      const body = bare.slice(0, 13).replace('2A', '19').replace('2B', '18');
      return 97 - (Number(body) % 97) === Number(bare.slice(13));
    },
  },
  // Netherlands
  {
    pattern: /(?<![\w-])\d{9}(?![\w-])/g,
    isValid: (bare) => weigh(bare, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
    said: said('\\bBSN\\b|burgerservicenummer|sofi-?nummer'),
  },
  // Poland
  {
    pattern: /(?<![\w-])\d{11}(?![\w-])/g,
    isValid: (bare) => (weigh(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + digitOf(bare, 10)) % 10 === 0,
    said: said('\\bPESEL\\p{L}*'),
  },
  // Sweden
  {
    pattern: /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[-+]\d{4}(?![\w-])/g,
    isValid: (bare) => isLuhn(bare.slice(-10)),
  },
  // Brazil
  {
    pattern: /(?<![\w-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g,
    isValid: (bare) => hasCpfDigits(bare),
  },
  // India
  {
    pattern: /(?<![\w-])[2-9]\d{3} ?\d{4} ?\d{4}(?![\w-])/g,
    isValid: isVerhoeff,
    said: said('aadha+r\\p{L}*|\\bUID(?:AI)?\\b'),
  },
];

/** Every form holds so many digits. */
export const mayHoldNationalId = (text: string): boolean => /\d(?:\D{0,3}\d){4}/.test(text);

export function findNationalIds(text: string): Span[] {
  const spans: Span[] = [];
  for (const { pattern, isValid, said: word } of forms) {
    for (const found of text.matchAll(pattern)) {
      const span = { start: found.index, end: found.index + found[0].length };
      if (spans.some((one) => one.start < span.end && span.start < one.end)) continue;
      if (word && !word.test(text.slice(Math.max(0, span.start - 60), span.start))) continue;
      if (isValid(found[0].replaceAll(/[^\da-z]/gi, '').toUpperCase())) spans.push(span);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Of the first ten digits just one stands twice or three times; the last one is ISO 7064 mod 11, 10. */
function isGermanTaxId(bare: string): boolean {
  const counts = [...'0123456789'].map((digit) => bare.slice(0, 10).split(digit).length - 1);
  const repeated = counts.filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3) return false;
  let product = 10;
  for (let at = 0; at < 10; at += 1) {
    const sum = (digitOf(bare, at) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digitOf(bare, 10);
}

/** Odd places count by this table, even ones by their value. */
const codiceOdd: Readonly<Record<string, number>> = Object.fromEntries(
  [...'BAKPLCQDREVOSFTGUHMINJWZYX'].map((letter, value) => [letter, value]),
);
const codiceDigits = 'BAFHJNPRTV';

function codiceLetter(body: string): string {
  let sum = 0;
  for (const [at, one] of [...body].entries()) {
    const isDigit = one >= '0' && one <= '9';
    if (at % 2 === 0) sum += codiceOdd[isDigit ? (codiceDigits[Number(one)] ?? '') : one] ?? 0;
    else sum += isDigit ? Number(one) : one.charCodeAt(0) - 65;
  }
  return String.fromCharCode(65 + (sum % 26));
}

function isLuhn(bare: string): boolean {
  let sum = 0;
  for (let at = 0; at < bare.length; at += 1) {
    const value = digitOf(bare, bare.length - 1 - at) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function hasCpfDigits(bare: string): boolean {
  if (/^(\d)\1*$/.test(bare)) return false;
  return [9, 10].every((length) => {
    const sum = weigh(
      bare,
      Array.from({ length }, (_, at) => length + 1 - at),
    );
    return ((sum * 10) % 11) % 10 === digitOf(bare, length);
  });
}

const turned = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff's check over the dihedral group of order ten. */
function isVerhoeff(bare: string): boolean {
  let check = 0;
  for (let at = 0; at < bare.length; at += 1) {
    let digit = digitOf(bare, bare.length - 1 - at);
    for (let round = 0; round < at % 8; round += 1) digit = turned[digit] ?? 0;
    check = multiply(check, digit);
  }
  return check === 0;
}

function multiply(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 10) % 5;
}
