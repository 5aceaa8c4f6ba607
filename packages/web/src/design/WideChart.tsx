import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import './WideTable.css';

interface WideChartProps {
  label: string;
  /** Also what measures the room there is for the drawing. */
  place: RefObject<HTMLElement | null>;
  /** Of the drawing, in pixels. */
  width: number;
  children: ReactNode;
}

/** A course over time that may be wider than the page; it scrolls by itself, by keys too, and begins at what is newest. */
export function WideChart({ label, place, width, children }: WideChartProps) {
  useLayoutEffect(() => {
    if (place.current) place.current.scrollLeft = width;
  }, [place, width]);
  return (
    <section
      ref={place}
      className="wide-table chart"
      aria-label={`${label}, scrolls sideways`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
      tabIndex={0}
    >
      {children}
    </section>
  );
}
