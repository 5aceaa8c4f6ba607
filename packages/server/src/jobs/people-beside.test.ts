import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listAuthors } from '../store/list-authors.ts';
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
