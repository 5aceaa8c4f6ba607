import { driverOutcomes } from '@rapport/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDriverAnswers } from '../store/driver-answers.ts';
import { loadDriversInput } from '../store/driver-facts.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import type { Db } from '../store/open-store.ts';
import { verifyStore } from '../store/verify/verify-store.ts';
import { type ImportBench, openImportBench } from './import-file.fixture.ts';
import { openJobs } from './open-jobs.ts';
import { refreshDrivers } from './refresh-drivers.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench('drivers');
});
afterAll(() => bench?.end());

/** Upset customers of nine agents; those who were met with words for it rate higher, and some do not rate. */
const file = (count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const kind = n % 2 === 0;
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 5 + (n % 60), 9, minute)).toISOString();
    const messages = [
      ['customer', `My lamp number ${n} is broken again and I am so upset and angry about it!`],
      [
        'agent',
        kind
          ? `I am so sorry that your lamp broke again, that is upsetting. Number ${n * 7} is on its way today.`
          : `Send a picture of lamp number ${n * 7}.`,
      ],
      ['customer', kind ? 'Thank you, that is lovely.' : 'That is no help at all. I am furious.'],
    ].map(([role, text], m) => ({
      id: `${n}-${m}`,
      at: at(m),
      role,
      author: role === 'agent' ? `Agent ${n % 9}` : `Ann ${n}`,
      text,
    }));
    const csat = n % 8 === 0 ? null : String(kind ? 3 + (n % 5 > 1 ? 2 : 0) : 1 + (n % 7 === 0 ? 3 : 0));
    const outcomes =
      n % 10 === 0 ? {} : { nps: kind ? 6 + (n % 5) : n % 9, ces: kind ? 2 : 6, ces_hardest: 7, ces_easiest: 1 };
    return JSON.stringify({
      id: `c${n}`,
      channel: 'chat',
      resolved: kind,
      csatRaw: csat,
      csatMax: 5,
      outcomes,
      messages,
    });
  }).join('\n');

const ask = <T>(question: (db: Db) => Promise<T>): Promise<T> => inWorkspace(bench.store, firstWorkspace, question);
const kept = () => ask((db) => loadDriverAnswers(db, firstWorkspace));
const checkedAt = () =>
  ask(async (db) => {
    const { rows } = await sql<{ found: Date; checked: Date }>`
      SELECT max(found_at) AS found, min(checked_at) AS checked FROM driver_answers`.execute(db);
    return rows[0];
  });
