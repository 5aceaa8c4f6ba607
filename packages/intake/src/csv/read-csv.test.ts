import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readWhole } from '../read-whole.test-data.ts';

const header = 'conversation_id,message_id,sent_at,author_role,author_name,body';
const row = (id: string, message: string, body = 'hello', role = 'customer'): string =>
  `${id},${message},2026-01-01T10:00:0${message}Z,${role},Ann,${body}`;
const csv = (...rows: string[]): string => [header, ...rows, ''].join('\n');
const problemsOf = (read: Awaited<ReturnType<typeof readWhole>>) =>
  read.problems.map(({ code, line, column }) => ({ code, line, column }));

describe('reading CSV', () => {
  it('says that a rating is none it knows, as where an unquoted comma has pushed the end of a text into its cell', async () => {
    const read = await readWhole(`${header},csat\na,1,,agent,Ben,hello, world,,\na,2,,customer,Ann,thanks,5\n`);
    expect(problemsOf(read)).toEqual([{ code: 'unknown-value', line: 2, column: 'csat' }]);
    expect(read.counts).toMatchObject({ units: 2, accepted: 2 });
  });

  it('brings the scattered rows of a conversation together, in the order of time', async () => {
    const { conversations, counts } = await readWhole(csv(row('a', '3'), row('b', '1'), row('a', '1')));
    expect(conversations.map(({ id, messages }) => [id, messages.map((one) => one.id)])).toEqual([
      ['a', ['1', '3']],
      ['b', ['1']],
    ]);
    expect(counts).toMatchObject({ units: 3, accepted: 3, duplicate: 0, rejected: 0, conversations: 2 });
  });

  it('keeps a text exactly, with its blanks, quotes, line breaks and zero-width characters', async () => {
    const text = '  He said "no";\r\n\u200b\u202eabc, \ufeffünï 😀 =SUM(A1)  \n';
    const { conversations } = await readWhole(csv(row('a', '1', `"${text.replaceAll('"', '""')}"`)));
    expect(conversations[0]?.messages[0]?.text).toBe(text);
  });

  it('names a bad row by its physical line, counting the line breaks inside quotes, and keeps the good ones', async () => {
    const read = await readWhole(csv(row('a', '1', '"one\ntwo\nthree"'), row('', '2'), row('a', '3')));
    expect(problemsOf(read)).toEqual([{ code: 'no-conversation', line: 5, column: 'conversation_id' }]);
    expect(read.counts).toMatchObject({ units: 3, accepted: 2, rejected: 1 });
    expect(read.problems[0]?.wayOut).not.toBe('');
  });

  it('counts the same message twice as a duplicate, and lets a changed one take its place', async () => {
    const read = await readWhole(csv(row('a', '1'), row('a', '1'), row('a', '1', 'changed')));
    expect(read.counts).toMatchObject({ units: 3, accepted: 2, updated: 1, duplicate: 1, messages: 1 });
    expect(read.conversations[0]?.messages[0]?.text).toBe('changed');
  });

  it('refuses a time that cannot be, never the file', async () => {
    const read = await readWhole(
      csv(row('a', '1'), 'a,2,2026-02-31T10:00:00Z,customer,Ann,hello', 'a,3,soon,agent,Bo,hello'),
    );
    expect(problemsOf(read)).toEqual([
      { code: 'bad-date', line: 3, column: 'sent_at' },
      { code: 'bad-date', line: 4, column: 'sent_at' },
    ]);
    expect(read.counts).toMatchObject({ units: 3, accepted: 1, rejected: 2 });
  });

  it('goes on after a quote in the middle of a cell', async () => {
    const read = await readWhole(csv(row('a', '1', '"say "hi" to them"'), row('a', '2')));
    expect(problemsOf(read)).toEqual([{ code: 'bad-quote', line: 2, column: 'body' }]);
    expect(read.counts).toMatchObject({ units: 2, accepted: 1, rejected: 1 });
  });

  it('rescues the lines after a quote that is never closed', async () => {
    const read = await readWhole(csv(row('a', '1', '"open'), row('a', '2'), row('a', '3')));
    expect(problemsOf(read)).toEqual([{ code: 'unclosed-quote', line: 2, column: 'body' }]);
    expect(read.counts).toMatchObject({ units: 3, accepted: 2, rejected: 1 });
  });

  it('rescues them also when more follows than can be held', async () => {
    const limits = { ...defaultLimits, rowBytes: 100_000, cellBytes: 50_000 };
    const many = Array.from({ length: 9000 }, (_, i) => `b${i},1,2026-01-01T10:00:00Z,agent,Bo,a line of some length`);
    const read = await readWhole(csv(row('a', '1', '"open'), ...many), { limits });
    expect(problemsOf(read)).toEqual([{ code: 'unclosed-quote', line: 2, column: null }]);
    expect(read.counts).toMatchObject({ units: 9001, accepted: 9000, rejected: 1 });
  });

  it('refuses a cell of ten megabytes alone, and knows the line after it', async () => {
    const long = `"${'long text,\n'.repeat(1_000_000)}"`;
    const read = await readWhole(csv(row('a', '1'), row('a', '2', long), row('a', '3'), row('', '4')));
    expect(problemsOf(read)).toEqual([
      { code: 'row-too-long', line: 3, column: null },
      { code: 'no-conversation', line: 1_000_005, column: 'conversation_id' },
    ]);
    expect(read.counts).toMatchObject({ units: 4, accepted: 2, rejected: 2 });
  });

  it('names the column of a cell that is too long', async () => {
    const read = await readWhole(csv(row('a', '1', 'x'.repeat(2_000_000)), row('a', '2')));
    expect(problemsOf(read)).toEqual([{ code: 'cell-too-long', line: 2, column: 'body' }]);
  });

  it('refuses NUL characters, overlong ids and rows with cells too many or too few', async () => {
    const read = await readWhole(
      csv(
        row('a', '1', 'nul\0here'),
        row('x'.repeat(501), '2'),
        `${row('a', '3')},more`,
        'a,4',
        row('a', '5'),
        `${row('a', '6')},,`,
      ),
    );
    expect(problemsOf(read)).toEqual([
      { code: 'nul-character', line: 2, column: 'body' },
      { code: 'id-too-long', line: 3, column: 'conversation_id' },
      { code: 'wrong-column-count', line: 4, column: null },
      { code: 'wrong-column-count', line: 5, column: null },
    ]);
    expect(read.counts).toMatchObject({ units: 6, accepted: 2, rejected: 4 });
  });

  it('refuses bytes that are not UTF-8 and makes no replacement characters', async () => {
    const good = new TextEncoder().encode(csv(row('a', '1', 'ünï cödé'), row('a', '2', 'b\u0001d')));
    const broken = good.map((byte) => (byte === 1 ? 0xff : byte));
    const read = await readWhole(broken);
    expect(problemsOf(read)).toEqual([{ code: 'bad-encoding', line: 3, column: 'body' }]);
    expect(JSON.stringify(read.conversations)).not.toContain('\ufffd');
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ])('reads lines that end in %s', async (_, end) => {
    const read = await readWhole(csv(row('a', '1'), row('', '2'), row('a', '3')).replaceAll('\n', end));
    expect(problemsOf(read)).toEqual([{ code: 'no-conversation', line: 3, column: 'conversation_id' }]);
    expect(read.counts.accepted).toBe(2);
  });

  it('guesses roles where no column says them, marks them, and never by the assignee of others', async () => {
    const read = await readWhole('ticket_id,author,body\n1,Ann,help\n1,Mara,sure\n1,Ann,thanks\n2,Bo,hi\n');
    const roles = read.conversations.flatMap(({ messages }) =>
      messages.map((one) => [one.author, one.role, one.roleGuessed]),
    );
    expect(roles).toEqual([
      ['Ann', 'customer', true],
      ['Mara', 'agent', true],
      ['Ann', 'customer', true],
      ['Bo', 'customer', true],
    ]);
    expect(read.conversations[0]?.customer).toBe('Ann');
  });

  it('knows its own people by their domain', async () => {
    const read = await readWhole(
      'ticket_id,author_email,body\n1,mara@shop.example,Hello from us\n1,ann@example.org,hi\n',
      {
        ownDomains: ['shop.example'],
      },
    );
    expect(read.conversations[0]?.messages.map(({ role }) => role)).toEqual(['agent', 'customer']);
  });

  it('takes an unknown role for one that is never scored, and says so once', async () => {
    const read = await readWhole(
      csv(row('a', '1'), row('a', '2', 'x', 'wizard'), row('a', '3', 'x', 'wizard'), row('a', '4')),
    );
    expect(read.conversations[0]?.messages[1]).toMatchObject({ role: 'system', roleGuessed: true });
    expect(read.problems.map(({ code, severity, units }) => ({ code, severity, units }))).toEqual([
      { code: 'unknown-role', severity: 'warning', units: 0 },
    ]);
  });

  it('leaves times without a zone out until somebody says the zone', async () => {
    const text = 'ticket_id,author_role,body,sent_at\n1,customer,hi,31/01/2026 09:30\n1,agent,hello,01/02/2026 10:00\n';
    const unsaid = await readWhole(text);
    expect(unsaid.plan).toMatchObject({ needsTimeZone: true, dayFirst: true, dayFirstSure: true });
    expect(unsaid.conversations[0]?.messages.map(({ at }) => at)).toEqual([null, null]);
    expect(unsaid.problems.map(({ code }) => code)).toEqual(['no-time-zone']);
    const said = await readWhole(text, { plan: { timeZone: 'Europe/Berlin' } });
    expect(said.conversations[0]?.messages.map(({ at }) => at)).toEqual([
      '2026-01-31T08:30:00.000Z',
      '2026-02-01T09:00:00.000Z',
    ]);
  });

  it('reads a note as internal, and an unknown word for it too', async () => {
    const read = await readWhole(
      'ticket_id,author_role,body,private\n1,agent,a,true\n1,agent,b,false\n1,agent,c,perhaps\n',
    );
    expect(read.conversations[0]?.messages.map(({ visibility }) => visibility)).toEqual([
      'internal',
      'public',
      'internal',
    ]);
  });

  it('keeps the rating as given and takes offered ones for no answer', async () => {
    const read = await readWhole(
      'ticket_id,author_role,body,csat\n1,customer,a,offered\n2,customer,b,Good\n3,customer,c,\n',
    );
    expect(read.conversations.map(({ csatRaw }) => csatRaw)).toEqual([null, 'Good', null]);
    expect(read.plan.csatScale).toBe('good-bad');
  });
});
