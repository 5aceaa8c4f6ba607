/** How a mailbox stands, in words. */
import type { Mailbox, MailboxTrial } from '@rapport/contract';
import { dayAndTimeWords } from '../design/dates.ts';
import { countOf, countWords } from '../first-run/count-words.ts';
import type { StandTone } from './source-words.ts';

export function standOfMailbox({ state, lastReadAt }: Pick<Mailbox, 'state' | 'lastReadAt'>): {
  words: string;
  tone: StandTone;
} {
  if (state === 'paused') return { words: 'Paused', tone: 'unsure' };
  if (state === 'failing') return { words: 'Needs you', tone: 'attention' };
  return lastReadAt === null
    ? { words: 'Reading the past', tone: 'unsure' }
    : { words: 'Up to date', tone: 'strength' };
}

export function mailboxSentences({ state, reason, lastReadAt }: Mailbox): string[] {
  if (state === 'paused') return ['Nothing is read until you let it go on. It goes on where it stopped.'];
  if (reason !== null) return [reason.what, `${reason.wayOut} It is tried again by itself.`];
  if (lastReadAt === null) return ['Its past is being read. Nothing in it is changed; no mail becomes “seen”.'];
  return [`It had everything at ${dayAndTimeWords(lastReadAt)}; it is looked into every half minute.`];
}

export function mailboxHeadline(list: readonly Mailbox[]): { marked: string; rest: string } {
  const failing = list.filter(({ state }) => state === 'failing').length;
  if (failing > 0) {
    return { marked: `${countOf(failing, 'mailbox', 'mailboxes')} ${failing === 1 ? 'needs' : 'need'} you`, rest: '.' };
  }
  const paused = list.filter(({ state }) => state === 'paused').length;
  const running = list.length - paused;
  if (running === 0) return { marked: `${countOf(paused, 'mailbox', 'mailboxes')} paused`, rest: '.' };
  return {
    marked: `${countOf(running, 'mailbox', 'mailboxes')} ${running === 1 ? 'is' : 'are'} being read`,
    rest: paused > 0 ? `, ${countWords(paused)} paused.` : '.',
  };
}

export const folderName = (role: 'inbox' | 'sent'): string => (role === 'inbox' ? 'Inbox' : 'Sent mail');

export function trialWords({ folders }: Pick<MailboxTrial, 'folders'>): string {
  const found = folders.map(({ role, mails }) => `${countOf(mails, 'mail')} in ${folderName(role).toLowerCase()}`);
  const sent = folders.some(({ role }) => role === 'sent')
    ? ''
    : ' The server marks no folder as sent mail, so only answers that reach the inbox are read.';
  return `It works: ${found.join(', ')}.${sent}`;
}
