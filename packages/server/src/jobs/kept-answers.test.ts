/** What is kept for the pages is what counting anew from the conversations gives, in whatever order they came in. */
import { type ConversationScore, type QualityId, qualityIds } from '@rapport/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from '../api/test-app.ts';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { loadConversations } from '../store/load-conversations.ts';
import { saveScores } from '../store/save-scores.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { collectReasons } from './collect-reasons.ts';
import { groupReasons } from './group-reasons.ts';
import type { JobContext } from './job.ts';
import { refreshOutcomes } from './refresh-outcomes.ts';
import { shippedScorer } from './scorer.ts';

const count = 60;
let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('kept-answers', keepImports);
  ids = await saveScored(
    app.store,
    Array.from({ length: count }, (_, n) => made(n)),
  );
});
afterAll(() => app.end());

const made = (n: number) =>
  conversationOf(`c${n}`, [
    [`Customer: Ann ${n}`, `The parcel with lamp ${n} is missing and I am very upset!`],
    [`Agent: Agent ${n % 9}`, 'I am so sorry that the parcel is missing, that is upsetting. A new one leaves today.'],
    [`Customer: Ann ${n}`, n % 2 === 0 ? 'Thank you, lovely.' : 'That is no help at all.'],
  ]);

const context = {
  ...{ scorer: shippedScorer, jobs: { sendUnlessWaiting: async () => {} }, now: () => 0 },
} as unknown as JobContext;
const payload = { workspaceId: firstWorkspace };
async function refresh(): Promise<void> {
  await refreshOutcomes.handle({ ...context, store: app.store }, payload);
  await collectReasons.handle({ ...context, store: app.store }, { ...payload, after: 0 });
  await groupReasons.handle({ ...context, store: app.store }, payload);
}

interface Wish {
  verdict: 'met' | 'missed';
  weeksAgo: number;
  wroteAgain: boolean | null;
  resolved: boolean | null;
  csat: number | null;
}
const wish: fc.Arbitrary<Wish> = fc.record({
  verdict: fc.constantFrom('met' as const, 'missed' as const),
  weeksAgo: fc.nat({ max: 15 }),
  wroteAgain: fc.constantFrom(true, false, null),
  resolved: fc.constantFrom(true, false, null),
  csat: fc.constantFrom(null, 1, 2, 4, 5),
});

/** Scores some conversations anew, as a later import or a correction does. */
async function change(changes: readonly (readonly [number, Wish])[]): Promise<void> {
  await inWorkspace(app.store, firstWorkspace, async (db) => {
    for (const [place, { verdict, weeksAgo, wroteAgain, resolved, csat }] of changes) {
      const id = ids[place] ?? 0;
      const [stored] = await loadConversations(db, firstWorkspace, [id]);
      if (stored === undefined) throw new Error('the conversation is there');
      const score = shippedScorer.score(stored.conversation, { languageOf: () => 'en' });
      await saveScores(db, firstWorkspace, [{ stored, score: withVerdict(score, verdict) }]);
      const at = new Date(testNow.getTime() - weeksAgo * 7 * 86_400_000);
      await sql`UPDATE conversations SET last_at = ${at}, wrote_again = ${wroteAgain}, resolved = ${resolved},
        csat_raw = ${csat === null ? null : String(csat)}, csat_value = ${csat},
        csat_min = ${csat === null ? null : 1}, csat_max = ${csat === null ? null : 5} WHERE id = ${id}`.execute(db);
    }
  });
}

const withVerdict = (score: ConversationScore, verdict: Wish['verdict']): ConversationScore => ({
  ...score,
  agents: score.agents.map((agent) => ({
    ...agent,
    qualities: { ...agent.qualities, empathy: { ...agent.qualities.empathy, verdict } },
  })),
});

