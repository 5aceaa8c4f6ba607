/**
 * The start of a foreign text, to be shown in a notice or a plan. Cut between characters, and with a mark in the place of
 * what cannot be stored (NUL, half a character): a notice must never break on the very thing it is about.
 */
export function excerpt(text: string, most: number): string {
  return text
    .slice(0, most)
    .replaceAll(/[\ud800-\udbff]$/g, '')
    .replaceAll(/[\0\p{Cs}]/gu, '\u2400');
}