async function untilFound(): Promise<Awaited<ReturnType<typeof kept>>> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await kept();
    if (found.answers.length > 0 && !found.refreshing) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no answer about drivers; ${bench.troubles.join('\n')}`);
}

describe('finding drivers', () => {
  it('follows an import: one answer per outcome, the asked ratings never mixed with what was read', async () => {
    await bench.startWorker();
    const id = await bench.send('rated.jsonl', file(240), { source: 'rated' });
    await bench.until(id, 'done');
    const { answers } = await untilFound();
    expect(answers.map(({ outcome }) => outcome)).toEqual([...driverOutcomes]);
    const [satisfied, recommend, easy, , resolved, feeling] = answers;
    expect(satisfied).toMatchObject({ known: 210, conversations: 240, agents: 9, basis: 'uncorrected' });
    expect(satisfied?.response).toMatchObject({ answered: 210, of: 240, scales: [{ min: 1, max: 5, answers: 210 }] });
    expect(satisfied?.qualities.some(({ tier }) => tier === 'first' || tier === 'real')).toBe(false);
    const empathy = satisfied?.qualities.find(({ quality }) => quality === 'empathy');
    // Every rated conversation that called for it stands at one level; a level of fewer than twenty has no share.
    const levels = empathy?.levels.filter(({ conversations }) => conversations > 0) ?? [];
    expect(levels.reduce((sum, { conversations }) => sum + conversations, 0)).toBe(empathy?.opportunities);
    expect(levels.length).toBeGreaterThan(1);
    for (const { conversations, outcome } of levels) expect(outcome.value === null).toBe(conversations < 20);
    expect(recommend).toMatchObject({ known: 216, response: { scales: [{ min: 0, max: 10, answers: 216 }] } });
    expect(easy).toMatchObject({ known: 216, response: { scales: [{ min: 1, max: 7, answers: 216 }] } });
    expect(easy?.rate.value).toBeCloseTo(
      Array.from({ length: 240 }, (_, n) => n).filter((n) => n % 10 > 0 && n % 2 === 0).length / 216,
      12,
    );
    expect(resolved).toMatchObject({ known: 240, response: null });
    expect(feeling?.caveats.join(' ')).toContain('same machine');
    expect(bench.troubles).toEqual([]);
  }, 90_000);

  it('is safe to run twice, and finds nothing anew while nothing has changed', async () => {
    const before = await checkedAt();
    await ask((db) => openJobs().send(db, refreshDrivers, { workspaceId: firstWorkspace }));
    for (let tries = 0; tries < 200; tries++) {
      const now = await checkedAt();
      if (now && before && now.checked > before.checked) {
        expect(now.found).toEqual(before.found);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the job did not run again');
  });

  it('reads one conversation once, whoever answered, and only numbers', async () => {
    const version = (await kept()).answers[0]?.scorerVersion ?? '';
    const input = await ask((db) => loadDriversInput(db, firstWorkspace, { seed: 1, scorerVersion: version }));
    expect(new Set(input.table.rows.map(({ conversation }) => conversation)).size).toBe(240);
    expect(JSON.stringify(input)).not.toMatch(/lamp|Ann|upset/);
    const other = await ask((db) => loadDriversInput(db, firstWorkspace, { seed: 1, scorerVersion: 'nobody’s' }));
    expect(other.table.rows).toEqual([]);
  });

  it('draws the same ones at random where there are too many, and says of how many', async () => {
    const version = (await kept()).answers[0]?.scorerVersion ?? '';
    const load = (most: number) =>
      ask((db) => loadDriversInput(db, firstWorkspace, { seed: 1, scorerVersion: version, most }));
    const [all, some, again] = [await load(240), await load(60), await load(60)];
    expect([all.drawnOf, some.drawnOf, some.table.rows.length]).toEqual([null, 240, 60]);
    expect(again).toEqual(some);
    const own = new Map(all.table.rows.map((row, at) => [row.conversation, [row.scores, all.satisfied[at]]]));
    for (const [at, row] of some.table.rows.entries()) {
      expect([row.scores, some.satisfied[at]]).toEqual(own.get(row.conversation));
    }
  });

  it('never leaves out what people judged by chance', async () => {
    const version = (await kept()).answers[0]?.scorerVersion ?? '';
    const load = (most: number) =>
      ask((db) => loadDriversInput(db, firstWorkspace, { seed: 1, scorerVersion: version, most }));
    const drawn = new Set((await load(60)).table.rows.map(({ conversation }) => conversation));
    const left = (await load(240)).table.rows.filter(({ conversation }) => !drawn.has(conversation));
    await ask(async (db) => {
      await sql`INSERT INTO check_decks (workspace_id, scorer_version, seed) VALUES (${firstWorkspace}, ${version}, 1)`.execute(
        db,
      );
      for (const [position, { conversation, agent }] of left.slice(0, 20).entries()) {
        await sql`INSERT INTO check_cards (workspace_id, deck_id, position, quality, conversation_id, author_id, moment,
            drawn_probability, human_verdict, answered_at)
          SELECT ${firstWorkspace}, max(id), ${position}, 'empathy', ${conversation}, ${agent}, '{}', 0.1, 'met', now()
          FROM check_decks`.execute(db);
      }
    });
    const { table } = await load(60);
    expect([table.rows.length, table.rows.filter(({ review }) => review !== null).length]).toEqual([60, 20]);
    await ask((db) => sql`DELETE FROM check_decks`.execute(db));
  });

  it('keeps the promises that can be checked, and sees an answer that claims too much', async () => {
    const broken = async () =>
      (await verifyStore(bench.store, { now: () => 0 })).filter(({ violations }) => violations.length > 0);
    expect(await broken()).toEqual([]);
    await ask(async (db) => {
      await sql`UPDATE driver_answers SET answer = jsonb_set(answer, '{qualities,0,tier}', '"first"')
        WHERE outcome = 'resolved'`.execute(db);
    });
    expect((await broken()).map(({ name, violations }) => [name, violations])).toEqual([
      ['drivers-whole', ['claim of resolved']],
    ]);
  });
});