/** The plain way: every conversation and score in hand, counted in JavaScript. */
async function countAnew() {
  return inWorkspace(app.store, firstWorkspace, async (db) => {
    const { rows } = await sql<{
      last_at: Date;
      wrote_again: boolean | null;
      resolved: boolean | null;
      csat_value: number | null;
    }>`
      SELECT last_at, wrote_again, resolved, csat_value FROM conversations ORDER BY id`.execute(db);
    const scores = await sql<{ quality: QualityId; verdict: string; last_at: Date }>`
      SELECT s.quality, s.verdict, c.last_at FROM scores s JOIN conversations c ON c.id = s.conversation_id
      WHERE s.verdict <> 'no-opportunity'`.execute(db);
    const end = Math.max(...rows.map(({ last_at }) => last_at.getTime()));
    const week = (at: Date) => Math.floor((end - at.getTime()) / (7 * 86_400_000));
    return {
      resolved: rows.filter(({ resolved }) => resolved !== null).length,
      watched: rows.filter(({ wrote_again }) => wrote_again !== null).length,
      answered: rows.filter(({ csat_value }) => csat_value !== null).length,
      last: new Map(
        qualityIds.map((quality) => [
          quality,
          scores.rows.filter((one) => one.quality === quality && week(one.last_at) === 0).length,
        ]),
      ),
      before: new Map(
        qualityIds.map((quality) => [
          quality,
          scores.rows.filter((one) => one.quality === quality && week(one.last_at) > 0 && week(one.last_at) <= 12)
            .length,
        ]),
      ),
    };
  });
}

const kept = () =>
  inWorkspace(app.store, firstWorkspace, async (db) => ({
    changes: await loadTeamAnswer(db, firstWorkspace, 'changes'),
    outcomes: await loadTeamAnswer(db, firstWorkspace, 'outcomes'),
    reasons: await loadTeamAnswer(db, firstWorkspace, 'reasons'),
  }));

describe('kept answers', () => {
  it('equal counting anew after any changes, and do not depend on the steps in which they came', async () => {
    const changesOf = fc.array(fc.tuple(fc.nat({ max: count - 1 }), wish), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changesOf, async (changes) => {
        // Piece by piece, with a refresh in between …
        for (const one of [changes.slice(0, 5), changes.slice(5)]) {
          await change(one);
          await refresh();
        }
        const stepwise = await kept();
        const anew = await countAnew();
        expect(stepwise.outcomes?.seen.resolved.n).toBe(anew.resolved);
        expect(stepwise.outcomes?.seen.wroteAgain.n).toBe(anew.watched);
        expect(stepwise.outcomes?.asked.find(({ measure }) => measure === 'csat')?.answered ?? 0).toBe(anew.answered);
        for (const { subject, last, before } of stepwise.changes?.rows ?? []) {
          const quality = qualityIds.find((id) => id === subject);
          if (quality) expect([last.n, before.n]).toEqual([anew.last.get(quality), anew.before.get(quality)]);
        }
        // … or from nothing at once: the same.
        await inWorkspace(app.store, firstWorkspace, async (db) => {
          await sql`DELETE FROM team_answers`.execute(db);
          await sql`DELETE FROM reason_sentences`.execute(db);
        });
        await refresh();
        expect(await kept()).toEqual(stepwise);
      }),
      { numRuns: 5, seed: 11, endOnFailure: true },
    );
  }, 120_000);
});

describe('the early look at an import', () => {
  it('asks the same of more and more conversations, and its range shrinks', async () => {
    await inWorkspace(app.store, firstWorkspace, (db) =>
      sql`UPDATE conversations SET heard = CASE WHEN id % 4 = 0 THEN 'never' ELSE 'yes' END`.execute(db),
    );
    const { looks } = (await app.http.inject('/api/v1/imports/1/early-look')).json();
    expect(looks.map(({ conversations }: { conversations: number }) => conversations)).toEqual([20, 60]);
    const width = ({ acknowledged }: { acknowledged: { lower: number; upper: number } }) =>
      acknowledged.upper - acknowledged.lower;
    expect(width(looks[1])).toBeLessThan(width(looks[0]));
    expect((await app.http.inject('/api/v1/imports/999/early-look')).json()).toEqual({ looks: [] });
  });
});
