import type { ReactNode } from 'react';
import './WideTable.css';

interface WideTableProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A table that may be wider than the page; it scrolls by itself, by keys too. */
export function WideTable({ label, className, children }: WideTableProps) {
  return (
    <section
      className={className === undefined ? 'wide-table' : `wide-table ${className}`}
      aria-label={`${label}, scrolls sideways`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
      tabIndex={0}
    >
      {children}
    </section>
  );
}
