/** A finding in a few words. Colour only when it is sure. */
import type { ReactNode } from 'react';
import './Tag.css';

export function Tag({
  tone = 'unsure',
  children,
}: {
  tone?: 'strength' | 'attention' | 'unsure' | 'outline';
  children: ReactNode;
}) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
