/** Quotes and headlines of the draft check. */
import type { Evidence } from '@rapport/contract';
import { draftId } from './draft-reading.ts';

export interface DraftQuote {
  start: number;
  end: number;
  quote: string;
  of: 'customer' | 'draft';
}

export const quoteOf = ({ messageId, start, end, quote }: Evidence): DraftQuote => ({
  start,
  end,
  quote,
  of: messageId === draftId ? 'draft' : 'customer',
});

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

export const headlineFor = (skipped: number, draft: string): string => {
  if (!draft.trim()) return 'Nothing written yet.';
  if (skipped === 0) return 'Your draft answers what they said.';
  return `${numbers[skipped] ?? skipped} ${skipped === 1 ? 'thing' : 'things'} they said that your draft skips.`;
};
