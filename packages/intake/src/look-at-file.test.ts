import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { bytesOf, lookAt, planOf, readWhole, refusalsOf } from './read-whole.test-data.ts';

const table = 'conversation_id,author_role,body\n1,customer,Grüße für José €5\n1,agent,Hallo\n';
const fill = (value: string): string => `ticket_id,author_role,body,created_at,rating\n${value}`;

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return out;
}

describe('the first look', () => {
  it.each([
    ['utf-8', bytesOf(table)],
    ['utf-8', bytesOf(`\ufeff${table}`)],
    ['utf-16le', utf16(`\ufeff${table}`, false)],
    ['utf-16be', utf16(`\ufeff${table}`, true)],
    ['utf-16le', utf16(table, false)],
    ['windows-1252', Uint8Array.from([...table].map((one) => (one === '€' ? 0x80 : one.charCodeAt(0))))],
  ] as const)('names the encoding %s and reads the same text', async (encoding, bytes) => {
    const read = await readWhole(bytes);
    expect(read.plan.encoding).toBe(encoding);
    expect(read.plan.headline.includes(encoding)).toBe(encoding !== 'utf-8');
    expect(read.conversations[0]?.messages[0]?.text).toBe('Grüße für José €5');
  });

  it('refuses half a surrogate pair in UTF-16 instead of making something up', async () => {
    const read = await readWhole(utf16(`\ufeff${table}2,customer,half \ud83d pair\n`, false));
    expect(read.problems.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'bad-encoding', line: 4 }]);
    expect(read.counts).toMatchObject({ accepted: 2, rejected: 1 });
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('finds the delimiter %s', async (_, delimiter) => {
    const plan = await planOf(
      `ticket_id${delimiter}role${delimiter}body\n1${delimiter}agent${delimiter}"a, b; c | d\te"\n`,
    );
    expect(plan).toMatchObject({ delimiter, units: 1, conversations: 1, needsMapping: [] });
  });

  it('finds columns by their other names and says what it is not sure of', async () => {
    const plan = await planOf(
      'Case Number,Speaker,Direction,Message Text,Date\n1,Ann,inbound,hi,2026-01-01T00:00:00Z\n',
    );
    expect(plan.mapping).toEqual({
      conversation_id: 'Case Number',
      author_name: 'Speaker',
      author_role: 'Direction',
      body: 'Message Text',
      sent_at: 'Date',
    });
    expect(plan.columns.find(({ column }) => column === 'Date')).toMatchObject({
      sure: false,
      samples: ['2026-01-01T00:00:00Z'],
    });
  });

  it('asks for the columns nobody could guess', async () => {
    expect((await planOf('foo,bar\n1,2\n')).needsMapping).toEqual(['conversation_id', 'body']);
  });

  it('does not take a column of names for a column of roles', async () => {
    const plan = await planOf('ticket_id,sender_type,body\n1,Ann,hi\n1,Mara,hello\n');
    expect(plan.mapping).toMatchObject({ author_name: 'sender_type' });
    expect(plan.mapping.author_role).toBeUndefined();
  });

  it.each([
    ['nothing', '', ['empty-file']],
    ['only blanks', ' \n\n', ['empty-file']],
    ['only a row of names', 'conversation_id,body\n', ['no-rows']],
    ['a column twice', 'conversation_id,body,Body \n1,a,b\n', ['duplicate-column']],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0001\0\0\0', ['unknown-format']],
    ['a list of tickets', 'Ticket ID,Subject,Satisfaction Score,Status\n1,Hi,Good,Solved\n', ['list-without-messages']],
    [
      'tickets with a description',
      'Ticket ID,Subject,Status,Description\n1,a,Open,x\n2,b,Open,y\n',
      ['list-without-messages'],
    ],
    ['tickets as JSON', '{"tickets":[{"id":1,"subject":"Hi","status":"open"}]}', ['list-without-messages']],
    ['JSON of something else', '[{"a":1},{"a":2}]', ['unknown-format']],
    ['JSON that is none', '{]', ['unknown-format']],
  ])('refuses %s by name', async (_, content, codes) => {
    expect(await refusalsOf(content)).toEqual(codes);
  });

  it('tells how to get a file with messages, helpdesk by helpdesk', async () => {
    const found = await lookAt('Ticket ID,Subject,Satisfaction Score\n1,Hi,Good\n');
    const problem = 'refused' in found ? found.refused[0] : undefined;
    expect(problem?.reason).toBe('This is a list of tickets; the messages are not in it.');
    for (const name of ['Zendesk', 'Intercom', 'Freshdesk', 'Help Scout', 'mbox', 'CSV'])
      expect(problem?.wayOut).toContain(name);
  });

  it.each([
    ['1-5', ['5', '1', '4']],
    ['0-10', ['5', '4', '0']],
    ['0-10', ['5', '9']],
    ['0-100', ['95', '3']],
    ['0-100', ['80%', '5%']],
    ['good-bad', ['Good', 'bad', 'offered']],
    ['emoji', ['😀', '😡']],
    ['emoji', ['Very satisfied', 'Neutral', 'Poor']],
    ['1-5', ['4/5', '★★★☆☆']],
    ['unknown', ['offered', '']],
    ['unknown', ['blue', 'green']],
  ])('guesses the scale %s over the whole column', async (scale, answers) => {
    // The answer that decides stands far behind the first looks of a hurried reader.
    const rows = [...Array.from({ length: 500 }, () => ''), ...answers].map(
      (answer, i) => `${i},customer,hi,,${answer}`,
    );
    expect((await planOf(fill(rows.join('\n')))).csatScale).toBe(scale);
  });

  it.each([
    ['a day above 12 in the first place', ['01/02/2026', '13/02/2026'], { dayFirst: true, dayFirstSure: true }],
    ['a day above 12 in the second place', ['01/02/2026', '02/13/2026'], { dayFirst: false, dayFirstSure: true }],
    ['dots', ['01.02.2026'], { dayFirst: true, dayFirstSure: true }],
    ['a tie', ['01/02/2026', '02/02/2026', '03/02/2026'], { dayFirst: true, dayFirstSure: false }],
    ['a tie in American order', ['02/01/2026', '02/02/2026', '02/03/2026'], { dayFirst: false, dayFirstSure: false }],
    ['no such dates', ['2026-01-02'], { dayFirst: null, dayFirstSure: true }],
  ])('reads the order of day and month from %s', async (_, dates, expected) => {
    expect(await planOf(fill(dates.map((date) => `1,customer,hi,${date},`).join('\n')))).toMatchObject(expected);
  });

  it.each([
    ['2026-01-02T03:04:05Z', false],
    ['1767323045', false],
    ['1767323045000', false],
    ['2026-01-02 03:04', true],
    ['46024.5', true],
  ])('knows whether %s needs a time zone: %s', async (time, needed) => {
    expect((await planOf(fill(`1,customer,hi,${time},`))).needsTimeZone).toBe(needed);
  });
});

