/** IBANs of the countries of the SWIFT register: right length for the country, check digits right (ISO 13616, mod 97). */
import type { Span } from './mask-text.ts';

const lengths = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))] as const),
);
const begin = /(?<![A-Za-z0-9])([A-Za-z]{2})[ \-\u00a0]?(?=\d{2})/g;

export function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const found of text.matchAll(begin)) {
    const country = (found[1] ?? '').toUpperCase();
    const length = lengths.get(country);
    if (length === undefined || found.index < (spans.at(-1)?.end ?? 0)) continue;
    const taken = takeCharacters(text, found.index + found[0].length, length - 2);
    if (taken && isRight(country + taken.characters)) spans.push({ start: found.index, end: taken.end });
  }
  return spans;
}

/** So many letters and digits, with at most two blanks or dashes between them; null when a word character follows. */
function takeCharacters(text: string, from: number, count: number): { characters: string; end: number } | null {
  let characters = '';
  let gap = 0;
  for (let at = from; at < text.length; at++) {
    const one = text.charAt(at);
    if (/[A-Za-z0-9]/.test(one)) {
      characters += one.toUpperCase();
      gap = 0;
      if (characters.length < count) continue;
      return /[A-Za-z0-9]/.test(text.charAt(at + 1)) ? null : { characters, end: at + 1 };
    }
    gap += 1;
    if (gap > 2 || !/[ \-.\u00a0\u202f]/.test(one)) return null;
  }
  return null;
}

function isRight(iban: string): boolean {
  let rest = 0;
  for (const one of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(one, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
