/** The way from where conversations come in to whose they are. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export function SeeWho({ children }: { children: ReactNode }) {
  return (
    <p className="second sources-who">
      {children} <Link to="/sources/who">See who is who</Link>, and put right whoever is not what they are taken for.
    </p>
  );
}
