/** What holds for every source that is no JSON of a helpdesk: the same exchange, written in each form and read back. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gatherConversations } from './gather-conversations.ts';
import { defaultLimits } from './limits.ts';
import { lookAtFile } from './look-at-file.ts';
import { readRecords } from './read-records.ts';
import { bytesOf, openIn, readWhole } from './read-whole.test-data.ts';
import type { IntakeRecord, ReadPosition } from './record.ts';
import { joinBytes } from './regroup-bytes.ts';
import { unpackFile } from './unpack/unpack-file.ts';

interface Said {
  by: 'Zoe' | 'Mara';
  text: string;
  /** Minutes after the beginning. */
  minute: number;
}

interface TextSource {
  format: string;
  fileName: string;
  write(said: readonly Said[]): Uint8Array;
  /** Whether each message has a time without a person naming the zone. */
  hasTimes: boolean;
  /** Lines of a text cannot be told from the beginning of the next message in this form, or are joined by it. */
  onlyOneLine?: boolean;
  /** The words by which such a file is named. */
  headline: string;
}

const start = Date.UTC(2026, 2, 9, 8);
const at = (minute: number): Date => new Date(start + minute * 60_000);
const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
const mail = ({ by, text, minute }: Said, index: number): string =>
  [
    by === 'Zoe'
      ? 'From: Zoe <zoe@home.example>\nTo: mara@shop.example'
      : 'From: Mara <mara@shop.example>\nTo: zoe@home.example',
    `Message-ID: <m${index}@x.example>`,
    ...(index === 0 ? [] : ['References: <m0@x.example>']),
    'Subject: Lamp',
    `Date: ${at(minute).toUTCString().replace('GMT', '+0000')}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    btoa(String.fromCharCode(...bytesOf(text))).replaceAll(/.{76}/g, '$&\n'),
    '',
  ].join('\n');
const seconds = ({ minute }: Said): number => start / 1000 + minute * 60;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const stamped = (said: readonly Said[]): string =>
  said.map((one) => `[${at(one.minute).toISOString().slice(0, 19)}Z] ${one.by}: ${one.text}`).join('\n');
const name = (by: Said['by']): string => (by === 'Zoe' ? 'Customer' : 'Agent');

const sources: [string, TextSource][] = [
  [
    'mbox',
    {
      format: 'mbox',
      fileName: 'box',
      headline: 'A mailbox (mbox)',
      hasTimes: true,
      write: (said) =>
        bytesOf(said.map((one, index) => `From x@y Mon Mar  9 08:00:00 2026\n${mail(one, index)}\n`).join('')),
    },
  ],
  [
    'a zip of mails',
    {
      format: 'eml',
      fileName: 'mails.zip',
      headline: 'mail',
      hasTimes: true,
      write: (said) =>
        zipSync(
          Object.fromEntries(
            said.map((one, index) => [`${String(index).padStart(4, '0')}.eml`, bytesOf(mail(one, index))]),
          ),
        ),
    },
  ],
  [
    'WebVTT',
    {
      format: 'vtt',
      fileName: 'call.vtt',
      headline: 'Transcripts of calls (WebVTT)',
      hasTimes: false,
      onlyOneLine: true,
      write: (said) =>
        bytesOf(
          `WEBVTT\n\n${said.map((one) => `${clock(one.minute)}.000 --> ${clock(one.minute)}.900\n<v ${name(one.by)}>${one.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</v>\n`).join('\n')}`,
        ),
    },
  ],
  [
    'a plain transcript',
    {
      format: 'transcript',
      fileName: 'call.txt',
      headline: 'A transcript with speakers',
      hasTimes: true,
      write: (said) => bytesOf(stamped(said)),
    },
  ],
  [
    'WhatsApp',
    {
      format: 'whatsapp',
      fileName: 'WhatsApp Chat with Zoe.txt',
      headline: 'A WhatsApp chat',
      hasTimes: false,
      write: (said) =>
        bytesOf(
          said
            .map(
              (one) =>
                `${at(one.minute).toLocaleDateString('en-GB', { timeZone: 'UTC' })}, ${clock((one.minute + 480) % 1440).slice(0, 5)} - ${one.by}: ${one.text}`,
            )
            .join('\n'),
        ),
    },
  ],
  [
    'Telegram',
    {
      format: 'telegram',
      fileName: 'result.json',
      headline: 'Telegram chats',
      hasTimes: true,
      write: (said) =>
        bytesOf(
          JSON.stringify({
            name: 'Zoe',
            type: 'personal_chat',
            id: 7,
            messages: said.map((one, index) => ({
              id: index + 1,
              type: 'message',
              date_unixtime: `${seconds(one)}`,
              from: one.by,
              from_id: one.by === 'Zoe' ? 'user7' : 'user9',
              text: one.text,
            })),
          }),
        ),
    },
  ],
  [
    'Slack',
    {
      format: 'slack',
      fileName: 'slack.zip',
      headline: 'A Slack workspace',
      hasTimes: true,
      write: (said) =>
        zipSync({
          'users.json': bytesOf('[{"id":"U1","real_name":"Mara"},{"id":"U2","real_name":"Zoe","is_restricted":true}]'),
          'help/2026-03-09.json': bytesOf(
            JSON.stringify(
              said.map((one, index) => ({
                type: 'message',
                user: one.by === 'Zoe' ? 'U2' : 'U1',
                text: one.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
                ts: `${seconds(one)}.${String(index).padStart(6, '0')}`,
                thread_ts: `${start / 1000}.000000`,
              })),
            ),
          ),
        }),
    },
  ],
  [
    'a chat in a cell',
    {
      format: 'cell-transcripts',
      fileName: 'chats.csv',
      headline: 'A table with one conversation a row',
      hasTimes: true,
      write: (said) => bytesOf(`id,transcript\n5,${quoted(stamped(said))}\n`),
    },
  ],
];

const told = (count: number): Said[] =>
  Array.from({ length: count }, (_, index) => ({
    by: index % 2 === 0 ? 'Zoe' : 'Mara',
    text: index % 2 === 0 ? `My lamp broke, time ${index}.` : `How can I help you with ${index}?`,
    minute: index,
  }));
const read = (source: TextSource, bytes: Uint8Array, o: Parameters<typeof readWhole>[1] = {}) =>
  readWhole(bytes, { fileName: source.fileName, ...o });
const spoken = ({ conversations }: Awaited<ReturnType<typeof read>>) =>
  conversations.flatMap(({ messages }) => messages.map(({ role, text }) => `${role}: ${text}`));
const expected = (said: readonly Said[]): string[] =>
  said.map(({ by, text }) => `${by === 'Zoe' ? 'customer' : 'agent'}: ${text}`);

describe.each(sources)('%s', (_, source) => {
  it('is recognised by itself and said in plain words, with its counts', async () => {
    const found = await read(source, source.write(told(6)));
    expect(found.plan).toMatchObject({ format: source.format, units: 6, conversations: 1 });
    expect(found.plan.headline.toLowerCase()).toContain(source.headline.toLowerCase());
  });

  it('gives everybody their role, in the order in which they spoke', async () => {
    expect(spoken(await read(source, source.write(told(6))))).toEqual(expected(told(6)));
  });

  it('has the times that the source has, and asks for a zone where that has none', async () => {
    const found = await read(source, source.write(told(4)), { plan: { timeZone: 'UTC' } });
    const times = found.conversations[0]?.messages.map((one) => one.at) ?? [];
    if (source.format === 'vtt') expect(times).toEqual([null, null, null, null]);
    else expect(times).toEqual(told(4).map(({ minute }) => at(minute).toISOString()));
    expect(found.plan.needsTimeZone).toBe(!source.hasTimes && source.format !== 'vtt');
  });

  it('keeps every character of every text', async () => {
    const texts = [
      'أين طلبي؟ שלום',
      '你好，世界',
      '👩‍💻 3 < 4 & "so" > 2',
      'x'.repeat(3000),
      '=1+1',
      '{"a":[1]}',
      ...(source.onlyOneLine ? [] : ['one\ntwo\n\nthree']),
    ];
    const said = texts.map((text, index): Said => ({ by: index % 2 === 0 ? 'Zoe' : 'Mara', text, minute: index }));
    expect(
      (await read(source, source.write(said))).conversations.flatMap(({ messages }) =>
        messages.map(({ text }) => text),
      ),
    ).toEqual(texts);
  });

  it('read twice makes no second copy', async () => {
    const bytes = source.write(told(6));
    const [first, second] = [await read(source, bytes), await read(source, bytes)];
    const both = await gatherConversations(structuredClone([...first.records, ...second.records]));
    expect(both.counts).toMatchObject({ accepted: 6, duplicate: 6, messages: 6 });
    expect(both.conversations).toEqual(first.conversations);
  });

  it('takes six hundred messages of one conversation', async () => {
    const found = await read(source, source.write(told(600)));
    expect(found.counts).toMatchObject({ units: 600, accepted: 600, conversations: 1 });
  });

  it('is read the same in pieces of any size and after a stop at any place', async () => {
    const bytes = source.write(told(5));
    const whole = await read(source, bytes);
    const plain = async (size: number): Promise<Uint8Array> => {
      const parts: Uint8Array[] = [];
      for await (const part of unpackFile(openIn(bytes, size), whole.plan, { fileName: source.fileName }))
        parts.push(part);
      return joinBytes(parts);
    };
    const stored = await plain(65_536);
    for (const size of [1, 7, 50]) expect(await plain(size)).toEqual(stored);
    const rest = async (startAt: ReadPosition): Promise<IntakeRecord[]> => {
      const records: IntakeRecord[] = [];
      for await (const one of readRecords(openIn(stored), whole.plan, { fileName: source.fileName, startAt }))
        records.push(one);
      return records;
    };
    for (const [index, { after }] of whole.records.entries()) {
      expect(withoutWarnings(await rest(after))).toEqual(withoutWarnings(whole.records.slice(index + 1)));
    }
  });

  it('damaged or cut never makes the reading throw, and its counts add up', async () => {
    const bytes = source.write(told(4));
    const limits = { ...defaultLimits, itemBytes: 20_000, cellBytes: 5000 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        async (changes, cut) => {
          const damaged = bytes.slice(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
          for (const [place, value] of changes) if (damaged.length > 0) damaged[place % damaged.length] = value;
          const look = await lookAtFile(openIn(damaged), { fileName: source.fileName, limits });
          if ('refused' in look) return;
          const found = await read(source, damaged, { limits });
          expect(found.counts.units).toBe(found.counts.accepted + found.counts.duplicate + found.counts.rejected);
          expect(found.records.at(-1)?.after.units ?? 0).toBe(found.counts.units);
          for (const { reason, wayOut } of found.problems) expect(reason !== '' && wayOut !== '').toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** A reading says a warning once, so one that goes on may say it again. */
const withoutWarnings = (records: readonly IntakeRecord[]): IntakeRecord[] =>
  records.filter((one) => one.kind === 'fragment' || one.problem.severity !== 'warning');
