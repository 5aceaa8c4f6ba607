/** Mails as their senders write them, for the tests of reading mail. */
import { readWhole } from '../read-whole.test-data.ts';

export interface Written {
  id?: string;
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  refs?: string;
  replyTo?: string;
  headers?: string[];
  body?: string;
}

export const mail = (o: Written): string =>
  [
    `From: ${o.from ?? 'Ann <ann@home.example>'}`,
    `To: ${o.to ?? 'help@shop.example'}`,
    ...(o.id ? [`Message-ID: <${o.id}>`] : []),
    `Subject: ${o.subject ?? 'Boots'}`,
    `Date: ${o.date ?? 'Mon, 9 Mar 2026 09:00:00 +0100'}`,
    ...(o.refs
      ? [
          `References: ${o.refs
            .split(' ')
            .map((one) => `<${one}>`)
            .join(' ')}`,
        ]
      : []),
    ...(o.replyTo ? [`In-Reply-To: <${o.replyTo}>`] : []),
    ...(o.headers ?? ['Content-Type: text/plain; charset=utf-8']),
    '',
    o.body ?? 'Hello',
    '',
  ].join('\n');
export const mbox = (...mails: string[]): string =>
  mails.map((one) => `From x@y.example Mon Mar  9 08:00:00 2026\n${one}\n`).join('');
export const read = (content: string | Uint8Array, fileName = 'box.mbox', ownDomains: string[] = []) =>
  readWhole(content, { fileName, ownDomains });
export const textOf = async (o: Written): Promise<string | undefined> =>
  (await read(mail(o), 'one.eml')).conversations[0]?.messages[0]?.text;
export const threadsOf = async (...mails: Written[]): Promise<string[][]> =>
  (await read(mbox(...mails.map(mail)))).conversations.map(({ messages }) => messages.map(({ id }) => id));
