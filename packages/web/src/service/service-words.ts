/** What is no service, by kind, in words. */
import type { NotServiceGroup, NotServiceKind } from '@rapport/contract';
import { countOf, countWords } from '../first-run/count-words.ts';

export const kindNames: Record<NotServiceKind, string> = {
  newsletter: 'Newsletters',
  bounce: 'Mails that came back',
  alert: 'Alerts of machines',
  'auto-mail': 'Written by machines alone',
  invoice: 'Invoices',
  supplier: 'With suppliers',
  staff: 'Among your own people',
  spam: 'Spam',
};

type Counted = Pick<NotServiceGroup, 'conversations' | 'confirmed'>;

/** The marked part of the headline, and the rest of it. */
export function headlineOf(groups: readonly Counted[]): { marked: string; rest: string } | null {
  const all = groups.reduce((sum, { conversations }) => sum + conversations, 0);
  if (all === 0) return null;
  const open = groups.filter(isOpen).length;
  const marked = `${countOf(all, 'conversation')} ${all === 1 ? 'is' : 'are'} taken for something else`;
  return { marked, rest: open === 0 ? ', and you have said so.' : '.' };
}

/** Something of it nobody has confirmed yet. */
export const isOpen = ({ conversations, confirmed }: Counted): boolean => confirmed < conversations;

export function stateWords({ conversations, confirmed }: Counted): string {
  if (confirmed === 0) return `${countWords(conversations)}, proposed`;
  if (confirmed < conversations) return `${countWords(conversations)}, ${countWords(confirmed)} confirmed`;
  return `${countWords(conversations)}, confirmed`;
}

/** The first kind that waits for a word, from a place on; the place itself when none does. */
export function nextOpen(groups: readonly Counted[], from: number): number {
  const after = groups.findIndex((group, index) => index > from && isOpen(group));
  if (after >= 0) return after;
  const any = groups.findIndex(isOpen);
  return any >= 0 ? any : from;
}
