/**
 * A filter of `contract/view.ts` as SQL. Every field has its clause here and nowhere else; a value is always a parameter.
 *
 * Clauses over other tables are semi-joins on plain equality rather than array operators: equality is leakproof, so
 * PostgreSQL may use an index beneath row-level security, and may choose from which side to walk.
 */
import { type ConversationFilter, qualityIds, type WeekPart } from '@rapport/contract';
import { type RawBuilder, sql } from 'kysely';
import { askedConditions } from './asked-values.ts';
import { toSearchQuery } from './search-text.ts';
import { authorSeen, conversationSeen, type Sees } from './seen.ts';
import { veryUpsetAt } from './team-load.ts';

/** Machine confidence below which a verdict is called unsure; the pages draw its tag dashed from there on. */
export const unsureBelow = 0.6;

/** From this change between the first and the last feeling (−1 to 1) on, a customer is said to be lifted or to have fallen. */
export const feelingStep = 0.25;

/** At or under this feeling in their last message a customer is said to have left unhappy. */
export const unhappyAt = -0.15;

/** Of the table `conversations AS c`: upper part of the scale, as the analysis has it: 4 of 5, 7 of 10; null: not rated. */
export const isSatisfied = sql<boolean>`(c.csat_value / c.csat_max >= CASE WHEN c.csat_max <= 5 THEN 0.75 ELSE 0.7 END)`;

/** Conditions on the table `conversations AS c`, to be joined by AND. */
export function filterConditions(workspace: number, filter: ConversationFilter, sees: Sees): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [sql`c.workspace_id = ${workspace}`];
  const add = (condition: RawBuilder<boolean>) => conditions.push(condition);
  if (sees !== null) add(conversationSeen(workspace, sees));
  const { q, channel, source, importId, agentId, quality, verdict, followed, signal, rated, feeling, flag } = filter;
  if (q !== undefined && q.trim() !== '') {
    add(sql`EXISTS (SELECT FROM conversation_words w WHERE w.workspace_id = ${workspace} AND w.conversation_id = c.id
      AND w.words @@ websearch_to_tsquery('simple', ${toSearchQuery(q)}))`);
  }
  if (channel !== undefined) add(sql`c.channel = ${channel}`);
  if (source !== undefined) add(sql`c.source = ${source}`);
  if (importId !== undefined) {
    add(sql`EXISTS (SELECT FROM import_conversations i WHERE i.workspace_id = ${workspace} AND i.conversation_id = c.id
      AND i.import_id = ${numberOf(importId)})`);
  }
  const { begun, zone = 'UTC', from, to } = filter;
  if (begun !== undefined) add(sql`c.scorer_version IS NOT NULL AND c.not_scored IS NULL AND ${begunIn(begun, zone)}`);
  const at = begun === undefined ? sql`c.last_at` : sql`c.first_at`;
  if (from !== undefined) add(sql`${at} >= ${from}::timestamptz`);
  if (to !== undefined) add(sql`${at} <= ${to}::timestamptz`);
  if (quality !== undefined || verdict !== undefined || followed !== undefined) {
    add(hasScore(workspace, filter, sees));
  } else if (agentId !== undefined) {
    add(sql`EXISTS (SELECT FROM assessments a WHERE a.workspace_id = ${workspace} AND a.conversation_id = c.id
      AND a.author_id = ${numberOf(agentId)} AND ${authorSeen(sees, sql`a.author_id`)})`);
  } else if (filter.teamId !== undefined) {
    add(isOfTeam(workspace, filter.teamId, sql`c.agent_ids[1]`));
  }
  if (signal === 'wrote-again') add(sql`c.wrote_again`);
  else if (signal !== undefined) {
    add(sql`EXISTS (SELECT FROM signals s WHERE s.workspace_id = ${workspace} AND s.conversation_id = c.id
      AND s.kind = ${signal})`);
  }
  if (rated !== undefined) add(ratedConditions[rated]);
  if (filter.asked !== undefined) add(askedConditions[filter.asked]);
  if (filter.resolved !== undefined) add(sql`c.resolved = ${filter.resolved === 'yes'}`);
  if (feeling !== undefined) add(feelingConditions[feeling]);
  if (flag !== undefined) add(flagCondition(workspace, flag));
  if (filter.reason !== undefined) add(hasReason(workspace, filter.reason));
  return conditions;
}

