/** Where the person is in the list, as part of the address: current row, peek, and the rows picked with X. */
import type { ConversationFilter } from '@rapport/contract';
import { filterSearch, parseFilter } from './filter-address.ts';

export interface ListPlace {
  filter: ConversationFilter;
  /** Id of the current row. */
  at: string | undefined;
  peek: boolean;
  /** Ids picked with X, in the order they were picked. */
  picked: readonly string[];
}

/** So many fit an address that every browser and proxy takes. */
export const mostPicked = 40;

export function parseListPlace(search: Readonly<Record<string, unknown>>): ListPlace {
  const words = (name: string) => (typeof search[name] === 'string' ? search[name] : '');
  return {
    filter: parseFilter(search),
    at: words('at') || undefined,
    peek: words('peek') === 'yes',
    picked: [...new Set(words('picked').split(',').filter(Boolean).map(decoded))].slice(0, mostPicked),
  };
}

export function listSearch(place: ListPlace): Record<string, string> {
  return {
    ...filterSearch(place.filter),
    ...(place.at === undefined ? {} : { at: place.at }),
    ...(place.peek ? { peek: 'yes' } : {}),
    ...(place.picked.length > 0 ? { picked: place.picked.map(encodeURIComponent).join(',') } : {}),
  };
}

/** Picks a row, or lets it go; a full hand stays as it is. */
export function togglePicked(picked: readonly string[], id: string): readonly string[] {
  if (picked.includes(id)) return picked.filter((one) => one !== id);
  return picked.length >= mostPicked ? picked : [...picked, id];
}

/** The id `step` rows away; from nowhere, the first row going on and the last going back. */
export function neighbour(ids: readonly string[], at: string | undefined, step: 1 | -1): string | undefined {
  const from = at === undefined ? -1 : ids.indexOf(at);
  if (from === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, from + step))];
}

/** An id as it was before the address; one that was broken on the way stays as it is and is simply not found. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
