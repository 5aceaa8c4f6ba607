import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const text = (content: string, over: Record<string, unknown> = {}) => ({
  ContentType: 'text/plain',
  Filename: '',
  Content: base64(content),
  ...over,
});
const transaction = (id: number, type: string, creator: string, ...attachments: unknown[]) => ({
  id: `${id}`,
  Type: type,
  Creator: { type: 'user', id: creator },
  Created: `2026-03-02T10:0${id}:00Z`,
  attachments,
});
const ticket = (over: Record<string, unknown>, ...history: unknown[]) => ({
  type: 'ticket',
  id: '42',
  EffectiveId: { type: 'ticket', id: '42' },
  Subject: 'Parcel',
  Status: 'open',
  Owner: { id: 'Nobody' },
  Requestor: [{ id: 'ann' }],
  Cc: [{ id: 'cleo' }],
  history,
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'rt.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(
      ({ role, roleGuessed, visibility, author, text: words }) =>
        `${role}${roleGuessed ? '?' : ''} ${visibility} ${author} ${words}`,
    ),
  );

describe('Request Tracker', () => {
  it('tells requestors and those in copy from staff, replies from comments, and passes over copies and events', async () => {
    const history = [
      transaction(1, 'Create', 'ann', text('Grüße, wo?')),
      transaction(2, 'Comment', 'mara', text('Stock?')),
      transaction(3, 'Correspond', 'mara', text('Here.')),
      transaction(4, 'EmailRecord', 'RT_System', text('Here.')),
      transaction(5, 'CommentEmailRecord', 'RT_System', text('Stock?')),
      transaction(6, 'Status', 'mara'),
      transaction(7, 'Correspond', 'cleo', text('Thanks.')),
      transaction(8, 'Correspond', 'RT_System', text('Closed.')),
    ];
    expect(await said(ticket({}, ...history))).toEqual([
      'customer public ann Grüße, wo?',
      'agent? internal mara Stock?',
      'agent? public mara Here.',
      'customer public cleo Thanks.',
      'system public RT_System Closed.',
    ]);
  });

  it('reads the plain part of a mail, else the HTML, and names its files', async () => {
    const html = { ContentType: 'text/html', Content: base64('<p>Hello</p>') };
    const file = { ContentType: 'text/plain', Filename: 'log.txt', Content: base64('secret log') };
    const multipart = { ContentType: 'multipart/mixed', Content: '' };
    const of = async (...parts: unknown[]) => (await said(ticket({}, transaction(1, 'Create', 'ann', ...parts))))[0];
    expect(await of(multipart, html, text('Plain'), file)).toBe('customer public ann Plain');
    expect(await of(multipart, file, html)).toBe('customer public ann Hello');
    expect(await of(multipart, file)).toBe('customer public ann [attachment: log.txt]');
    expect(await of(text('', { Content: 'Decoded already.' }))).toBe('customer public ann Decoded already.');
    expect(
      await of(
        text('', {
          Content: `${base64('Two lines of base64 in one text').slice(0, 8)}\n${base64('Two lines of base64 in one text').slice(8)}`,
        }),
      ),
    ).toBe('customer public ann Two lines of base64 in one text');
  });

  it('counts a reply whose words may not be seen', async () => {
    const found = await read(
      ticket({}, transaction(1, 'Create', 'ann', text('Hi')), transaction(2, 'Correspond', 'mara', text(''))),
    );
    expect(found.problems.map(({ code, column }) => [code, column])).toEqual([['empty-text', 'history[1].text']]);
  });

  it('leaves out a ticket that answers for another one', async () => {
    const found = await read(ticket({ EffectiveId: { id: '40' } }, transaction(1, 'Create', 'ann', text('Hi'))));
    expect(found.problems).toEqual([
      expect.objectContaining({ code: 'left-out', units: 1, reason: expect.stringContaining('40') }),
    ]);
  });

  it('takes the page of the history as it came, the login of nobody, and a rating out of a field', async () => {
    const CustomFields = [{ id: '3', name: 'Customer Satisfaction', values: ['5'] }];
    const { history, ...rest } = ticket({ CustomFields, Owner: 'mara' }, transaction(1, 'Create', 'ann', text('Hi')));
    const found = await read({ ...rest, history: { items: history, count: 1, total: 1, page: 1 } });
    expect(found.conversations[0]).toMatchObject({
      id: '42',
      assignee: 'mara',
      customer: 'ann',
      csatRaw: '5',
      messages: [{ text: 'Hi' }],
    });
    expect((await read(ticket({}, transaction(1, 'Create', 'ann', text('Hi'))))).conversations[0]?.assignee).toBeNull();
  });

  it('takes a privileged user for an agent without guessing, once the list of users is there', async () => {
    const tickets = [ticket({}, transaction(1, 'Correspond', 'mara', text('Hi')))];
    const users = [
      { id: 'mara', Name: 'mara', RealName: 'Mara Voss', EmailAddress: 'mara@shop.example', Privileged: 1 },
    ];
    expect(await said({ tickets, users })).toEqual(['agent public mara Hi']);
  });
});