/** "problem:box~miss": a sentence of it was grouped there. */
function hasReason(workspace: number, reason: string): RawBuilder<boolean> {
  const colon = reason.indexOf(':');
  return sql`EXISTS (SELECT FROM reason_sentences r WHERE r.workspace_id = ${workspace} AND r.conversation_id = c.id
    AND r.kind = ${reason.slice(0, colon)} AND r.reason_key = ${reason.slice(colon + 1)})`;
}

/** Some author's score of that quality, with that verdict, of that agent. */
function hasScore(
  workspace: number,
  { quality, verdict, followed, agentId, teamId }: ConversationFilter,
  sees: Sees,
): RawBuilder<boolean> {
  const parts = [
    sql`s.workspace_id = ${workspace}`,
    sql`s.conversation_id = c.id`,
    quality === undefined ? sql`s.quality = ANY(${[...qualityIds]}::text[])` : sql`s.quality = ${quality}`,
    verdict === undefined ? sql`s.verdict IN ('met', 'partly', 'missed')` : sql`s.verdict = ${verdict}`,
    ...(agentId === undefined ? [] : [sql`s.author_id = ${numberOf(agentId)}`]),
    ...(teamId === undefined ? [] : [isOfTeam(workspace, teamId, sql`s.author_id`)]),
    ...(sees === null ? [] : [authorSeen(sees, sql`s.author_id`)]),
    ...(followed === undefined ? [] : [sql`s.trouble_followed = ${followed === 'yes'}`]),
  ];
  return sql`EXISTS (SELECT FROM scores s WHERE ${sql.join(parts, sql` AND `)})`;
}

const isOfTeam = (workspace: number, teamId: string, author: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  ${author} IN (SELECT t.author_id FROM team_authors t WHERE t.workspace_id = ${workspace}
    AND t.team_id = ${numberOf(teamId)})`;

/** The same parts of the week as `describeHours` of insight has. */
function begunIn(part: WeekPart, zone: string): RawBuilder<boolean> {
  const hour = sql`extract(hour FROM c.first_at AT TIME ZONE ${zone})`;
  const isWeekend = sql<boolean>`extract(isodow FROM c.first_at AT TIME ZONE ${zone}) > 5`;
  switch (part) {
    case 'weekend':
      return isWeekend;
    case 'day':
      return sql`NOT ${isWeekend} AND ${hour} >= 8 AND ${hour} < 18`;
    case 'evening':
      return sql`NOT ${isWeekend} AND ${hour} >= 18 AND ${hour} < 22`;
    case 'night':
      return sql`NOT ${isWeekend} AND (${hour} >= 22 OR ${hour} < 8)`;
  }
}

export const ratedConditions: Record<NonNullable<ConversationFilter['rated']>, RawBuilder<boolean>> = {
  satisfied: isSatisfied,
  unsatisfied: sql`NOT ${isSatisfied}`,
  none: sql`(c.csat_value IS NULL)`,
};

export const feelingConditions: Record<NonNullable<ConversationFilter['feeling']>, RawBuilder<boolean>> = {
  lifted: sql`(c.feeling_last - c.feeling_first >= ${feelingStep})`,
  fell: sql`(c.feeling_first - c.feeling_last >= ${feelingStep})`,
  'very-upset-at-start': sql`(c.feeling_first <= ${veryUpsetAt})`,
  'unhappy-at-end': sql`(c.feeling_last <= ${unhappyAt})`,
};

export function flagCondition(workspace: number, flag: NonNullable<ConversationFilter['flag']>): RawBuilder<boolean> {
  switch (flag) {
    case 'fix-first':
      return sql`EXISTS (SELECT FROM care_steps k WHERE k.workspace_id = ${workspace} AND k.conversation_id = c.id
        AND k.out_of_order)`;
    case 'exceptional':
      return sql`c.exceptional`;
    case 'open-promise':
      return sql`(c.open_promises > 0)`;
    case 'goodwill':
      return sql`(c.goodwill_count > 0)`;
    case 'unsure':
      // Of the verdict that the list shows beside the conversation, so that every row says why it is here.
      return sql`(c.need_confidence < ${unsureBelow})`;
    case 'not-scored':
      return sql`(c.not_scored IS NOT NULL)`;
  }
}

/** An id from outside; what is no id of ours matches nothing. */
export function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : -1;
}
