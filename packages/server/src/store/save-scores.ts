/**
 * Saves what one reading of each conversation found, in place of what an earlier reading found; the scores of an earlier
 * version of the scorer are kept for the trend. Safe to run twice: the second run replaces the first with the same.
 */
import type { ConversationScore, Evidence, NotServiceKind } from '@rapport/contract';
import { sql } from 'kysely';
import { insertRows } from './insert-rows.ts';
import type { StoredConversation } from './load-conversations.ts';
import type { Db } from './open-store.ts';
import { keepPastScores } from './past-scores.ts';
import { saveWords } from './save-words.ts';
import { type AssessmentRows, findAuthors, toAssessmentRows } from './score-rows.ts';
import { noteScorerVersions } from './scorer-versions.ts';
import { summariseScore } from './summarise-score.ts';

export interface ScoredConversation {
  stored: StoredConversation;
  score: ConversationScore;
  /** Why it is no service, or null. */
  notService?: NotServiceKind | null;
}

export async function saveScores(db: Db, workspace: number, scored: readonly ScoredConversation[]): Promise<void> {
  const ids = scored.map(({ stored }) => stored.id);
  await noteScorerVersions(
    db,
    workspace,
    scored.map(({ score }) => score.scorerVersion),
  );
  await keepPastScores(
    db,
    workspace,
    scored.flatMap(({ stored: { id, row }, score: { scorerVersion } }) =>
      row.scorer_version === null || row.scorer_version === scorerVersion ? [] : [{ id, scorerVersion }],
    ),
  );
  await removeScores(db, workspace, ids);
  const assessments = await saveAssessments(db, workspace, scored);
  await insertRows(
    db,
    'scores',
    assessments.flatMap(({ scores }) => scores),
  );
  await insertRows(
    db,
    'moments',
    assessments.flatMap(({ moments }) => moments),
  );
  await saveFindings(db, workspace, scored);
  await saveSummaries(db, workspace, scored);
  await saveWords(
    db,
    workspace,
    scored.map(({ stored: { id, conversation } }) => ({
      id,
      texts: [conversation.subject, ...conversation.messages.map(({ text }) => text)],
    })),
  );
}

/** Everything that was read from a conversation's words and is read anew with it. */
const readFrom = [
  'assessments',
  'customer_emotions',
  'promises',
  'goodwill',
  'signals',
  'care_steps',
  'reason_sentences',
] as const;

async function removeScores(db: Db, workspace: number, ids: readonly number[]): Promise<void> {
  for (const table of readFrom) {
    await sql`
      DELETE FROM ${sql.table(table)} WHERE workspace_id = ${workspace} AND conversation_id = ANY(${ids}::bigint[])
    `.execute(db);
  }
}

async function saveAssessments(
  db: Db,
  workspace: number,
  scored: readonly ScoredConversation[],
): Promise<AssessmentRows[]> {
  const wanted = scored.flatMap(({ stored, score }) => {
    const { authorOfAgent } = findAuthors(stored);
    return score.agents.map((agent) => ({
      conversation_id: stored.id,
      author_id: authorOfAgent(agent),
      scorer_version: score.scorerVersion,
    }));
  });
  const { rows } = await sql<{ id: number; conversation_id: number; author_id: number }>`
    INSERT INTO assessments (workspace_id, conversation_id, author_id, scorer_version)
    SELECT ${workspace}, conversation_id, author_id, scorer_version
    FROM json_to_recordset(${JSON.stringify(wanted)}::json)
      AS x(conversation_id bigint, author_id bigint, scorer_version text)
    RETURNING id, conversation_id, author_id
  `.execute(db);
  const idOf = new Map(rows.map(({ id, conversation_id, author_id }) => [`${conversation_id} ${author_id}`, id]));
  return scored.flatMap(({ stored, score }) => {
    const { authorOfAgent } = findAuthors(stored);
    return score.agents.map((agent) => {
      const author = authorOfAgent(agent);
      const assessment = idOf.get(`${stored.id} ${author}`) ?? 0;
      return toAssessmentRows({ workspace, assessment, author, stored, score, agent });
    });
  });
}

