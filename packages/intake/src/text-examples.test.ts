/** The mails, transcripts and chat exports in examples/exports, read as a newcomer would drop them in. */
import { readFileSync } from 'node:fs';
import { conversation } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.test-data.ts';

const load = (name: string): Uint8Array => readFileSync(new URL(`../../../examples/exports/${name}`, import.meta.url));
const read = (name: string) => readWhole(load(name), { fileName: name, plan: { timeZone: 'Europe/Berlin' } });
const spoken = async (name: string) =>
  (await read(name)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, author, text, at }) => [role, author, text, at?.slice(11, 19) ?? null]),
  );

describe('the examples of mails, calls and chats', () => {
  it.each([
    ['forwarded.eml', 'eml', 1, 1],
    ['call-2026-03-09T10-15-00.vtt', 'vtt', 4, 1],
    ['call.srt', 'srt', 3, 1],
    ['call.txt', 'transcript', 4, 1],
    ['WhatsApp Chat with Nadia.txt', 'whatsapp', 7, 2],
    ['telegram.json', 'telegram', 3, 1],
    ['slack.zip', 'slack', 5, 2],
    ['chats-in-cells.csv', 'cell-transcripts', 5, 2],
  ])('%s is read as %s, whole', async (name, format, messages, conversations) => {
    const found = await read(name);
    expect(found.plan).toMatchObject({ format, units: messages, conversations });
    expect(found.problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(found.counts).toMatchObject({ units: messages, accepted: messages, messages, conversations });
    for (const one of found.conversations) expect(conversation.parse(one)).toEqual(one);
  });

  it('a mail is read in its own character set, its hidden words dropped, what was forwarded marked', async () => {
    const found = await read('forwarded.eml');
    expect(found.problems.map(({ code }) => code)).toEqual(['part-left-out']);
    expect(found.conversations[0]?.subject).toBe('Fwd: Rechnung € 40');
    expect(found.conversations[0]?.messages[0]?.text).toBe(
      [
        'Hello,\n\nwhy was I charged € 40 twice? The mail below came after the first charge.\n\nKind regards,\nTom\n',
        '> ---------- Forwarded message ---------\n> From: Billing <billing@shop.example>\n> Your payment of € 40 has arrived.',
      ].join('\n'),
    );
  });

  it('a call is its turns, at the time that its name tells', async () => {
    expect(await spoken('call-2026-03-09T10-15-00.vtt')).toEqual([
      ['agent', 'Mara', 'Thank you for calling Northline, this is Mara. How can I help?', '09:15:01'],
      ['customer', 'Caller', 'Hello. My parcel was due on Friday, and it is a birthday present.', '09:15:04'],
      [
        'agent',
        'Mara',
        'I am sorry, that is bad timing. I see it in the depot & I will have it sent out today.',
        '09:15:11',
      ],
      ['customer', 'Caller', 'Thank you, that helps.', '09:15:15'],
    ]);
    expect((await spoken('call.txt'))[2]).toEqual([
      'customer',
      'Customer',
      'The invoice names the wrong company.\nIt should be Lindqvist Ltd.',
      null,
    ]);
  });

  it('a chat is parted by silence or by threads, and everybody has their role', async () => {
    expect((await spoken('WhatsApp Chat with Nadia.txt')).map(([role, author]) => `${role} ${author}`)).toEqual([
      'system ',
      'customer Nadia',
      'customer Nadia',
      'agent Northline Lamps',
      'customer Nadia',
      'customer Nadia',
      'agent Northline Lamps',
    ]);
    expect((await spoken('slack.zip')).map(([role, author]) => `${role} ${author}`)).toEqual([
      'customer Zoe Hart',
      'bot Helper',
      'agent Mara Lind',
      'customer Zoe Hart',
      'system Zoe Hart',
    ]);
    expect((await spoken('chats-in-cells.csv')).map(([role, author, , at]) => `${role} ${author} ${at}`)).toEqual([
      'customer Zoe 08:00:05',
      'agent Mara 08:01:10',
      'customer Zoe 08:02:00',
      'customer Gil 09:30:02',
      'agent Mara 09:44:40',
    ]);
  });
});
