import { describe, expect, it } from 'vitest';
import { planOf, readWhole } from '../read-whole.test-data.ts';

const table = (...rows: string[]): string => `Ticket ID,Created At,Rating,Transcript\n${rows.join('\n')}\n`;
const chats = table(
  '17,2026-03-09T08:00:00Z,5,"Zoe: My lamp broke.\nIt fell.\nMara: How can I help? We send a new one.\nZoe: Thank you!"',
  '18,2026-03-09T09:00:00Z,,"(10:31:02 AM) Gil: Hello?\n(10:31:40 AM) Mara: Is there anything else I can do?"',
  '19,2026-03-09T10:00:00Z,1,""',
  '20,2026-03-09T10:00:00Z,1,"Nobody came to the chat"',
);
const read = (text: string, plan = {}) => readWhole(text, { fileName: 'chats.csv', plan });

describe('a table whose cells hold whole chats', () => {
  it('is recognised by what is in the column, whatever its name', async () => {
    const plan = await planOf(chats, 'chats.csv');
    expect(plan).toMatchObject({
      format: 'cell-transcripts',
      units: 7,
      conversations: 4,
      csatScale: '1-5',
      needsMapping: [],
    });
    expect(plan.mapping).toMatchObject({
      conversation_id: 'Ticket ID',
      body: 'Transcript',
      sent_at: 'Created At',
      csat: 'Rating',
    });
    expect(plan.headline).toContain('the column “Transcript” holds what was said');
    expect(plan.speakers?.map(({ name, role, sure }) => [name, role, sure])).toEqual([
      ['Zoe', 'customer', false],
      ['Mara', 'agent', false],
      ['Gil', 'customer', false],
    ]);
    expect((await planOf(chats.replace('Transcript', 'Chat'), 'chats.csv')).mapping.body).toBe('Chat');
  });

  it('is split by speakers and times; a cell that is no exchange is kept whole and scored for nobody', async () => {
    const found = await read(chats);
    expect(found.problems).toEqual([]);
    const said = found.conversations.map(({ id, csatRaw, messages }) => [
      id,
      csatRaw,
      messages.map((one) => [one.role, one.author, one.text, one.at]),
    ]);
    expect(said).toEqual([
      [
        '17',
        '5',
        [
          ['customer', 'Zoe', 'My lamp broke.\nIt fell.', '2026-03-09T08:00:00.000Z'],
          ['agent', 'Mara', 'How can I help? We send a new one.', null],
          ['customer', 'Zoe', 'Thank you!', null],
        ],
      ],
      [
        '18',
        null,
        [
          ['customer', 'Gil', 'Hello?', '2026-03-09T10:31:02.000Z'],
          ['agent', 'Mara', 'Is there anything else I can do?', '2026-03-09T10:31:40.000Z'],
        ],
      ],
      ['19', '1', [['system', '', '', '2026-03-09T10:00:00.000Z']]],
      ['20', '1', [['system', '', 'Nobody came to the chat', '2026-03-09T10:00:00.000Z']]],
    ]);
  });

  it('takes the roles that a person confirmed', async () => {
    const speakers = [{ name: 'Mara', role: 'bot' as const, sure: true, turns: 2, sample: '' }];
    const messages = (await read(chats, { speakers })).conversations[0]?.messages;
    expect(messages?.map(({ role, roleGuessed }) => [role, roleGuessed ?? false])).toEqual([
      ['customer', true],
      ['bot', false],
      ['customer', true],
    ]);
  });

  it('goes on behind any row', async () => {
    const whole = await read(chats);
    const rest = await readWhole(chats, {
      fileName: 'chats.csv',
      startAt: whole.records[0]?.after ?? { byte: 0, line: 1, units: 0 },
    });
    expect(rest.records).toEqual(whole.records.slice(1));
  });

  it('needs no id: the line is the conversation then', async () => {
    const found = await read('Agent Notes,Chat\nx,"Agent: Hi.\nCustomer: Hello."\n');
    expect(found.conversations.map(({ id }) => id)).toEqual(['row-2']);
  });

  it('is not seen in mails with fields or in one message a row', async () => {
    const mails =
      'id,body\n1,"Dear team,\nOrder number: 5\nTotal: 12\nwhere is it?"\n2,"Hello\nAddress: Main Street\nthank you"\n';
    expect((await planOf(mails, 'a.csv')).format).toBe('csv');
    expect((await planOf('conversation_id,author_role,body\n1,agent,"Agent: hi"\n', 'a.csv')).format).toBe('csv');
  });
});
