/**
 * The start of a foreign text, to be shown in a notice or a plan. Cut between characters, and with a mark in the place of
 * what cannot be stored (NUL, half a character): a notice must never break on the very thing it is about.
 *
 * Who stores an excerpt masks it first. Half a card number or half an address is none that masking knows, so that the cut
 * never goes through one: then the excerpt ends before it.
 */
import { findCards } from './masking/find-cards.ts';
import { findEmails } from './masking/find-emails.ts';
import { findIbans } from './masking/find-ibans.ts';
import { findKeys } from './masking/find-keys.ts';
import { findNationalIds } from './masking/find-national-ids.ts';
import { findPhones } from './masking/find-phones.ts';

export function excerpt(text: string, most: number): string {
  return text
    .slice(0, text.length > most ? endOf(text, most) : most)
    .replaceAll(/[\ud800-\udbff]$/g, '')
    .replaceAll(/[\0\p{Cs}]/gu, '\u2400');
}

const finders = [findKeys, findEmails, findIbans, findNationalIds, findCards, findPhones];
/** As long as anything that is masked. */
const lookBehindAndAhead = 300;

function endOf(text: string, most: number): number {
  const from = Math.max(0, most - lookBehindAndAhead);
  const window = text.slice(from, most + lookBehindAndAhead);
  const cut = most - from;
  const through = finders.flatMap((find) => find(window)).filter(({ start, end }) => start < cut && cut < end);
  return from + Math.min(cut, ...through.map(({ start }) => start));
}
