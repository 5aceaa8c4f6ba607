import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listAuthors } from '../store/list-authors.ts';
import { sayOwnDomains } from '../store/own-domains.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('people');
  await bench.startWorker();
});
afterAll(() => bench?.end());

const tickets = JSON.stringify({
  tickets: [
    {
      ...{ id: 1, subject: 'Lamp', status: 'closed', requester_id: 7, created_at: '2026-03-02T09:00:00Z' },
      comments: [
        { id: 10, author_id: 7, body: 'My lamp is broken.', public: true, created_at: '2026-03-02T09:00:00Z' },
        {
          id: 11,
          author_id: 8,
          body: 'I am sorry. A new one leaves.',
          public: true,
          created_at: '2026-03-02T09:05:00Z',
        },
        { id: 12, author_id: 9, body: 'Was this helpful?', public: true, created_at: '2026-03-02T09:06:00Z' },
      ],
    },
  ],
});
const users = [
  { id: 7, name: 'Ann', email: 'ann@home.example', role: 'end-user' },
  { id: 8, name: 'Mara', email: 'mara@lamps.example', role: 'agent' },
  { id: 9, name: 'Helper', email: 'helper@lamps.example', role: 'bot' },
];

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const people = (text: string) => ({ fileName: 'users.json', bytes: bytesOf(text), limitBytes: 2 ** 20 });
const authorsOf = async (importId: number) => {
  const found = await inWorkspace(bench.store, firstWorkspace, (db) =>
    listAuthors(db, firstWorkspace, { importId, sees: null }),
  );
  return found.authors.map(({ name, role, roleGuessed }) => [name, role, roleGuessed]);
};

describe('a list of people as a second file', () => {
  it('is asked for where authors are numbers, and then nothing is guessed', async () => {
    const id = await bench.send('tickets.json', tickets, { source: 'asked', autoConfirm: false });
    expect((await bench.until(id, 'needs-mapping')).plan).toMatchObject({ asksForPeople: true });
    for (const none of ['no people at all', tickets, '[]']) {
      await expect(bench.actions.addPeople(id, people(none))).rejects.toThrow(/holds no people/);
    }
    const named = await bench.actions.addPeople(id, people(JSON.stringify({ users })));
    expect(named.plan).toMatchObject({ asksForPeople: false, knownPeople: 3 });
    await bench.actions.confirmMapping(id, { mapping: {} });
    await bench.until(id, 'who-is-who');
    expect(await authorsOf(id)).toEqual(
      expect.arrayContaining([
        ['Mara', 'agent', false],
        ['Helper', 'bot', false],
      ]),
    );
    await expect(bench.actions.addPeople(id, people(JSON.stringify(users)))).rejects.toThrow(/who-is-who/);
    const folder = join(bench.dataFolder, 'spool');
    expect(existsSync(folder) ? (await readdir(folder)).filter((name) => name !== 'id') : []).toEqual([]);
  });

  it('may be left out; the roles are guesses then', async () => {
    const id = await bench.send('tickets.json', tickets, { source: 'guessed', autoConfirm: false });
    await bench.until(id, 'needs-mapping');
    await bench.actions.confirmMapping(id, {});
    await bench.until(id, 'who-is-who');
    expect(await authorsOf(id)).toEqual([
      ['8', 'agent', true],
      ['9', 'agent', true],
    ]);
  });
});

describe('a file in which nobody answers', () => {
  const mail = (by: string, id: string, text: string, above = '') =>
    `From x Mon Mar  9 08:00:00 2026\nFrom: ${by}\nTo: help@lamps.example\nMessage-ID: <${id}>\n${above}Subject: Lamp\nDate: Mon, 9 Mar 2026 09:00:00 +0100\n\n${text}\n\n`;
  const box =
    mail('Ann <ann@home.example>', 'q1', 'My lamp is broken.') +
    mail('Mara <mara@second.example>', 'q2', 'I am sorry. A new one leaves today.', 'References: <q1>\n');
  const onlyAsked = mail('Ann <ann@home.example>', 'q3', 'Is anybody there?');
  const list = (importId: number) =>
    inWorkspace(bench.store, firstWorkspace, (db) => listAuthors(db, firstWorkspace, { importId, sees: null }));

  it('lists those who were guessed to be customers, so that whoever answers can be made an agent', async () => {
    await inWorkspace(bench.store, firstWorkspace, (db) => sayOwnDomains(db, firstWorkspace, ['lamps.example']));
    const id = await bench.send('box.mbox', box, { source: 'second', autoConfirm: false });
    await bench.until(id, 'who-is-who');
    const { authors, customers } = await list(id);
    // Both wrote one mail, so that neither comes first.
    expect(authors.map(({ name, role }) => `${name} ${role}`).sort()).toEqual(['Ann customer', 'Mara customer']);
    expect(customers).toBe(0);
    const mara = authors.find(({ name }) => name === 'Mara')?.id ?? '';
    await bench.actions.confirmAuthors(id, { roles: { [mara]: 'agent' } });
    expect((await bench.until(id, 'done')).counts).toMatchObject({ scored: 1, notScored: [] });
    expect(await list(id)).toMatchObject({ authors: [{ name: 'Mara', role: 'agent' }], customers: 1 });
  });

  it('is gone through without scores when a person says that it is right', async () => {
    const id = await bench.send('asked.mbox', onlyAsked, { source: 'asked-only', autoConfirm: false });
    await bench.until(id, 'who-is-who');
    await bench.actions.confirmAuthors(id, { roles: {} });
    const { counts } = await bench.until(id, 'done');
    expect(counts.notScored).toEqual([{ reason: 'no-agent-reply', conversations: 1 }]);
  });
});
