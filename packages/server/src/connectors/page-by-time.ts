/**
 * Turning pages that are sorted by the time of the last change, oldest first. Each page is asked for from the last change
 * of the page before; by number only where a whole page bears one time. So nothing is passed over when something moves
 * to the end while pages are turned.
 */
export interface TimePlace {
  since: string;
  page: number;
}

/** @param token what `nextPlace` gave; null at the first page */
export function placeOf(token: string | null, since: string): TimePlace {
  const [at, page] = token?.split(' ') ?? [];
  return at === undefined ? { since, page: 1 } : { since: at, page: Number(page) };
}

/** @returns null where the list has ended */
export function nextPlace(place: TimePlace, items: readonly { at: string }[], isFull: boolean): string | null {
  const last = items.at(-1)?.at ?? '';
  if (!isFull || items.length === 0) return null;
  return last > place.since ? `${last} 1` : `${place.since} ${place.page + 1}`;
}

/** For a walk through everything. */
export const beginningOfTime = '2000-01-01T00:00:00.000Z';
