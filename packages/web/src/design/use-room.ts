import { type RefObject, useEffect, useState } from 'react';

/** The width there is for a drawing, also after a turn of the phone. */
export function useRoom(place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(640);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return room;
}
