import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const article = (id: number, over: Record<string, unknown> = {}) => ({
  id,
  type: 'email',
  sender: 'Agent',
  from: 'Mara <mara@shop.example>',
  to: 'ann@mail.example',
  body: 'Hi',
  content_type: 'text/plain',
  internal: false,
  created_by_id: 12,
  created_at: `2026-03-02T10:0${id}:00.000Z`,
  ...over,
});
const ticket = (over: Record<string, unknown>, ...articles: unknown[]) => ({
  id: 5,
  number: '77',
  title: 'Parcel',
  state: 'open',
  owner_id: 1,
  customer_id: 71,
  articles,
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'zammad.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, visibility, authorId, text }) => `${role} ${visibility} ${authorId} ${text}`),
  );

describe('Zammad', () => {
  it.each([
    ['a mail that went out although it is marked as internal', { internal: true }, 'agent public 12 Hi'],
    ['an internal note', { type: 'note', internal: true, to: '' }, 'agent internal 12 Hi'],
    ['a note that is visible, which is no communication', { type: 'note', to: '' }, 'agent internal 12 Hi'],
    [
      'a call that an agent wrote down for the customer',
      { type: 'phone', sender: 'Customer', origin_by_id: 71 },
      'customer public 71 Hi',
    ],
    ['a trigger', { sender: 'System', created_by_id: 1 }, 'system public 1 Hi'],
    [
      'an automatic answer',
      { sender: 'Customer', created_by_id: 71, preferences: { 'is-auto-response': true } },
      'bot public 71 Hi',
    ],
    ['numbers in the place of names', { sender: undefined, sender_id: 2, created_by_id: 71 }, 'customer public 71 Hi'],
    [
      'HTML with a signature',
      { content_type: 'text/html', body: '<div>Hi<br><span class="js-signatureMarker"></span>Mara Voss</div>' },
      'agent public 12 Hi\n-- \nMara Voss',
    ],
  ])('reads %s', async (_, over, expected) => {
    expect(await said(ticket({}, article(1, over)))).toEqual([expected]);
  });

  it('leaves out tickets that were merged or removed, whose articles are elsewhere', async () => {
    const found = await read([
      ticket({}, article(1)),
      ticket({ id: 6, state: 'merged' }, article(1), article(2)),
      ticket({ id: 7, state: { name: 'removed' } }, article(1)),
    ]);
    expect(found.problems.map(({ code, units }) => [code, units])).toEqual([
      ['left-out', 2],
      ['left-out', 1],
    ]);
    expect(found.counts).toMatchObject({ units: 4, accepted: 1, rejected: 3 });
  });

  it('knows that owner 1 is nobody, and finds a rating in a field of the team’s own', async () => {
    expect((await read(ticket({ csat_score: '4' }, article(1)))).conversations[0]).toMatchObject({
      assignee: null,
      csatRaw: '4',
      channel: 'email',
    });
    expect((await read(ticket({ owner_id: 12, satisfaction: 'none' }, article(1)))).conversations[0]).toMatchObject({
      assignee: '12',
      csatRaw: null,
    });
  });
});
