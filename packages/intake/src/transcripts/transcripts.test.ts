import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, planOf, readWhole } from '../read-whole.test-data.ts';
import { secondsOf, splitTurns } from './split-turns.ts';

const read = (text: string | Uint8Array, fileName: string, plan = {}) => readWhole(text, { fileName, plan });
const spoken = async (text: string | Uint8Array, fileName: string, plan = {}) =>
  (await read(text, fileName, plan)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, author, text: said, roleGuessed }) => `${role}${roleGuessed ? '?' : ''} ${author}: ${said}`),
  );

describe('WebVTT', () => {
  const vtt = `WEBVTT - a call

NOTE made by a machine

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.000 align:start
<v Mara Lind>Thank you for calling, how can I help?</v>

00:03.500 --> 00:05.000
<v Zoe>My parcel is late &amp; I&nbsp;need it.

00:05.400 --> 00:06.000
<v Zoe>It is a <i>gift</i>.

00:09.000 --> 00:10.000
<v Zoe>Hello?
`;
  it('names speakers by their voices, joins their cues, and leaves notes and marks out', async () => {
    expect(await spoken(vtt, 'call.vtt')).toEqual([
      'agent? Mara Lind: Thank you for calling, how can I help?',
      'customer? Zoe: My parcel is late & I need it. It is a gift.',
      'customer? Zoe: Hello?',
    ]);
  });

  it('keeps what was only heard, such as hold music, as nobody’s words', async () => {
    const heard = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mara>How can I help?\n\n00:09.000 --> 00:20.000\n<v Mara>';
    const after = '\n\n00:31.000 --> 00:33.000\n<v Zoe>It is [inaudible] broken.\n';
    for (const sound of ['[hold music]', '(crosstalk)', '[inaudible] [inaudible].']) {
      expect(await spoken(heard + sound + after, 'call.vtt')).toEqual([
        'agent? Mara: How can I help?',
        `system Mara: ${sound}`,
        'customer? Zoe: It is [inaudible] broken.',
      ]);
    }
  });

  it('is recognised by its first line and asks who is who', async () => {
    const plan = await planOf(vtt, 'call.vtt');
    expect(plan).toMatchObject({ format: 'vtt', units: 3, conversations: 1, needsTimeZone: false });
    expect(plan.headline).toContain('“Mara Lind” is taken for the team’s; that is a guess');
    expect(plan.speakers).toMatchObject([
      { name: 'Mara Lind', role: 'agent', sure: false, turns: 1 },
      { name: 'Zoe', role: 'customer', sure: false, turns: 2, sample: 'My parcel is late & I need it. It is a gift.' },
    ]);
  });

  it('takes the roles that a person confirmed', async () => {
    const speakers = [
      { name: 'Mara Lind', role: 'customer' as const, sure: true, turns: 1, sample: '' },
      { name: 'Zoe', role: 'agent' as const, sure: true, turns: 1, sample: '' },
    ];
    expect((await spoken(vtt, 'call.vtt', { speakers })).map((line) => line.split(' ')[0])).toEqual([
      'customer',
      'agent',
      'agent',
    ]);
  });

  it('says rolling captions once', async () => {
    const rolling = `WEBVTT

00:01.000 --> 00:02.000
Agent: we will send it

00:02.000 --> 00:03.000
Agent: we will send it to your home

00:03.000 --> 00:04.000
Agent: we will send it to your home
`;
    expect(await spoken(rolling, 'c.vtt')).toEqual(['agent Agent: we will send it to your home']);
  });

  it('has no times unless its name says when the call began', async () => {
    const at = async (name: string, plan = {}) =>
      (await read(vtt, name, plan)).conversations[0]?.messages.map((one) => one.at);
    expect(await at('call.vtt')).toEqual([null, null, null]);
    expect((await planOf(vtt, 'call-2026-03-09T10-15-00.vtt')).needsTimeZone).toBe(true);
    expect(await at('call-2026-03-09T10-15-00.vtt', { timeZone: 'Europe/Berlin' })).toEqual([
      '2026-03-09T09:15:01.000Z',
      '2026-03-09T09:15:03.000Z',
      '2026-03-09T09:15:09.000Z',
    ]);
  });

  it('in a zip of many is one conversation a file', async () => {
    const zip = zipSync({
      'calls/17.vtt': bytesOf(vtt),
      'calls/18.vtt': bytesOf(vtt),
      'calls/empty.vtt': bytesOf('WEBVTT\n'),
    });
    const found = await read(zip, 'calls.zip');
    expect(found.conversations.map(({ id, channel, messages }) => [id, channel, messages.length])).toEqual([
      ['17', 'phone', 3],
      ['18', 'phone', 3],
    ]);
    expect(found.problems).toMatchObject([{ code: 'not-a-conversation', file: 'calls.zip/calls/empty.vtt' }]);
  });
});

describe('a chat', () => {
  it('is told by the name of its file, and begins with the customer', async () => {
    const chat = 'Mara: Hello, it is about a lamp.\nTom: Hello Mara.\nMara: The green one.\nTom: Yes.\n';
    const rolesIn = async (name: string) => (await read(chat, name)).conversations[0];
    expect(await rolesIn('pasted-chat-1.txt')).toMatchObject({
      ...{ channel: 'chat', messages: [{ role: 'customer' }, { role: 'agent' }, {}, {}] },
    });
    expect(await rolesIn('chatham-17.txt')).toMatchObject({
      ...{ channel: 'phone', messages: [{ role: 'agent' }, { role: 'customer' }, {}, {}] },
    });
  });
});