describe('archives', () => {
  const csv = bytesOf(table);

  it('reads gzip, zip and gzip within zip', async () => {
    const packs = [gzipSync(csv), zipSync({ 'a/export.csv': csv }), zipSync({ 'export.csv.gz': gzipSync(csv) })];
    for (const packed of packs) expect((await readWhole(packed)).counts).toMatchObject({ accepted: 2, rejected: 0 });
    expect((await planOf(packs[1] ?? csv)).member).toBe('a/export.csv');
  });

  it('takes the largest of several files in a zip and says what it leaves out', async () => {
    const plan = await planOf(
      zipSync({ 'users.csv': bytesOf('id\n1\n'), 'all.csv': csv, '__MACOSX/._all.csv': csv, 'x.png': csv }),
    );
    expect(plan.member).toBe('all.csv');
    expect(plan.headline).toContain('1 other');
  });

  it('refuses a damaged or cut archive, never a shorter file in its place', async () => {
    const packed = gzipSync(bytesOf(table + '1,agent,word\n'.repeat(5000)));
    const flipped = packed.map((byte, at) => (at === packed.length - 6 ? byte ^ 1 : byte));
    expect(await refusalsOf(packed.subarray(0, packed.length - 20))).toEqual(['damaged-archive']);
    expect(await refusalsOf(packed.subarray(0, packed.length - 4))).toEqual(['damaged-archive']);
    expect(await refusalsOf(flipped)).toEqual(['damaged-archive']);
    const zip = zipSync({ 'a.csv': bytesOf(table + '1,agent,word\n'.repeat(5000)) });
    expect(await refusalsOf(zip.subarray(0, zip.length >> 1))).toEqual(['damaged-archive']);
  });

  it('refuses a bomb early, a crowd of files, a locked zip and a zip without conversations', async () => {
    const limits = { ...defaultLimits, ratioFromBytes: 2 ** 20, zipMembers: 20 };
    const zeros = new Uint8Array(8 * 2 ** 20);
    expect(await refusalsOf(gzipSync(zeros), 'a.gz', limits)).toEqual(['packed-too-much']);
    expect(await refusalsOf(zipSync({ 'a.csv': zeros }), 'a.zip', limits)).toEqual(['packed-too-much']);
    expect(await refusalsOf(gzipSync(csv), 'a.gz', { ...limits, unpackedBytes: 10 })).toEqual(['too-large']);
    const crowd = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.csv`, csv]));
    expect(await refusalsOf(zipSync(crowd), 'a.zip', limits)).toEqual(['too-many-members']);
    const locked = zipSync({ 'a.csv': csv }).map((byte, at) => (at === 6 ? byte | 1 : byte));
    expect(await refusalsOf(locked)).toEqual(['encrypted-archive']);
    expect(await refusalsOf(zipSync({ 'xl/workbook.xml': csv }))).toEqual(['no-file-in-archive']);
  });
});
