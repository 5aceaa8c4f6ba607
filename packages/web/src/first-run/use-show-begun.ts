import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Where the import stands below the page's end (a phone), it comes into view once somebody has begun one: only then, so
 * that nothing moves by itself. Beside it there is nothing to move.
 *
 * @returns to be called when one is begun
 */
export function useShowBegun(place: RefObject<HTMLElement | null>, newest: string | undefined): () => void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current === null || newest === undefined || newest === before.current) return;
    before.current = null;
    if (place.current && place.current.getBoundingClientRect().top > innerHeight / 2) {
      place.current.scrollIntoView({ block: 'start' });
    }
  }, [newest, place]);
  return useCallback(() => {
    before.current = newest ?? '';
  }, [newest]);
}
