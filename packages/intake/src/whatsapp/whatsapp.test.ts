import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, planOf, readWhole } from '../read-whole.test-data.ts';
import { readStampedLine } from './read-stamped-line.ts';

const name = 'WhatsApp Chat with Nadia.txt';
const read = (text: string, o: { fileName?: string; timeZone?: string } = {}) =>
  readWhole(text, { fileName: o.fileName ?? name, plan: { timeZone: o.timeZone ?? 'UTC' } });

describe('a line of a WhatsApp chat', () => {
  it.each([
    ['iOS', '[15/01/2024, 10:30:45] Ann: Hi', '15/01/2024 10:30:45'],
    ['iOS with marks', '\u200e[15.01.24, 10:30:45] Ann: Hi', '15.01.24 10:30:45'],
    ['iOS with a thin space', '[1/15/24, 10:30:45\u202fPM] Ann: Hi', '1/15/24 10:30:45 PM'],
    ['Android', '15/01/2024, 10:30 - Ann: Hi', '15/01/2024 10:30'],
    ['Android, American', '1/15/24, 10:30 AM - Ann: Hi', '1/15/24 10:30 AM'],
    ['Android, German', '15.01.24, 10:30 - Ann: Hi', '15.01.24 10:30'],
    ['Android, Spanish', '15/1/24, 10:30 p.\u00a0m. - Ann: Hi', '15/1/24 10:30 PM'],
    ['Android, Dutch', '15-01-2024 10:30 - Ann: Hi', '15-01-2024 10:30'],
    ['Android, Swedish', '2024-01-15 10:30 - Ann: Hi', '2024-01-15 10:30'],
    ['Android, Finnish', '15.1.2024 klo 10.30 - Ann: Hi', '15.1.2024 10:30'],
    ['Android, French', '15/01/2024 à 10:30 - Ann: Hi', '15/01/2024 10:30'],
  ])('of %s is read', (_, line, stamp) => {
    expect(readStampedLine(line)).toEqual({ stamp, author: 'Ann', text: 'Hi' });
  });

  it('of the system has no author, and a number or a name without contact is one', () => {
    expect(readStampedLine('15/01/2024, 10:30 - You created group “Boots: new”')).toMatchObject({ author: '' });
    expect(readStampedLine('15/01/2024, 10:30 - +49 170 000000: Hi')?.author).toBe('+49 170 000000');
    expect(readStampedLine('[15/01/2024, 10:30:45] ~\u202fAnn: Hi')?.author).toBe('Ann');
    expect(readStampedLine('See 15/01/2024, 10:30 - that was it')).toBeNull();
  });
});

describe('a line that only begins like one', () => {
  it('costs no more than any other, however long', () => {
    const begun = process.cpuUsage();
    expect(readStampedLine(`15/01/2024${' '.repeat(1_000_000)}`)).toBeNull();
    expect(readStampedLine(`15/01/2024, 10:30${' '.repeat(1_000_000)}`)).toBeNull();
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000);
  });
});

describe('a WhatsApp chat', () => {
  const chat = [
    '15/01/2024, 10:29 - Messages and calls are end-to-end encrypted.',
    '15/01/2024, 10:30 - Nadia: Hi, my lamp is broken',
    '',
    'it fell',
    '15/01/2024, 10:31 - Lamp Shop: <Media omitted>',
    '15/01/2024, 10:31 - Lamp Shop: We send a new one.',
    '15/01/2024, 10:31 - Lamp Shop: We send a new one.',
    '15/01/2024, 10:40 - Nadia: This message was deleted',
    '17/01/2024, 09:00 - Nadia: It came, thanks!',
  ].join('\n');

  it('is recognised, parted by a day of silence, and the partner named by the file is the customer', async () => {
    const found = await read(chat);
    expect(found.plan).toMatchObject({
      format: 'whatsapp',
      dayFirst: true,
      dayFirstSure: true,
      needsTimeZone: true,
      units: 7,
      conversations: 2,
    });
    expect(found.conversations.map(({ channel, channelRaw, customer }) => [channel, channelRaw, customer])).toEqual([
      ['messaging', 'whatsapp', 'Nadia'],
      ['messaging', 'whatsapp', 'Nadia'],
    ]);
    expect(found.conversations[0]?.messages.map(({ role, author, text }) => [role, author, text])).toEqual([
      ['system', '', 'Messages and calls are end-to-end encrypted.'],
      ['customer', 'Nadia', 'Hi, my lamp is broken\n\nit fell'],
      ['agent', 'Lamp Shop', '<Media omitted>'],
      ['agent', 'Lamp Shop', 'We send a new one.'],
      ['agent', 'Lamp Shop', 'We send a new one.'],
      ['system', 'Nadia', 'This message was deleted'],
    ]);
    expect(found.conversations[1]?.messages[0]).toMatchObject({ at: '2024-01-17T09:00:00.000Z', roleGuessed: true });
  });

  it('exported again, and longer, changes nothing of what was there', async () => {
    const [short, long] = [await read(chat), await read(`${chat}\n17/01/2024, 09:05 - Lamp Shop: Glad to hear it.`)];
    const ids = (one: typeof short) =>
      one.conversations.flatMap(({ id, messages }) => messages.map((message) => `${id} ${message.id}`));
    expect(ids(long).slice(0, -1)).toEqual(ids(short));
  });

  it('decides on day and month over the whole file', async () => {
    const american = '1/2/24, 9:00 AM - Nadia: a\n1/3/24, 9:00 AM - Lamp Shop: b\n1/15/24, 9:00 AM - Nadia: c';
    const found = await read(american);
    expect(found.plan).toMatchObject({ dayFirst: false, conversations: 2 });
    expect(found.conversations[0]?.messages[0]?.at).toBe('2024-01-02T09:00:00.000Z');
  });

  it('asks for a zone instead of guessing one', async () => {
    const found = await readWhole(chat, { fileName: name });
    expect(found.conversations.every(({ messages }) => messages.every(({ at }) => at === null))).toBe(true);
    expect(found.problems.map(({ code }) => code)).toEqual(['no-time-zone']);
  });

  it('out of the zip of an iPhone is named by the zip', async () => {
    const text = '[15.01.24, 10:30:45] Nadia: Hallo\n[15.01.24, 10:31:00] Lampenladen: Guten Tag';
    const zip = zipSync({ '_chat.txt': bytesOf(text), '00001.jpg': bytesOf('x') });
    const plan = await planOf(zip, 'WhatsApp Chat - Nadia.zip');
    expect(plan).toMatchObject({ format: 'whatsapp', member: '_chat.txt' });
    const found = await readWhole(zip, { fileName: 'WhatsApp Chat - Nadia.zip' });
    expect(found.conversations[0]?.messages.map(({ role }) => role)).toEqual(['customer', 'agent']);
  });
});
