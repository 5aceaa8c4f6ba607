import type { ReactNode } from 'react';

/** A table that may be wider than the page; it scrolls by itself, by keys too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
    <section className="past-scroll" aria-label={`${label}, scrolls sideways`} tabIndex={0}>
      {children}
    </section>
  );
}
