/** Sessions with their pinned examples and both sides' acknowledgement. */
import { type CoachingSession, RapportError, type Verdict, verdict } from '@rapport/contract';
import { sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import { isoOf } from './iso-of.ts';
import type { Db } from './open-store.ts';
import { digestOfSession } from './session-digest.ts';

/** Whose part of which plan. */
export interface PartKey {
  planId: number;
  author: number;
}

export interface SessionKey extends PartKey {
  number: number;
}

const noSession = (): RapportError =>
  new RapportError('not-found', {
    what: 'There is no such session.',
    wayOut: 'The plan shows the sessions there are.',
  });

/** Sessions of every person of a plan, by author, in their order. */
export async function listSessions(
  db: Db,
  workspace: number,
  planIds: readonly number[],
): Promise<(CoachingSession & PartKey)[]> {
  const rows = await db
    .selectFrom('coaching_sessions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where(sql<boolean>`plan_id = ANY(${[...planIds]}::bigint[])`)
    .orderBy('plan_id')
    .orderBy('author_id')
    .orderBy('number')
    .execute();
  const pins = await listPins(db, workspace, planIds);
  return rows.map((row) => ({
    ...{ planId: row.plan_id, author: row.author_id, number: row.number, heldAt: row.held_at.toISOString() },
    ...{ minutes: row.minutes, goal: row.goal, habit: row.habit, notes: row.notes, nextSteps: row.next_steps },
    pins: pins
      .filter((pin) => pin.plan_id === row.plan_id && pin.author_id === row.author_id && pin.session === row.number)
      .map(({ pin }) => pin),
    coachAcknowledged: row.coach_acknowledged_at && { at: row.coach_acknowledged_at.toISOString(), words: '' },
    agentAcknowledged: row.agent_acknowledged_at && {
      at: row.agent_acknowledged_at.toISOString(),
      words: row.agent_words ?? '',
    },
  }));
}

async function listPins(db: Db, workspace: number, planIds: readonly number[]) {
  const { rows } = await sql<{
    plan_id: number;
    author_id: number;
    session: number;
    conversation: number;
    messageId: string;
    start: number;
    end: number;
    quote: string;
    verdict: string | null;
    note: string;
    said_by: number;
    at: Date | null;
  }>`
    SELECT p.plan_id, p.author_id, p.session_number AS session, p.conversation_id AS conversation,
      p.said_message_id AS "messageId", p.said_start AS start, p.said_end AS "end", p.said_quote AS quote, p.verdict,
      p.note, m.author_id AS said_by, m.at
    FROM coaching_pins p
    JOIN messages m ON m.workspace_id = ${workspace} AND m.conversation_id = p.conversation_id
      AND m.message_id = p.said_message_id
    WHERE p.workspace_id = ${workspace} AND p.plan_id = ANY(${[...planIds]}::bigint[])
    ORDER BY p.plan_id, p.author_id, p.session_number, p.number`.execute(db);
  const names = await listShownNames(
    db,
    workspace,
    rows.map(({ said_by }) => said_by),
  );
  return rows.map(({ plan_id, author_id, session, conversation, said_by, at, verdict: read, ...said }) => ({
    ...{ plan_id, author_id, session },
    pin: {
      ...said,
      conversationId: String(conversation),
      author: nameOf(names, said_by),
      at: isoOf(at),
      verdict: verdict.nullable().parse(read),
    },
  }));
}

export interface NewSession {
  heldAt: string;
  minutes: number;
  goal: string;
  habit: string;
  notes: string;
  nextSteps: string;
  /** Checked against their messages by the caller. */
  pins: readonly NewPin[];
}

export interface NewPin {
  conversation: number;
  messageId: string;
  start: number;
  end: number;
  quote: string;
  verdict: Verdict | null;
  note: string;
}

const columnsOf = ({ heldAt, minutes, goal, habit, notes, nextSteps }: NewSession) => ({
  ...{ held_at: heldAt, minutes, goal, habit, notes, next_steps: nextSteps },
});

export async function saveSession(
  db: Db,
  workspace: number,
  { planId, author, session, now }: PartKey & { session: NewSession; now: Date },
): Promise<number> {
  const of = { workspace_id: workspace, plan_id: planId, author_id: author };
  // Held until the end, so that two sessions written at once get two numbers.
  await sql`SELECT 1 FROM coaching_people WHERE workspace_id = ${workspace} AND plan_id = ${planId}
    AND author_id = ${author} FOR UPDATE`.execute(db);
  const last = await db
    .selectFrom('coaching_sessions')
    .select((one) => one.fn.max('number').as('number'))
    .where('workspace_id', '=', workspace)
    .where('plan_id', '=', planId)
    .where('author_id', '=', author)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto('coaching_sessions')
    .values({ ...of, number, ...columnsOf(session), created_at: now })
    .execute();
  await savePins(db, workspace, { planId, author, number }, session.pins);
  return number;
}

/** @throws RapportError `conflict` once somebody has acknowledged it, `not-found` */
export async function changeSession(
  db: Db,
  workspace: number,
  { session, ...key }: SessionKey & { session: NewSession },
): Promise<void> {
  const { numUpdatedRows } = await atSession(
    db.updateTable('coaching_sessions').set(columnsOf(session)).where('digest', 'is', null),
    workspace,
    key,
  ).executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const found = await db
      .selectFrom('coaching_sessions')
      .select('number')
      .where('workspace_id', '=', workspace)
      .where('plan_id', '=', key.planId)
      .where('author_id', '=', key.author)
      .where('number', '=', key.number)
      .executeTakeFirst();
    if (found === undefined) throw noSession();
    throw new RapportError('conflict', {
      what: 'This session is acknowledged, so it stands as it is.',
      why: 'Who signs must be able to rely on what they signed.',
      wayOut: 'Write what is new into the thread, or into the next session.',
    });
  }
  await db
    .deleteFrom('coaching_pins')
    .where('workspace_id', '=', workspace)
    .where('plan_id', '=', key.planId)
    .where('author_id', '=', key.author)
    .where('session_number', '=', key.number)
    .execute();
  await savePins(db, workspace, key, session.pins);
}

/** Kysely's builders share no type for "where", so the three conditions are added here once. */
function atSession<
  Query extends { where(column: 'workspace_id' | 'plan_id' | 'author_id' | 'number', is: '=', value: number): Query },
>(query: Query, workspace: number, { planId, author, number }: SessionKey): Query {
  return query
    .where('workspace_id', '=', workspace)
    .where('plan_id', '=', planId)
    .where('author_id', '=', author)
    .where('number', '=', number);
}

async function savePins(db: Db, workspace: number, key: SessionKey, pins: readonly NewPin[]): Promise<void> {
  if (pins.length === 0) return;
  await db
    .insertInto('coaching_pins')
    .values(
      pins.map((pin, place) => ({
        ...{ workspace_id: workspace, plan_id: key.planId, author_id: key.author, session_number: key.number },
        ...{ number: place + 1, conversation_id: pin.conversation, said_message_id: pin.messageId },
        ...{ said_start: pin.start, said_end: pin.end, said_quote: pin.quote, verdict: pin.verdict, note: pin.note },
      })),
    )
    .execute();
}

/**
 * The first acknowledgement fixes the words by their digest. A second one of the same side changes nothing.
 * @throws RapportError `not-found`
 */
export async function acknowledgeSession(
  db: Db,
  workspace: number,
  given: SessionKey & { side: 'coach' | 'agent'; by: string; words: string; now: Date },
): Promise<void> {
  const row = await db
    .selectFrom('coaching_sessions')
    .selectAll()
    .where('workspace_id', '=', workspace)
    .where('plan_id', '=', given.planId)
    .where('author_id', '=', given.author)
    .where('number', '=', given.number)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noSession();
  if ((given.side === 'coach' ? row.coach_acknowledged_at : row.agent_acknowledged_at) !== null) return;
  const signed =
    given.side === 'coach'
      ? { coach_acknowledged_at: given.now, coach_acknowledged_by: given.by }
      : { agent_acknowledged_at: given.now, agent_acknowledged_by: given.by, agent_words: given.words };
  await atSession(
    db.updateTable('coaching_sessions').set({ ...signed, digest: row.digest ?? digestOfSession(row) }),
    workspace,
    given,
  ).execute();
}
