/** How an address for webhooks stands, in words. */
import type { WebhookKind, WebhookReceiver, WebhookVerdict } from '@rapport/contract';
import { dayAndTimeWords } from '../design/dates.ts';
import { countOf } from '../first-run/count-words.ts';
import type { StandTone } from './source-words.ts';

export const webhookKindNames: Readonly<Record<WebhookKind, string>> = {
  chatwoot: 'Chatwoot',
  libredesk: 'LibreDesk',
  zendesk: 'Zendesk',
  intercom: 'Intercom',
  'help-scout': 'Help Scout',
  zammad: 'Zammad',
  freshdesk: 'Freshdesk',
  'request-tracker': 'Request Tracker',
};

export function standOfReceiver({ state, received, refused }: WebhookReceiver): { words: string; tone: StandTone } {
  if (state === 'paused') return { words: 'Paused', tone: 'unsure' };
  if (received > 0) return { words: 'Receives', tone: 'strength' };
  return refused > 0 ? { words: 'Needs you', tone: 'attention' } : { words: 'Not called yet', tone: 'unsure' };
}

export function receiverSentences(one: WebhookReceiver): string[] {
  const { state, received, refused, lastReceivedAt, secretFrom, brings } = one;
  if (state === 'paused')
    return ['The helpdesk is told to try again later. What is asked for every minute still arrives.'];
  if (received > 0 && lastReceivedAt !== null)
    return [
      `The last good call came at ${dayAndTimeWords(lastReceivedAt)}.`,
      ...(brings === 'ring' ? ['Each lets the connection look right away; nothing of the call itself is read.'] : []),
    ];
  if (refused > 0) {
    return [
      `${countOf(refused, 'call')} came, and no ${brings === 'ring' ? 'secret' : 'signature'} was right: the secrets here and there are not the same.`,
      secretFrom === 'helpdesk'
        ? 'Enter the secret that the helpdesk shows.'
        : 'Make another secret, and enter it there.',
    ];
  }
  return ['Nothing has come yet. Follow the steps, then let the helpdesk send its test: it shows here within seconds.'];
}

/** What an administrator does, in order. The secret is made here or there, as the helpdesk wants it. */
export function receiverSteps({ setUp, secretFrom }: Pick<WebhookReceiver, 'setUp' | 'secretFrom'>): string[] {
  const where = `In the helpdesk: ${setUp}`;
  if (secretFrom === 'helpdesk') {
    return [
      'Copy the address above.',
      where,
      'The helpdesk shows a signing secret. Copy it, press “Enter its secret” below, and save.',
      'Send a test there, or answer a ticket.',
    ];
  }
  return [
    'Copy the address above, and the secret that was shown when it was made. Lost it? Press “Another secret”.',
    where,
    'Send a test there, or answer a ticket.',
  ];
}

export const verdictWords: Readonly<Record<WebhookVerdict, string>> = {
  stored: 'Stored',
  'nothing-to-keep': 'Good, with nothing to be kept in it',
  known: 'Good, and known already',
  paused: 'Not taken: receiving is paused',
  unreadable: 'Not taken: no JSON of this helpdesk',
  rang: 'Good: the connection looks right away',
  'rang-already': 'Good: it is looking already',
  'nobody-looks': 'Good, but no connection of this origin is running',
  unsigned: 'Refused: it carries no signature or secret',
  wrong: 'Refused: the signature or the secret is not right',
  'too-old': 'Refused: signed more than five minutes from now; check the clocks',
};

export const isGoodVerdict = (verdict: WebhookVerdict): boolean =>
  ['stored', 'nothing-to-keep', 'known', 'rang', 'rang-already'].includes(verdict);
