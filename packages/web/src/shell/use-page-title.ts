import { useEffect } from 'react';

/** Names the browser tab; also what is read out after a move. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Rapport`;
  }, [title]);
}
