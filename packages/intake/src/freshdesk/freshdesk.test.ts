import { describe, expect, it } from 'vitest';
import { readWhole, refusalsOf } from '../read-whole.test-data.ts';

const reply = (id: number, over: Record<string, unknown> = {}) => ({
  id,
  body: '<div>Hi</div>',
  body_text: 'Hi',
  incoming: false,
  private: false,
  user_id: 12,
  source: 0,
  created_at: `2026-03-02T10:0${id}:00Z`,
  ...over,
});
const ticket = (over: Record<string, unknown>, ...conversations: unknown[]) => ({
  id: 5,
  subject: 'Parcel',
  description: '<div>Where?</div>',
  description_text: 'Where?',
  status: 2,
  source: 1,
  requester_id: 71,
  responder_id: 12,
  created_at: '2026-03-02T10:00:00Z',
  conversations,
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'freshdesk.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, visibility, authorId, text }) => `${role} ${visibility} ${authorId} ${text}`),
  );

describe('Freshdesk', () => {
  it('begins with the description, and reads one ticket alone as well as many', async () => {
    const expected = ['customer public 71 Where?', 'agent public 12 Hi'];
    expect(await said(ticket({}, reply(1)))).toEqual(expected);
    expect(await said([ticket({}, reply(1))])).toEqual(expected);
    const { conversations, ...rest } = ticket({}, reply(1));
    expect(
      (await readWhole(JSON.stringify({ ...rest, conversations }, null, 2), { fileName: 'one.json' })).counts,
    ).toMatchObject({ units: 2, accepted: 2 });
  });

  it.each([
    ['a customer', { incoming: true, user_id: 71 }, 'customer public 71 Hi'],
    ['somebody in copy', { incoming: true, user_id: 99 }, 'customer public 99 Hi'],
    ['a private note', { private: true, source: 2 }, 'agent internal 12 Hi'],
    ['a public note, which the customer saw', { source: 2 }, 'agent public 12 Hi'],
    ['an automation', { automation_id: 3 }, 'bot public 12 Hi'],
    [
      'a quote',
      { body: '<div>Yes.</div><div class="freshdesk_quote"><blockquote>Can I?</blockquote></div>' },
      'agent public 12 Yes.\n\n> > Can I?',
    ],
    ['the plain form alone', { body: undefined, body_text: '1 < 2' }, 'agent public 12 1 < 2'],
  ])('reads %s', async (_, over, expected) => {
    expect((await said(ticket({}, reply(1, over))))[1]).toBe(expected);
  });

  it('takes the description of an outgoing ticket for the agent’s', async () => {
    expect((await said(ticket({ source: 10 }, reply(1, { incoming: true, user_id: 71 }))))[0]).toBe(
      'agent public 12 Where?',
    );
  });

  it.each([
    [103, 'Extremely happy'],
    [101, 'Happy'],
    [100, 'Neutral'],
    [-102, 'Very unhappy'],
  ])('reads the rating %i as “%s”, with the agent it is about', async (code, csatRaw) => {
    const rating = { ticket_id: 5, agent_id: 13, feedback: 'So.', ratings: { default_question: code } };
    const expected = { csatRaw, csatComment: 'So.', csatAgentId: '13' };
    expect((await read([rating])).conversations[0]).toMatchObject({ id: '5', ...expected });
    expect((await read(ticket({ satisfaction_ratings: [rating] }, reply(1)))).conversations[0]).toMatchObject({
      ...expected,
      assignee: '12',
    });
  });

  it('leaves out what was deleted, keeps spam by its name, and refuses tickets without their replies', async () => {
    expect(
      (await read([ticket({ deleted: true }, reply(1))])).problems.map(({ code, units }) => [code, units]),
    ).toEqual([['left-out', 2]]);
    expect((await read(ticket({ spam: true }, reply(1)))).conversations[0]?.status).toBe('spam');
    const { conversations: _, ...bare } = ticket({});
    expect(await refusalsOf(JSON.stringify([bare]))).toEqual(['list-without-messages']);
  });
});