describe('a recording without names', () => {
  it('is kept, and nobody is scored for it', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHow can I help?\n\n00:05.000 --> 00:06.000\nMy lamp is broken.\n';
    expect(await spoken(vtt, 'c.vtt')).toEqual([
      'system? Unknown speaker: How can I help?',
      'system? Unknown speaker: My lamp is broken.',
    ]);
  });
});

describe('SRT', () => {
  it('names speakers before a colon or by a dash, without markup', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,500\r\nAGENT: <i>Good</i> morning.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nCALLER: {\\an8}My order\r\nnever came.\r\n';
    expect((await planOf(srt, 'call.srt')).format).toBe('srt');
    expect(await spoken(srt, 'call.srt')).toEqual([
      'agent AGENT: Good morning.',
      'customer CALLER: My order never came.',
    ]);
  });
});

describe('a plain transcript', () => {
  it.each([
    [
      'by role',
      'Agent: Good morning.\nCustomer: Where is it?\nstill not here\nAgent: On its way.',
      ['agent Agent: Good morning.', 'customer Customer: Where is it?\nstill not here', 'agent Agent: On its way.'],
    ],
    ['with times', '[00:00:01] Agent: Hi.\n[00:00:04] Caller: Hello.', ['agent Agent: Hi.', 'customer Caller: Hello.']],
    ['with bare times', '00:01 Rep: Hi.\n00:04 Client: Hello.', ['agent Rep: Hi.', 'customer Client: Hello.']],
    [
      'diarised',
      'SPEAKER_00: Thanks for calling, how can I help?\nSPEAKER_01: My order is late.\nSPEAKER_00: Let me check.',
      [
        'agent? SPEAKER_00: Thanks for calling, how can I help?',
        'customer? SPEAKER_01: My order is late.',
        'agent? SPEAKER_00: Let me check.',
      ],
    ],
    [
      'with names on lines of their own',
      'Speaker 1 00:03\nThis is Lena, how may I help?\n\nSpeaker 2 00:08\nI ordered a lamp.\nIt is broken.\n',
      ['agent? Speaker 1: This is Lena, how may I help?', 'customer? Speaker 2: I ordered a lamp.\nIt is broken.'],
    ],
    [
      'with roles in brackets',
      '[Jan 02, 2026 03:04 PM UTC] Mara (Agent):\nGood day.\n[Jan 02, 2026 03:05 PM UTC] Zoe (Contact):\nHi.',
      ['agent Mara: Good day.', 'customer Zoe: Hi.'],
    ],
    [
      'with a heading',
      'Call 17, recorded\nAgent: Hi.\nCustomer: Hello.',
      ['system : Call 17, recorded', 'agent Agent: Hi.', 'customer Customer: Hello.'],
    ],
    [
      'with a machine',
      'IVR: Press one.\nCustomer: One.\nAgent: Hi.',
      ['bot IVR: Press one.', 'customer Customer: One.', 'agent Agent: Hi.'],
    ],
  ])('%s is read', async (_, text, expected) => {
    expect((await planOf(text, 'call.txt')).format).toBe('transcript');
    expect(await spoken(text, 'call.txt')).toEqual(expected);
  });

  it('keeps lines with a colon with whoever says them', () => {
    const turns = splitTurns(
      'Agent: Please note the following.\nOrder number: 55\nTotal: 12 euros\nhttps://x.example\nCustomer: Thanks.\nAgent: Bye.',
    );
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Agent', 'Customer', 'Agent']);
    expect(turns[0]?.text).toBe('Please note the following.\nOrder number: 55\nTotal: 12 euros\nhttps://x.example');
  });

  it('gives every turn as a slice of what was written', () => {
    const text = 'Ann:   Hello,\r\n  is it  there? \r\n\r\nBen: Yes\t.\r\nAnn: Good.';
    for (const turn of splitTurns(text)) expect(text).toContain(turn.text);
  });

  it('does not show "Speaker 1" of two calls as one person, and no role as a person', async () => {
    const zip = zipSync({
      'a.srt': bytesOf('1\n00:00:01,000 --> 00:00:02,000\nSpeaker 1: Hello there.\n'),
      'b.srt': bytesOf('1\n00:00:01,000 --> 00:00:02,000\nSpeaker 1: Good day.\n'),
    });
    const authors = (await read(zip, 'calls.zip')).conversations.map(({ messages }) => messages[0]?.authorId);
    expect(authors).toEqual(['a/Speaker 1', 'b/Speaker 1']);
    const agent = (await read('Agent: Hi.\nCustomer: Hello.', 'c.txt')).conversations[0]?.messages[0];
    expect(agent?.authorIsTeam).toBe(true);
  });

  it('takes long lines without end in time that grows with them', () => {
    const start = process.cpuUsage();
    splitTurns(`${'a '.repeat(200_000)}\n${'A: '.repeat(100_000)}\n${'['.repeat(100_000)}${'1:'.repeat(100_000)}`);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  });

  it.each([
    ['0:03', 3],
    ['1:02:03.5', 3723.5],
    ['4.20s - 5.00s', 4.2],
    ['10:31 AM', null],
    ['', null],
  ])('counts %s as %s seconds', (stamp, seconds) => expect(secondsOf(stamp)).toBe(seconds));
});
