import { describe, expect, it } from 'vitest';
import { bytesOf, planOf, readWhole } from '../read-whole.test-data.ts';
import { scanChats } from './scan-chats.ts';

const said = (id: number, seconds: number, over: object = {}) => ({
  id,
  type: 'message',
  date: '2026-03-09T09:00:00',
  date_unixtime: `${seconds}`,
  from: 'Nadia',
  from_id: 'user7',
  text: 'Hello',
  text_entities: [],
  ...over,
});
const shop = { from: 'Lamp Shop', from_id: 'user99' };
const start = 1_773_043_200;
const chat = {
  name: 'Nadia',
  type: 'personal_chat',
  id: 7,
  messages: [
    said(1, start, {
      text: ['My lamp ', { type: 'bold', text: 'broke' }, '. Look: ', { type: 'link', text: 'https://x.example' }],
    }),
    said(2, start + 60, { ...shop, text: 'We send a new one.' }),
    said(3, start + 70, { ...shop, text: '', media_type: 'voice_message' }),
    {
      id: 4,
      type: 'service',
      date_unixtime: `${start + 80}`,
      actor: 'Nadia',
      actor_id: 'user7',
      action: 'phone_call',
      text: '',
    },
    said(5, start + 200_000, { text: 'It came {"messages":[{"' }),
  ],
};
const read = (value: unknown) => readWhole(JSON.stringify(value, null, 1), { fileName: 'result.json' });

describe('a Telegram export', () => {
  it('of one chat is recognised, parted by a day of silence, and the partner is the customer', async () => {
    const found = await read(chat);
    expect(found.plan).toMatchObject({ format: 'telegram', units: 5, conversations: 2, needsTimeZone: false });
    expect(found.problems).toEqual([]);
    expect(found.conversations[0]).toMatchObject({ id: '7/1', channel: 'messaging', customer: 'Nadia' });
    expect(found.conversations[0]?.messages.map(({ role, author, text, at }) => [role, author, text, at])).toEqual([
      ['customer', 'Nadia', 'My lamp broke. Look: https://x.example', '2026-03-09T08:00:00.000Z'],
      ['agent', 'Lamp Shop', 'We send a new one.', '2026-03-09T08:01:00.000Z'],
      ['agent', 'Lamp Shop', '[attachment: voice message]', '2026-03-09T08:01:10.000Z'],
      ['system', 'Nadia', 'Nadia phone_call', '2026-03-09T08:01:20.000Z'],
    ]);
    expect(found.conversations[1]?.messages[0]?.text).toBe('It came {"messages":[{"');
  });

  it('of all chats keeps them apart; a bot is a bot and a deleted account still somebody', async () => {
    const other = {
      name: 'Helper',
      type: 'bot_chat',
      id: 8,
      messages: [
        said(1, start, { from: 'Helper', from_id: 'user8' }),
        said(2, start + 5, { from: null, from_id: 'user55' }),
      ],
    };
    const found = await read({ about: 'x', chats: { about: 'y', list: [chat, other] } });
    expect(found.plan).toMatchObject({ units: 7, conversations: 3 });
    expect(found.conversations[2]?.messages.map(({ role, author }) => [role, author])).toEqual([
      ['bot', 'Helper'],
      ['agent', 'Deleted account'],
    ]);
  });

  it('keeps an id of 64 bits whole', async () => {
    const text = JSON.stringify({ ...chat, messages: [said(1, start)] }).replace('"id":1,', '"id":9007199254740993,');
    expect((await readWhole(text, { fileName: 'result.json' })).conversations[0]?.messages[0]?.id).toBe(
      '9007199254740993',
    );
  });

  it('is scanned the same in pieces of any size', async () => {
    const bytes = bytesOf(JSON.stringify({ ...chat, name: 'N\\"ä' }, null, 2));
    const scan = async (size: number) => {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      };
      const found: string[] = [];
      for await (const one of scanChats(pieces(), 1e6)) {
        found.push(`${one.line} ${one.chat.get('name')} ${new TextDecoder().decode(one.bytes ?? new Uint8Array(0))}`);
      }
      return found;
    };
    expect(await scan(3)).toEqual(await scan(1e6));
    expect(await scan(1e6)).toHaveLength(5);
  });

  it('that says nothing usable is no Telegram export', async () => {
    expect((await planOf('{"type":"personal_chat","messages":[]}', 'result.json')).format).not.toBe('telegram');
  });
});
