import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Conversation } from '@rapport/contract';
import { type ConversationFacts, factsOf, tallyFocus } from '@rapport/insight';
import { scoreConversation, scorerVersion } from '@rapport/qualities';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp } from '../api/test-app.ts';
import { tallyAgents } from './focus-tally.ts';
import { firstWorkspace, inWorkspace } from './in-workspace.ts';
import { loadConversations } from './load-conversations.ts';
import { listCandidates } from './reading-candidates.ts';
import { refreshWroteAgain } from './wrote-again.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('focus-tally', keepImports);
});
afterAll(() => app.end());

const sample = gunzipSync(readFileSync('examples/sample-team/sample-team.jsonl.gz'))
  .toString()
  .split('\n')
  .slice(0, 120)
  .map((line, index): Conversation => {
    const { id, customer, messages, csat } = JSON.parse(line);
    // A customer comes twice and a rating now and then, so that every count has something to count.
    const turns = messages.map(({ role, author, text }: Record<string, string>) => [
      role === 'agent' ? `Agent: ${author}` : author,
      text,
    ]);
    const rating = csat ?? (index % 3 === 0 ? 1 + (index % 5) : null);
    const rest = { customer: index % 4 === 0 ? 'Regular' : customer };
    return { ...conversationOf(id, turns, rest), csatRaw: rating === null ? null : String(rating), csatMax: 5 };
  });

/** Everything counted anew from the conversations themselves, in the order in which they came. */
async function recount(): Promise<{ counted: object; expected: object }> {
  return inWorkspace(app.store, firstWorkspace, async (db) => {
    await refreshWroteAgain(db, firstWorkspace);
    const { rows } = await sql<{ id: number; again: boolean | null; rated: number | null }>`
      SELECT id, wrote_again AS again, csat_value AS rated FROM conversations ORDER BY id`.execute(db);
    const stored = await loadConversations(
      db,
      firstWorkspace,
      rows.map(({ id }) => id),
    );
    const facts = stored.flatMap((one): ConversationFacts[] => {
      const row = rows.find(({ id }) => id === one.id);
      const rated = row?.rated ?? null;
      const conversation = { ...one.conversation, csatRaw: rated === null ? null : String(rated), csatMax: 5 };
      const score = scoreConversation(one.conversation, {});
      if (score.notScored !== null) return [];
      const found = factsOf(conversation, score, { wroteAgain: row?.again ?? null });
      const keys = new Map(one.conversation.messages.map((message, at) => [message.author, one.authorIds[at]]));
      const assessments = found.assessments.map((own) => ({ ...own, agent: String(keys.get(own.agent)) }));
      return [{ ...found, id: String(one.id), assessments }];
    });
    const counted = {
      ...(await tallyAgents(db, firstWorkspace, { scorerVersion, sees: null })),
      reading: await listCandidates(db, firstWorkspace, { scorerVersion, sees: null }),
    };
    return { counted, expected: closely(tallyFocus(facts)) };
  });
}

/** Means and squares may differ in their last digits, which depend on the order of the sum. */
function closely(value: unknown): object {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'number' && !Number.isInteger(one) ? expect.closeTo(one, 9) : one,
  );
}

describe('counts of scored conversations in the database', () => {
  it('are those of a full recount, also after conversations were added, changed and removed', async () => {
    await saveScored(app.store, sample.slice(0, 80));
    const first = await recount();
    expect(first.counted).toEqual(first.expected);
    await saveScored(app.store, sample.slice(80));
    await inWorkspace(app.store, firstWorkspace, async (db) => {
      await sql`UPDATE conversations SET csat_value = 1 WHERE id % 5 = 0 AND csat_value IS NOT NULL`.execute(db);
      await sql`DELETE FROM conversations WHERE id % 7 = 0`.execute(db);
    });
    const second = await recount();
    expect(second.counted).toEqual(second.expected);
    expect(second.counted).not.toEqual(first.counted);
  });
});