const evidenceColumns = <N extends string>(name: N, found: Evidence) =>
  ({
    [`${name}_message_id`]: found.messageId,
    [`${name}_start`]: found.start,
    [`${name}_end`]: found.end,
    [`${name}_quote`]: found.quote,
  }) as Record<`${N}_message_id` | `${N}_quote`, string> & Record<`${N}_start` | `${N}_end`, number>; // computed keys lose their names

const noEvidence = { sign_message_id: null, sign_start: null, sign_end: null, sign_quote: null };

async function saveFindings(db: Db, workspace: number, scored: readonly ScoredConversation[]): Promise<void> {
  const all = scored.map(({ stored, score }) => {
    const base = { workspace_id: workspace, conversation_id: stored.id };
    const { authorOfMessage, positionOfMessage } = findAuthors(stored);
    const at = (messageId: string) => stored.conversation.messages[positionOfMessage(messageId) ?? -1]?.at ?? null;
    return {
      emotions: score.customerEmotion.map(({ messageId, valence, label }) => ({
        ...base,
        message_id: messageId,
        valence,
        label,
      })),
      promises: score.promises.map((one, number) => ({
        ...base,
        number,
        author_id: authorOfMessage(one.said.messageId),
        ...evidenceColumns('said', one.said),
        what: one.what,
        due_at: one.dueAt,
        due_words: one.dueWords,
        state: one.state,
        ...(one.sign === null ? noEvidence : evidenceColumns('sign', one.sign)),
      })),
      goodwill: score.goodwill.map((one, number) => ({
        ...base,
        number,
        author_id: authorOfMessage(one.said.messageId),
        ...evidenceColumns('said', one.said),
        amount_cents: one.amountCents,
        currency: one.currency,
      })),
      signals: score.signals.map(({ kind, said }, number) => ({
        ...base,
        number,
        kind,
        position: positionOfMessage(said.messageId) ?? 0,
        at: at(said.messageId),
        ...evidenceColumns('said', said),
      })),
      careSteps: score.orderOfCare.map((one, number) => ({
        ...base,
        number,
        step: one.step,
        message_id: one.messageId,
        at: one.at,
        author_id: authorOfMessage(one.messageId),
        out_of_order: one.outOfOrder,
      })),
    };
  });
  await insertRows(
    db,
    'customer_emotions',
    all.flatMap(({ emotions }) => emotions),
  );
  await insertRows(
    db,
    'promises',
    all.flatMap(({ promises }) => promises),
  );
  await insertRows(
    db,
    'goodwill',
    all.flatMap(({ goodwill }) => goodwill),
  );
  await insertRows(
    db,
    'signals',
    all.flatMap(({ signals }) => signals),
  );
  await insertRows(
    db,
    'care_steps',
    all.flatMap(({ careSteps }) => careSteps),
  );
}

async function saveSummaries(db: Db, workspace: number, scored: readonly ScoredConversation[]): Promise<void> {
  const rows = scored.map(({ stored, score, notService }) => ({
    id: stored.id,
    ...summariseScore(stored, score),
    ...(notService ? { not_scored: notService } : {}),
  }));
  await sql`
    UPDATE conversations c SET needs_scoring = false, scorer_version = x.scorer_version, not_scored = x.not_scored,
      language = coalesce(c.language, x.language), first_words = x.first_words, agent_ids = x.agent_ids,
      feeling_first = x.feeling_first, feeling_last = x.feeling_last, heard = x.heard, heard_seconds = x.heard_seconds,
      signals = x.signals, exceptional = x.exceptional, open_promises = x.open_promises,
      goodwill_count = x.goodwill_count, need_quality = x.need_quality, need_verdict = x.need_verdict,
      need_confidence = x.need_confidence, lowest_confidence = x.lowest_confidence, to_learn = x.to_learn
    FROM json_populate_recordset(NULL::conversations, ${JSON.stringify(rows)}::json) x
    WHERE c.workspace_id = ${workspace} AND c.id = x.id
  `.execute(db);
}
