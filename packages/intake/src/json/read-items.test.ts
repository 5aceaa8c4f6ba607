import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readRecords } from '../read-records.ts';
import { openIn, readWhole } from '../read-whole.test-data.ts';
import { parseJson } from './parse-json.ts';

const message = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: '1',
  at: '2026-01-01T10:00:00Z',
  role: 'customer',
  author: 'Ann',
  text: 'hello',
  ...over,
});
const conversation = (id: string, ...messages: unknown[]): string => JSON.stringify({ id, channel: 'chat', messages });
const problemsOf = (read: Awaited<ReturnType<typeof readWhole>>) =>
  read.problems.map(({ code, line, column, units }) => ({ code, line, column, units }));

describe('reading JSONL', () => {
  it('refuses a broken line by its number and reads the others', async () => {
    const read = await readWhole(
      [conversation('a', message()), '{"id":"b","messages":[{"id":', '', conversation('c', message())].join('\n'),
    );
    expect(problemsOf(read)).toEqual([{ code: 'bad-json', line: 2, column: null, units: 1 }]);
    expect(read.counts).toMatchObject({ units: 3, accepted: 2, rejected: 1, conversations: 2 });
  });

  it('refuses single messages by their place and keeps the rest of the conversation', async () => {
    const read = await readWhole(
      conversation(
        'a',
        message(),
        message({ id: '2', at: 'soon' }),
        7,
        message({ id: '3', text: 5 }),
        message({ id: '4' }),
      ),
    );
    expect(problemsOf(read)).toEqual([
      { code: 'bad-date', line: 1, column: 'messages[1].at', units: 1 },
      { code: 'not-a-message', line: 1, column: 'messages[2]', units: 1 },
      { code: 'no-text', line: 1, column: 'messages[3].text', units: 1 },
    ]);
    expect(read.counts).toMatchObject({ units: 5, accepted: 2, rejected: 3 });
  });

  it('refuses NUL and half surrogate pairs, which no database takes unchanged', async () => {
    const read = await readWhole(
      conversation('a', message(), message({ id: '2', text: 'a\0b' }), message({ id: '3', text: 'x \ud83d' })),
    );
    expect(read.problems.map(({ code }) => code)).toEqual(['nul-character', 'broken-character']);
    expect(read.counts).toMatchObject({ accepted: 1, rejected: 2 });
  });

  it('refuses __proto__ as a key, also when written in escapes, and lets people write the word', async () => {
    const lines = [
      '{"id":"a","messages":[],"__proto__":{"polluted":true}}',
      '{"id":"b","messages":[],"outcomes":{"\\u005f_proto_\\u005F":1}}',
      conversation('c', message({ text: 'why is __proto__ refused?' })),
    ];
    const read = await readWhole(lines.join('\n'));
    expect(read.problems.map(({ code }) => code)).toEqual(['forbidden-key', 'forbidden-key']);
    expect(read.counts).toMatchObject({ units: 3, accepted: 1, rejected: 2 });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('refuses deep nesting before it is parsed', async () => {
    const deep = `{"id":"a","messages":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const read = await readWhole([conversation('b', message()), deep].join('\n'));
    expect(read.problems.map(({ code, line }) => [code, line])).toEqual([['json-too-deep', 2]]);
  });

  it('keeps ids of 64 bits to the last digit', () => {
    const parsed = parseJson(
      '{"id":9007199254740993,"in":[-12345678901234567890],"small":42,"text":"\\"9007199254740993\\" 1e400","f":1.5e10}',
      64,
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        id: '9007199254740993',
        in: ['-12345678901234567890'],
        small: 42,
        text: '"9007199254740993" 1e400',
        f: 1.5e10,
      },
    });
  });

  it('reads the old field "agent", a customer as an object, and words for roles', async () => {
    const read = await readWhole(
      JSON.stringify({
        id: 1,
        agent: 'Mara',
        customer: { id: 'u1', name: 'Ann' },
        channel: 'Pigeon',
        messages: [message({ role: 'End-User' })],
      }),
    );
    expect(read.conversations[0]).toMatchObject({
      id: '1',
      assignee: 'Mara',
      customer: 'u1',
      channel: 'other',
      channelRaw: 'Pigeon',
    });
    expect(read.conversations[0]?.messages[0]?.role).toBe('customer');
  });

  it('mentions an unknown field once per name', async () => {
    const odd = (id: string): string => JSON.stringify({ id, mood: 1, messages: [message({ shoe: 2 })] });
    const read = await readWhole([odd('a'), odd('b')].join('\n'));
    expect(read.problems.map(({ code, column, units }) => [code, column, units])).toEqual([
      ['unknown-field', 'mood', 0],
      ['unknown-field', 'messages[].shoe', 0],
    ]);
    expect(read.counts).toMatchObject({ units: 2, accepted: 2, rejected: 0 });
  });

  it('says when ids come from the place of a message', async () => {
    const read = await readWhole(conversation('a', { role: 'agent', text: 'hi' }));
    expect(read.records[0]).toMatchObject({ kind: 'fragment', hasMessageIds: false, messages: [{ id: 'message-1' }] });
  });

  it('takes a hundred thousand messages in one conversation, and none', async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => message({ id: `${i}` }));
    const read = await readWhole([conversation('a', ...many), conversation('b')].join('\n'));
    expect(read.counts).toMatchObject({ units: 100_000, accepted: 100_000, conversations: 2 });
  });
});

describe('reading JSON', () => {
  const list = (...items: string[]): string =>
    `{"meta":{"tickets":"no"},"conversations":[${items.join(',\n')}],"more":[1]}`;

  it('finds the list in an object and refuses a bad item by its line', async () => {
    const read = await readWhole(
      list(conversation('a', message()), '{"id":"b","messages":[1 2]}', conversation('c', message())),
    );
    expect(read.problems.map(({ code, line }) => [code, line])).toEqual([['bad-json', 2]]);
    expect(read.counts).toMatchObject({ units: 3, accepted: 2, rejected: 1 });
  });

  it('names a bracket too many, and loses nothing behind it without a word', async () => {
    const stray = await readWhole(list(conversation('a', message()), '{"id":"b"}}', conversation('c', message())));
    expect(stray.problems.map(({ code }) => code)).toEqual(['not-a-conversation', 'broken-json']);
    expect(stray.counts).toMatchObject({ units: 4, accepted: 2, rejected: 2 });
    const closed = await readWhole(`[${conversation('a', message())}],\n${conversation('c', message())}]`);
    expect(closed.problems.map(({ code }) => code)).toEqual(['broken-json']);
  });

  it('keeps what came whole when the file is cut', async () => {
    const whole = `[${conversation('a', message())},\n${conversation('b', message())}]`;
    const read = await readWhole(whole.slice(0, -20));
    expect(read.problems.map(({ code, line }) => [code, line])).toEqual([['truncated', 2]]);
    expect(read.counts).toMatchObject({ units: 2, accepted: 1, rejected: 1 });
  });

  it('reads one conversation alone, over many lines', async () => {
    const read = await readWhole(JSON.stringify(JSON.parse(conversation('a', message())), null, 2), {
      fileName: 'one.json',
    });
    expect(read.counts).toMatchObject({ accepted: 1, conversations: 1 });
  });

  it('passes over an item that is too long without holding it', async () => {
    const limits = { ...defaultLimits, itemBytes: 100_000 };
    const read = await readWhole(
      list(
        conversation('a', message()),
        conversation('b', message({ text: 'x'.repeat(900_000) })),
        conversation('c', message()),
      ),
      { limits },
    );
    expect(read.problems.map(({ code, line }) => [code, line])).toEqual([['row-too-long', 2]]);
    expect(read.counts).toMatchObject({ accepted: 2, rejected: 1 });
  });

  it('goes on inside the problems of one item', async () => {
    const text = list(conversation('a', 1, 2, message()), conversation('b', message()));
    const whole = await readWhole(text, { fileName: 'a.json' });
    for (const [index, { after }] of whole.records.entries()) {
      const rest = [];
      const open = openIn(new TextEncoder().encode(text));
      for await (const one of readRecords(open, whole.plan, { fileName: 'a.json', startAt: after })) rest.push(one);
      expect(rest).toEqual(whole.records.slice(index + 1));
    }
  });
});
