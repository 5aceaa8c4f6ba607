/**
 * Text as the search field reads it, on both sides: of the words kept and of the words asked for.
 *
 * PostgreSQL's parser knows letters by the character type of the database, which is "C" here so that order is the same
 * everywhere; it then takes a curly apostrophe for a letter and leaves É as it is. So both are settled before it looks.
 */
export function toSearchText(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{ASCII}\p{L}\p{N}\p{M}]/gu, ' ');
}

/** What a person typed: their quotes and minus signs keep the meaning they have in a search field. */
export function toSearchQuery(typed: string): string {
  return toSearchText(typed.replaceAll(/[“”„«»]/g, '"').replaceAll(/(^|\s)[–—−](?=\S)/g, '$1-'));
}
