/** The place of a text that was found, exactly as it stands there, with the words that were looked for marked. */
import type { FoundArticle } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';

export type Excerpt = FoundArticle['excerpt'];

/** So much of a text is looked at for the place that was found. */
export const searchedForPlace = 20_000;

/** Characters nobody types mark what was found; they are cut out of the text before. */
const [hitStart, hitEnd] = ['\ue000', '\ue001'];

/** Of `articles AS a`. @param query a tsquery */
export const placeOfHits = (query: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`ts_headline(a.search_language::regconfig, translate(left(a.text, ${searchedForPlace}), ${hitStart + hitEnd}, ''),
    ${query}, ${`StartSel=${hitStart}, StopSel=${hitEnd}, MaxWords=32, MinWords=18, MaxFragments=1`})`;

/**
 * In pieces, with a sign where it begins or ends in the middle of the text.
 *
 * @returns nothing where the text does not say it so: it is shown as a quote
 */
export function partsOf(excerpt: string, text: string): Excerpt {
  const shown = excerpt.replaceAll(/\s+/g, ' ').trim();
  const plain = shown.replaceAll(hitStart, '').replaceAll(hitEnd, '');
  const whole = text.replaceAll(hitStart, '').replaceAll(hitEnd, '').replaceAll(/\s+/g, ' ').trim();
  if (plain === '' || !whole.includes(plain)) return [];
  const [before, after] = [whole.startsWith(plain) ? '' : '… ', whole.endsWith(plain) ? '' : ' …'];
  return `${before}${shown}${after}`.split(hitStart).flatMap((piece, index) => {
    const [hit = '', rest = ''] = index === 0 ? ['', piece] : piece.split(hitEnd);
    return [
      { text: hit, isHit: true },
      { text: rest.replaceAll(hitEnd, ''), isHit: false },
    ].filter(({ text }) => text !== '');
  });
}
