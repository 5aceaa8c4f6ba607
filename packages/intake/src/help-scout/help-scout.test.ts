import { describe, expect, it } from 'vitest';
import { readWhole } from '../read-whole.test-data.ts';

const user = { id: 3, type: 'user', first: 'Mara', last: 'Voss' };
const customer = { id: 3, type: 'customer', first: 'Ann', last: 'Lee' };
const thread = (id: number, over: Record<string, unknown> = {}) => ({
  id,
  type: 'message',
  state: 'published',
  body: '<p>Hi</p>',
  createdBy: user,
  createdAt: `2026-03-02T10:0${id}:00Z`,
  ...over,
});
const conversation = (over: Record<string, unknown>, ...threads: unknown[]) => ({
  id: 5,
  number: 1,
  mailboxId: 2,
  type: 'email',
  status: 'active',
  state: 'published',
  primaryCustomer: customer,
  assignee: user,
  _embedded: { threads },
  ...over,
});
const read = (value: unknown) => readWhole(JSON.stringify(value), { fileName: 'helpscout.json' });
const said = async (value: unknown) =>
  (await read(value)).conversations.flatMap(({ messages }) =>
    messages.map(({ role, visibility, authorId, text }) => `${role} ${visibility} ${authorId} ${text}`),
  );

describe('Help Scout and FreeScout', () => {
  it.each([
    [
      'a customer with the number of an agent',
      { type: 'customer', createdBy: customer },
      'customer public customer-3 Hi',
    ],
    ['a chat by who wrote it', { type: 'beaconchat', createdBy: customer }, 'customer public customer-3 Hi'],
    ['an AI user of the system', { createdBy: { ...user, type: 'system_user' } }, 'bot public user-3 Hi'],
    ['an automatic workflow', { action: { type: 'automatic-workflow' } }, 'bot public user-3 Hi'],
    ['a workflow that a person ran', { action: { type: 'manual-workflow' } }, 'agent public user-3 Hi'],
    ['a note', { type: 'note' }, 'agent internal user-3 Hi'],
    ['a mail forwarded to somebody else', { type: 'forwardparent' }, 'agent internal user-3 Hi'],
    ['a record of a call', { type: 'phone' }, 'system public user-3 Hi'],
    ['a thread of a new kind', { type: 'telepathy' }, 'system internal user-3 Hi'],
  ])('reads %s', async (_, over, expected) => {
    expect(await said(conversation({}, thread(1, over)))).toEqual([expected]);
  });

  it('passes over lines about what happened, and counts drafts', async () => {
    const found = await read(
      conversation({}, thread(3, { state: 'draft' }), thread(2, { type: 'lineitem', body: undefined }), thread(1)),
    );
    expect(found.problems.map(({ code, column }) => [code, column])).toEqual([['left-out', 'threads[0].state']]);
    expect(found.counts).toMatchObject({ units: 2, accepted: 1, rejected: 1 });
  });

  it('turns newest first into the order of speaking, also within one second', async () => {
    const at = { createdAt: '2026-03-02T10:00:00Z' };
    const found = await said(
      conversation({}, thread(12, { ...at, body: 'second' }), thread(9, { ...at, body: 'first' })),
    );
    expect(found.map((line) => line.split(' ').at(-1))).toEqual(['first', 'second']);
  });

  it('gives a rating to the author of its thread, not to the assignee', async () => {
    const jonas = { ...user, id: 8 };
    const rated = thread(1, { createdBy: jonas, rating: { rating: 'not-good', comments: 'No' } });
    expect((await read(conversation({}, thread(2), rated))).conversations[0]).toMatchObject({
      csatRaw: 'not good',
      csatComment: 'No',
      csatAgentId: 'user-8',
      assignee: 'user-3',
    });
    const report = {
      results: [{ number: 1, id: 5, threadid: 9, ratingId: 1, ratingComments: 'Yes', ratingUserId: 8 }],
      page: 1,
    };
    expect((await read(report)).conversations[0]).toMatchObject({ id: '5', csatRaw: 'great', csatAgentId: 'user-8' });
  });

  it('does not take the visit of a link scanner for an answer', async () => {
    const rated = (id: number, createdAt: string) => thread(id, { rating: { rating: 'great', createdAt } });
    const ghost = await read(conversation({}, rated(1, '2026-03-02T10:01:02Z')));
    expect(ghost.conversations[0]?.csatRaw).toBeNull();
    expect(ghost.problems.map(({ code, units }) => [code, units])).toEqual([['ghost-rating', 0]]);
    expect(
      (await read(conversation({}, rated(2, '2026-03-02T11:00:00Z'), rated(1, '2026-03-02T11:00:01Z'))))
        .conversations[0]?.csatRaw,
    ).toBeNull();
    expect((await read(conversation({}, rated(1, '2026-03-02T11:00:00Z')))).conversations[0]?.csatRaw).toBe('great');
  });

  it('leaves out conversations that were deleted or never sent', async () => {
    expect((await read([conversation({ state: 'deleted' }, thread(1))])).problems.map(({ code }) => code)).toEqual([
      'left-out',
    ]);
  });
});
