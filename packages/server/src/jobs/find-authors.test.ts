import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadImport, lockImport } from '../store/imports.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { listAuthors } from '../store/list-authors.ts';
import type { Db } from '../store/open-store.ts';
import { findAuthorsBy } from './find-authors.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';
import type { ImportPayload } from './import-job.ts';
import type { JobContext } from './job.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('find-authors');
});
afterAll(() => bench?.end());

const inStore = <T>(work: (db: Db) => Promise<T>): Promise<T> => inWorkspace(bench.store, firstWorkspace, work);

const people = 2000;
/** Every hundredth author says one and the same thing to twelve customers; the others answered once, in their own words. */
function* linesOf(): Generator<string> {
  for (let n = 0; n < people; n++) {
    for (let c = 0; c < (n % 100 === 7 ? 12 : 1); c++) {
      const messages = [
        { id: `${n}-${c}-1`, role: 'customer', author: `Ann ${n}`, text: `My lamp ${n} is broken.` },
        { id: `${n}-${c}-2`, role: 'agent', author: `Agent ${n}`, text: `A new one leaves today, number ${n}.` },
      ];
      yield JSON.stringify({ id: `c${n}-${c}`, messages });
    }
  }
}

const proposals = () =>
  inStore(async (db) => {
    const { rows } = await sql`
      SELECT name, role, proposed_role, hints, why, messages, conversations, alias_number FROM authors ORDER BY id
    `.execute(db);
    return rows;
  });

describe('who is who of thousands', () => {
  it('is the same page by page, with a kill between two pages, as in one go', { timeout: 60_000 }, async () => {
    const worker = await bench.startWorker();
    const id = await bench.send('many.jsonl', [...linesOf()].join('\n'), { source: 'many', autoConfirm: false });
    await bench.until(id, 'who-is-who');
    await worker.stop();
    const inOneGo = await proposals();
    expect(inOneGo).toHaveLength(2 * people);
    const listed = await inStore((db) => listAuthors(db, firstWorkspace, { importId: id, sees: null }));
    // Those to look at are all there, although they do not write most; of the others there are more than anybody reads.
    expect(listed.authors.filter(({ proposedRole }) => proposedRole === 'bot')).toHaveLength(20);
    expect(listed.authors).toHaveLength(20 + 250);
    expect(listed.unlisted).toEqual({ agent: people - 20 - 250, bot: 0, customer: 0, system: 0 });
    expect(listed).toMatchObject({ customers: people, customerExamples: [] });
    expect(inOneGo.filter((one) => (one as { proposed_role: unknown }).proposed_role === 'bot')).toHaveLength(20);

    await inStore(async (db) => {
      await sql`UPDATE authors SET hints = '{}', why = '', proposed_role = NULL, alias_number = NULL,
        messages = 0, conversations = 0`.execute(db);
      await sql`UPDATE imports SET state = 'reading', checkpoint = checkpoint - 'authorsTo'`.execute(db);
    });
    const sent: ImportPayload[] = [];
    const jobs = { send: async (_: Db, __: unknown, payload: ImportPayload) => void sent.push(payload) };
    const job = findAuthorsBy(250);
    // Of a context only these are used; the clock stands for what happens to the worker after each step.
    const run = async (payload: ImportPayload, ...clock: number[]) => {
      const now = () => {
        const at = clock.shift();
        if (at === undefined) throw new Error('killed');
        return at;
      };
      const context = { store: bench.store, spool: { remove: async () => {} }, jobs, now };
      await job.handle(context as unknown as JobContext, payload);
    };
    const checkpointOf = async () => {
      const found = await inStore((db) => lockImport(db, firstWorkspace, id));
      if (found === null) throw new Error('the import is there');
      return found.checkpoint;
    };
    const first = { workspaceId: firstWorkspace, importId: id, piece: (await checkpointOf()).piece };
    // Counted, and killed in the third page: two are safe.
    await expect(run(first, 0, 0, 0, 0)).rejects.toThrow('killed');
    const { authorsTo } = await checkpointOf();
    const looked = await inStore((db) =>
      sql<{ id: number }>`SELECT id FROM authors WHERE hints <> '{}' ORDER BY id DESC`.execute(db),
    );
    expect([looked.rows.length, looked.rows[0]?.id]).toEqual([500, authorsTo]);
    // The same piece again, and its time is up after a page; then the piece it asked for, whose worker comes to the end.
    await run(first, 0, 0, 10_000);
    expect(sent.map(({ piece }) => piece)).toEqual([first.piece + 1]);
    await run(first, 0);
    expect((await inStore((db) => loadImport(db, firstWorkspace, id)))?.state).toBe('reading');
    await run(sent[0] ?? first, ...Array.from({ length: 20 }, () => 0));
    expect((await inStore((db) => loadImport(db, firstWorkspace, id)))?.state).toBe('who-is-who');
    expect(await proposals()).toEqual(inOneGo);
  });
});
