import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const author = { type: 'admin', id: '12', name: 'Mara' };
const part = (id: string, over: Record<string, unknown> = {}) => ({
  id,
  part_type: 'comment',
  body: '<p>Hi</p>',
  created_at: 1_772_960_500 + Number(id),
  author,
  ...over,
});
const conversation = (over: Record<string, unknown>, ...parts: unknown[]) => ({
  type: 'conversation',
  id: '1',
  created_at: 1_772_960_400,
  state: 'open',
  source: {
    type: 'conversation',
    id: '9',
    delivered_as: 'customer_initiated',
    body: '<p>Where?</p>',
    author: { type: 'user', id: '71', name: 'Noor' },
  },
  conversation_parts: { conversation_parts: parts, total_count: parts.length },
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'intercom.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, visibility, text }) => `${role} ${visibility} ${text}`),
  );

describe('Intercom', () => {
  it('begins with the source, at the time the conversation began', async () => {
    const found = await read(conversation({}, part('1')));
    expect(found.conversations[0]?.messages[0]).toMatchObject({
      id: 'source-9',
      role: 'customer',
      text: 'Where?',
      at: '2026-03-08T09:00:00.000Z',
    });
  });

  it.each([
    ['an AI agent posting as a teammate', { author: { ...author, from_ai_agent: true } }, 'bot public Hi'],
    ['an AI answer', { author: { ...author, is_ai_answer: true } }, 'bot public Hi'],
    ['Fin', { author: { type: 'bot', id: '1', name: 'Fin' } }, 'bot public Hi'],
    ['a campaign', { author: { type: 'campaign', id: '1' } }, 'bot public Hi'],
    ['a lead', { author: { type: 'lead', id: '5' } }, 'customer public Hi'],
    ['a note', { part_type: 'note' }, 'agent internal Hi'],
    ['a note that reopens', { part_type: 'note_and_reopen' }, 'agent internal Hi'],
    ['words that close', { part_type: 'close' }, 'agent public Hi'],
    ['a plain body', { body: 'a < b' }, 'agent public a < b'],
    ['a picture alone', { body: '<div><img src="https://x.example/1.png"></div>' }, 'agent public [image]'],
    [
      'a file alone',
      { body: null, attachments: [{ type: 'upload', name: 'a.pdf' }] },
      'agent public [attachment: a.pdf]',
    ],
    ['an author of a new kind', { author: { type: 'martian', id: '1' } }, 'system public Hi'],
  ])('reads %s', async (_, over, expected) => {
    expect((await said(conversation({}, part('1', over))))[1]).toBe(expected);
  });

  it('passes over events without words, and counts what was redacted', async () => {
    const parts = [
      part('1', { part_type: 'assignment', body: null }),
      part('2', { part_type: 'ticket_state_updated_by_admin', body: null }),
      part('3', { body: null, redacted: true }),
    ];
    const found = await read(conversation({}, ...parts));
    expect(found.problems).toEqual([
      expect.objectContaining({
        code: 'empty-text',
        column: 'conversation_parts[2].text',
        units: 1,
        reason: expect.stringContaining('redacted'),
      }),
    ]);
    expect(found.counts).toMatchObject({ units: 2, accepted: 1, rejected: 1 });
  });

  it('keeps words of a part of a new kind as an event, and says so', async () => {
    const found = await read(conversation({}, part('1', { part_type: 'hologram' })));
    expect(found.conversations[0]?.messages[1]).toMatchObject({
      role: 'system',
      roleGuessed: true,
      visibility: 'internal',
      text: 'Hi',
    });
    expect(found.problems).toEqual([expect.objectContaining({ code: 'unknown-value', column: 'part_type', units: 0 })]);
  });

  it('takes an outbound message for the bot’s or the teammate’s, and the contact for the customer', async () => {
    const source = { type: 'email', id: '9', delivered_as: 'admin_initiated', body: '<p>News</p>', author };
    const contacts = { contacts: [{ id: '71' }] };
    expect((await read(conversation({ source, contacts }))).conversations[0]).toMatchObject({
      customer: '71',
      channel: 'email',
      messages: [{ role: 'agent' }],
    });
    expect(await said(conversation({ source: { ...source, delivered_as: 'automated' } }))).toEqual(['bot public News']);
  });

  it('reads the rating with its words and the teammate it is about, and not that of the AI', async () => {
    const conversation_rating = { rating: 2, remark: 'slow', teammate: { id: 13 } };
    expect((await read(conversation({ conversation_rating, admin_assignee_id: 12 }))).conversations[0]).toMatchObject({
      csatRaw: '2',
      csatMax: 5,
      csatComment: 'slow',
      csatAgentId: '13',
      assignee: '12',
    });
    expect((await read(conversation({ ai_agent: { rating: 5 } }))).conversations[0]?.csatRaw).toBeNull();
  });

  it('reads the body of a webhook', async () => {
    const hook = {
      type: 'notification_event',
      id: 'notif_1',
      topic: 'conversation.user.replied',
      data: { type: 'notification_event_data', item: conversation({}, part('1')) },
    };
    expect(await said(hook)).toEqual(['customer public Where?', 'agent public Hi']);
  });

  it('refuses conversations of a list, which lack their parts', async () => {
    const { conversation_parts: _, ...listed } = conversation({});
    expect(
      (await read({ type: 'conversation.list', conversations: [listed] })).problems.map(({ code }) => code),
    ).toEqual(['not-a-conversation']);
  });
});
