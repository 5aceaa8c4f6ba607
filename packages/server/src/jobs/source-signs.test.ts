import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listShownNames } from '../store/author-names.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { loadConversations } from '../store/load-conversations.ts';
import type { Db } from '../store/open-store.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('signs');
  await bench.startWorker();
});
afterAll(() => bench?.end());

const query = async <T>(question: (db: Db) => Promise<T>): Promise<T> =>
  inWorkspace(bench.store, firstWorkspace, question);

const loadSource = (source: string) =>
  query(async (db) => {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM conversations WHERE source = ${source} ORDER BY source_id`.execute(db);
    return loadConversations(
      db,
      firstWorkspace,
      rows.map(({ id }) => id),
    );
  });

const mail = (from: string, to: string, id: string, body: string, more = ''): string =>
  [
    `From ${id} Mon Mar  2 09:00:00 2026`,
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}@mail.example>`,
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    'Subject: Where is my lamp',
    ...(more === '' ? [] : [more]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
    '',
  ].join('\n');

/** Three customers write to one address, so it is the team's; its answer is signed by nobody. */
const mailbox = [
  mail('Ann Lee <ann@home.example>', 'support@lamps.example', 'a1', 'Hello, my lamp came broken. I am upset.'),
  mail('Ben Oak <ben@home.example>', 'support@lamps.example', 'b1', 'Hello, where is my order? It is late.'),
  mail('Cy Elm <cy@home.example>', 'support@lamps.example', 'c1', 'Hello, can I return a lamp?'),
  mail(
    'support@lamps.example',
    'ann@home.example',
    'a2',
    'I am sorry that it broke. A new one leaves today.',
    'In-Reply-To: <a1@mail.example>\nReferences: <a1@mail.example>',
  ),
  mail('news@shop.example', 'support@lamps.example', 'n1', 'All our offers.', 'List-Id: <news.shop.example>'),
].join('');

const ticket = (id: number, more: object) => ({
  id,
  subject: 'Lamp',
  status: 'closed',
  requester_id: 7,
  created_at: '2026-03-02T09:00:00Z',
  ...more,
  comments: [
    { id: id * 10, author_id: 7, body: 'My lamp is broken.', public: true, created_at: '2026-03-02T09:00:00Z' },
    {
      id: id * 10 + 1,
      author_id: 8,
      body: 'I am sorry. A new one leaves today.',
      public: true,
      created_at: '2026-03-02T09:05:00Z',
    },
  ],
});
const tickets = JSON.stringify({
  users: [
    { id: 7, name: 'Ann', email: 'ann@home.example', role: 'end-user' },
    { id: 8, name: 'Mara', email: 'mara@lamps.example', role: 'agent' },
  ],
  tickets: [
    ticket(1, {
      satisfaction_rating: {
        score: 'bad',
        comment: 'Call me at 4111 1111 1111 1111 or ann@home.example',
        assignee_id: 8,
      },
    }),
    ticket(2, { via: { channel: 'email', source: { rel: 'follow_up', from: { ticket_id: 1 } } } }),
  ],
});

describe('what a source says beside the words', () => {
  it('keeps the signs of a mail and calls a shared mailbox one', async () => {
    const id = await bench.send('box.mbox', mailbox, { source: 'box' });
    await bench.until(id, 'done');
    const stored = await loadSource('box');
    const messages = stored.flatMap(({ conversation }) => conversation.messages);
    expect(messages.filter(({ signs }) => signs?.includes('list')).map(({ role }) => role)).toEqual(['bot']);
    const team = messages.filter(({ authorIsTeam }) => authorIsTeam);
    expect(team.map(({ author, role }) => [author, role])).toEqual([['support@…', 'agent']]);
    const authorId = stored.flatMap(({ authorIds, conversation }) =>
      authorIds.filter((_, index) => conversation.messages[index]?.authorIsTeam),
    );
    const names = await query((db) => listShownNames(db, firstWorkspace, authorId));
    expect([...names.values()]).toEqual(['the\u00a0mailbox support@…']);
  });

  it('keeps the remark beside a rating, masked, whom it is about, and what a follow-up takes up again', async () => {
    const id = await bench.send('tickets.json', tickets, { source: 'desk' });
    await bench.until(id, 'done');
    const [first, second] = (await loadSource('desk')).map(({ conversation }) => conversation);
    expect(first).toMatchObject({ csatRaw: 'bad', csatComment: 'Call me at [card] or [email]', csatAgentId: '8' });
    expect(second).toMatchObject({ followUpOf: '1' });
  });

  it('finds everything again when the same files come a second time', async () => {
    for (const [name, text, source] of [
      ['box.mbox', mailbox, 'box'],
      ['tickets.json', tickets, 'desk'],
    ] as const) {
      const run = await bench.until(await bench.send(name, text, { source }), 'done');
      expect(run.counts).toMatchObject({ accepted: 0, updated: 0, duplicate: run.counts.units });
    }
    const broken = (await verifyStore(bench.store, { now: Date.now })).filter(
      ({ violations }) => violations.length > 0,
    );
    expect(broken).toEqual([]);
  });
});
