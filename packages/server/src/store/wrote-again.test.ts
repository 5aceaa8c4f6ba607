import { type ConversationSpan, findWroteAgain, mostConversationsOfOnePerson } from '@rapport/insight';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepImports, startTestApp, type TestApp } from '../api/test-app.ts';
import { createImport } from './imports.ts';
import { firstWorkspace, inWorkspace } from './in-workspace.ts';
import { refreshWroteAgain } from './wrote-again.ts';

let app: TestApp;
let importId: number;
beforeAll(async () => {
  app = await startTestApp('wrote-again', keepImports);
  importId = await inWorkspace(app.store, firstWorkspace, (db) =>
    createImport(db, firstWorkspace, {
      ...{ fileName: 'made.jsonl', source: 'made', spoolId: 's', spoolKey: Buffer.alloc(32) },
      ...{ autoConfirm: false, isSample: false },
    }),
  );
});
afterAll(() => app.end());

interface Made {
  customer: number | null;
  isService: boolean;
  fromDay: number | null;
  days: number;
  takesUp: number | null;
}

const made = fc.record<Made>({
  customer: fc.option(fc.integer({ min: 0, max: 9 })),
  isService: fc.boolean(),
  fromDay: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 9 }),
  days: fc.integer({ min: 0, max: 3 }),
  takesUp: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 1 }),
});

const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();

async function ask(list: readonly Made[]): Promise<{ stored: (boolean | null)[]; expected: (boolean | null)[] }> {
  const spans = list.map(({ customer, isService, fromDay, days, takesUp }, index): ConversationSpan => {
    const isShared = list.filter((one) => one.customer === customer).length > mostConversationsOfOnePerson;
    return {
      id: String(index),
      customer: customer === null || !isService || isShared ? null : String(customer),
      from: fromDay === null ? null : dayOf(fromDay),
      to: fromDay === null ? null : dayOf(fromDay + days),
      ...(takesUp === null || takesUp >= list.length ? {} : { followUpOf: String(takesUp) }),
    };
  });
  const stored = await inWorkspace(app.store, firstWorkspace, async (db) => {
    await sql`DELETE FROM conversations`.execute(db);
    for (const [index, { from, to, followUpOf }] of spans.entries()) {
      const one = list[index];
      await sql`INSERT INTO conversations (workspace_id, source, source_id, channel, customer_key, first_at, last_at,
          not_service, follow_up_of, import_id)
        VALUES (${firstWorkspace}, 'made', ${String(index)}, 'email', ${one?.customer ?? null}, ${from}, ${to},
          ${one?.isService ? null : 'spam'}, ${followUpOf ?? null}, ${importId})`.execute(db);
    }
    await refreshWroteAgain(db, firstWorkspace);
    const { rows } = await sql<{ again: boolean | null }>`
      SELECT wrote_again AS again FROM conversations ORDER BY id`.execute(db);
    return rows.map(({ again }) => again);
  });
  const answers = findWroteAgain(spans);
  return { stored, expected: spans.map(({ id }) => answers.get(id) ?? null) };
}

describe('who wrote again, asked of the database', () => {
  it('says what the analysis says of the same list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(made, { maxLength: 40 }), async (list) => {
        const { stored, expected } = await ask(list);
        expect(stored).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing of a name that many share', async () => {
    const shared = { customer: 1, isService: true, days: 0, takesUp: null };
    const list = Array.from({ length: mostConversationsOfOnePerson + 1 }, (_, fromDay) => ({ ...shared, fromDay }));
    const { stored, expected } = await ask(list);
    expect(stored.every((one) => one === null)).toBe(true);
    expect(stored).toEqual(expected);
  });
});
