import { describe, expect, it } from 'vitest';
import { lookAt, readWhole } from '../read-whole.test-data.ts';

const at = (minute: number): string => `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`;
const comment = (id: number, author: number, body: string, over: Record<string, unknown> = {}) => ({
  id,
  author_id: author,
  body,
  public: true,
  created_at: at(id),
  ...over,
});
const ticket = (over: Record<string, unknown>, ...comments: unknown[]) => ({
  id: 1,
  subject: 'Parcel',
  status: 'open',
  requester_id: 71,
  assignee_id: 12,
  via: { channel: 'email' },
  comments,
  ...over,
});
const read = (value: unknown, o: Parameters<typeof readWhole>[1] = {}) =>
  readWhole(JSON.stringify(value), { fileName: 'zendesk.json', ...o });
const said = async (value: unknown, o: Parameters<typeof readWhole>[1] = {}) =>
  (await read(value, o)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, roleGuessed, visibility, author, text }) =>
      [`${role}${roleGuessed ? '?' : ''}`, visibility, author, text].join(' | '),
    ),
  );

describe('Zendesk tickets whose comments carry only a number', () => {
  const bare = ticket(
    { email_cc_ids: [72], submitter_id: 71 },
    comment(1, 71, 'Where?'),
    comment(2, 12, 'Look', { public: false }),
    comment(3, 12, 'Here.'),
    comment(4, 72, 'Thanks too.'),
    comment(5, 15, 'Bye.'),
  );

  it('take the requester for the customer, who is in copy for a customer, and mark every guess', async () => {
    expect(await said(bare)).toEqual([
      'customer | public | 71 | Where?',
      'agent? | internal | 12 | Look',
      'agent? | public | 12 | Here.',
      'customer? | public | 72 | Thanks too.',
      'agent? | public | 15 | Bye.',
    ]);
  });

  it('ask for the list of users, and guess nothing once it is in the file', async () => {
    const asks = await read(bare);
    expect(asks.problems.map(({ code, units }) => [code, units])).toEqual([['authors-by-number', 0]]);
    expect(asks.plan.headline).toContain('authors by number');
    const users = [
      { id: 71, name: 'Ann', role: 'end-user', email: 'ann@mail.example' },
      { id: 72, name: 'Cleo', role: 'end-user', email: 'cleo@mail.example' },
      { id: 12, name: 'Mara', role: 'agent', role_type: 1, email: 'mara@shop.example' },
      { id: 15, name: 'Otto', role: 'admin', email: 'otto@shop.example' },
    ];
    for (const file of [
      { tickets: [bare], users },
      { users, tickets: [bare] },
    ]) {
      const told = await read(file);
      expect(told.problems).toEqual([]);
      expect(
        told.conversations[0]?.messages.map(({ role, author, roleGuessed }) => [role, author, roleGuessed]),
      ).toEqual([
        ['customer', 'Ann', undefined],
        ['agent', 'Mara', undefined],
        ['agent', 'Mara', undefined],
        ['customer', 'Cleo', undefined],
        ['agent', 'Otto', undefined],
      ]);
    }
  });

  it('a list of users by itself is named and refused with the way to use it', async () => {
    const users = [{ id: 71, name: 'Ann', role: 'end-user', email: 'a@mail.example' }];
    for (const file of [users, { users }, users[0]]) {
      const found = await lookAt(JSON.stringify(file), 'users.json');
      expect('refused' in found && found.refused[0]?.code).toBe('list-of-people');
    }
  });

  it('a person of the team’s own domain is guessed to be an agent', async () => {
    const one = ticket(
      { requester_id: 99 },
      comment(1, 99, 'Please log.', { author: { id: 99, email: 'otto@shop.example' } }),
    );
    expect(await said(one, { ownDomains: ['shop.example'] })).toEqual([
      'agent? | public | otto@shop.example | Please log.',
    ]);
  });
});
