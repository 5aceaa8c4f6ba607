/** Pages are fetched when first opened: a server that is away, or was brought up to date meanwhile, has them no more. */
import { RapportError } from '@rapport/contract';

const signs = [
  'Failed to fetch dynamically imported module',
  'error loading dynamically imported module',
  'Importing a module script failed',
  'Unable to preload CSS',
];

/** What browsers and the builder say when a part of a page cannot be fetched; each in words of its own. */
export const isNotFetched = (error: unknown): boolean =>
  error instanceof Error && signs.some((sign) => error.message.startsWith(sign));

export const notFetched = (): RapportError =>
  new RapportError('unavailable', {
    what: 'This page could not be fetched.',
    why: 'The server does not answer, or it was brought up to date meanwhile. Nothing stored is touched by it.',
    wayOut: 'Try again in a moment; the page is then loaded anew.',
  });

/** A part that once failed is never asked for again by the same document, so the document itself is loaded anew. */
export async function loadAnew(): Promise<void> {
  const answers = await fetch('/').then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) window.location.reload();
}
