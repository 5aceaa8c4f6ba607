/** What a form says when it was refused: the sentence of the server, or of the part that does not fit. */
import { RapportError } from '@rapport/contract';

export function wordsOf(error: unknown): string {
  if (!(error instanceof RapportError)) return 'That did not work. Try again.';
  return [error.parts.what, error.parts.wayOut].filter(Boolean).join(' ');
}
