/** Scored conversations with their outcomes as the drivers analysis reads them: numbers only, no text. */
import { type QualityId, qualityIds, type Verdict } from '@rapport/contract';
import { type DriversInput, isSatisfied, type ScoredRow } from '@rapport/insight';
import { sql } from 'kysely';
import { easyFrom, effortEasiest, effortHardest, givenEffort, givenRecommend, whereGiven } from './asked-values.ts';
import { isUncontested } from './disputes.ts';
import type { Db } from './open-store.ts';
import { type DriverReviews, listDriverReviews, reviewKey } from './reviews/driver-reviews.ts';

/**
 * Everything `explainDrivers` needs, conversations in the order in which they came in. Ask within one snapshot.
 *
 * @param scorerVersion the only version whose scores are read
 * @param most with more conversations than this, so many are drawn at random, the same ones for the same seed; of those
 *   that people judged by chance none is left out, because few correct the many
 */
export async function loadDriversInput(
  db: Db,
  workspace: number,
  { seed, scorerVersion, most = mostRead }: { seed: number; scorerVersion: string; most?: number },
): Promise<DriversInput> {
  const all = await countScored(db, workspace, scorerVersion);
  const reviews = await listDriverReviews(db, workspace);
  const conversations = await listConversations(db, workspace, {
    scorerVersion,
    seed,
    most,
    reviewed: reviewedIn(reviews),
  });
  const scores = await collectScores(db, workspace, conversations);
  const period = findPeriod(conversations);
  const rows: ScoredRow[] = [];
  const verdicts: (Verdict | null)[][] = [];
  for (const one of conversations) {
    const own = chooseAgent(one, scores.get(one.id));
    const review = reviews.get(reviewKey(one.id, own.agent)) ?? null;
    rows.push({ ...rowOf(one, own, period.from), review });
    verdicts.push(own.verdicts);
  }
  return {
    table: { qualities: qualityIds, rows },
    verdicts,
    satisfied: conversations.map(isSatisfiedCustomer),
    recommends: conversations.map(recommends),
    foundEasy: conversations.map(foundEasy),
    wroteAgain: conversations.map(({ wrote_again }) => wrote_again),
    asked: {
      satisfied: {
        scales: countScales(conversations.filter((one) => isSatisfiedCustomer(one) !== null).map(ratingScale)),
        unread: conversations.filter((one) => one.csat_raw !== null && isSatisfiedCustomer(one) === null).length,
      },
      recommend: {
        scales: countScales(conversations.filter((one) => recommends(one) !== null).map(() => ({ min: 0, max: 10 }))),
        unread: conversations.filter((one) => one.nps !== null && recommends(one) === null).length,
      },
      easy: {
        scales: countScales(conversations.filter((one) => foundEasy(one) !== null).map(effortScale)),
        unread: conversations.filter((one) => one.ces !== null && foundEasy(one) === null).length,
      },
    },
    shared: conversations.filter(({ agent_ids }) => agent_ids.length > 1).length,
    drawnOf: all > conversations.length ? all : null,
    period: { from: period.from?.toISOString() ?? null, to: period.to?.toISOString() ?? null },
    scorerVersion,
    seed,
  };
}

interface ConversationRow {
  id: number;
  channel: string;
  language: string | null;
  resolved: boolean | null;
  csat_raw: string | null;
  csat_value: number | null;
  csat_min: number | null;
  csat_max: number | null;
  nps: number | null;
  ces: number | null;
  hardest: number | null;
  easiest: number | null;
  feeling_first: number | null;
  feeling_last: number | null;
  wrote_again: boolean | null;
  first_at: Date | null;
  last_at: Date | null;
  agent_ids: number[];
  /** Did the customer write more than once? One message shows no change of feeling. */
  felt_twice: boolean;
}

/** So many rows with their columns fit a worker; decision 0030 says by how much ranges are wider for it. */
const mostRead = 30_000;

const reviewedIn = (reviews: DriverReviews): number[] =>
  [...reviews.keys()].map((key) => Number(key.slice(0, key.indexOf(' '))));

async function countScored(db: Db, workspace: number, scorerVersion: string): Promise<number> {
  const { rows } = await sql<{ scored: number }>`
    SELECT count(*) AS scored FROM conversations
    WHERE workspace_id = ${workspace} AND scorer_version = ${scorerVersion} AND not_scored IS NULL
  `.execute(db);
  return rows[0]?.scored ?? 0;
}

async function listConversations(
  db: Db,
  workspace: number,
  {
    scorerVersion,
    seed,
    most,
    reviewed,
  }: { scorerVersion: string; seed: number; most: number; reviewed: readonly number[] },
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    SELECT c.id, c.channel, c.language, c.resolved, c.csat_raw, c.csat_value, c.csat_min, c.csat_max,
      ${whereGiven(givenRecommend)} AS nps, ${whereGiven(givenEffort)} AS ces,
      ${whereGiven(effortHardest)} AS hardest, ${whereGiven(effortEasiest)} AS easiest,
      c.feeling_first, c.feeling_last, c.wrote_again, c.first_at, c.last_at, c.agent_ids,
      (SELECT count(*) > 1 FROM customer_emotions e
        WHERE e.workspace_id = ${workspace} AND e.conversation_id = c.id) AS felt_twice
    FROM conversations c
    JOIN (
      SELECT id FROM conversations
      WHERE workspace_id = ${workspace} AND scorer_version = ${scorerVersion} AND not_scored IS NULL
      ORDER BY id = ANY(${[...reviewed]}::bigint[]) DESC, hashint8extended(id, ${seed}), id
      LIMIT ${most}
    ) drawn ON drawn.id = c.id
    WHERE c.workspace_id = ${workspace}
    ORDER BY c.id
  `.execute(db);
  return rows;
}

/** One author's part in one conversation. */
interface AgentScores {
  agent: number;
  scores: (number | null)[];
  verdicts: (Verdict | null)[];
  called: number;
}

interface ScoreRow {
  conversation_id: number;
  author_id: number;
  quality: QualityId;
  score: number;
  verdict: Verdict;
}

async function collectScores(
  db: Db,
  workspace: number,
  conversations: readonly ConversationRow[],
): Promise<Map<number, AgentScores[]>> {
  const found = new Map<number, AgentScores[]>(conversations.map(({ id }) => [id, []]));
  const ids = conversations.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += conversationsAtOnce) {
    const { rows } = await sql<ScoreRow>`
      SELECT s.conversation_id, s.author_id, s.quality, s.score, s.verdict
      FROM assessments a
      JOIN scores s ON s.workspace_id = ${workspace} AND s.assessment_id = a.id
      WHERE a.workspace_id = ${workspace} AND a.conversation_id = ANY(${ids.slice(at, at + conversationsAtOnce)}::bigint[])
        AND s.verdict <> 'no-opportunity' AND s.called_at IS NOT NULL AND ${isUncontested(workspace)}
      ORDER BY s.assessment_id, s.quality COLLATE "C"
    `.execute(db);
    for (const row of rows) noteScore(found.get(row.conversation_id) ?? [], row);
  }
  return found;
}

const conversationsAtOnce = 2000;
const places = new Map(qualityIds.map((quality, place) => [quality, place]));

function noteScore(of: AgentScores[], row: ScoreRow): void {
  const place = places.get(row.quality);
  if (place === undefined) return;
  let own = of.find(({ agent }) => agent === row.author_id);
  if (own === undefined) {
    own = nobody(row.author_id);
    of.push(own);
  }
  own.scores[place] = row.score;
  own.verdicts[place] = row.verdict;
  own.called += 1;
}

const nobody = (agent: number): AgentScores => ({
  agent,
  scores: qualityIds.map(() => null),
  verdicts: qualityIds.map(() => null),
  called: 0,
});

/** The outcome is one, so one agent stands for the conversation: whose replies were called on more, then who came first. */
function chooseAgent({ agent_ids }: ConversationRow, scores: readonly AgentScores[] = []): AgentScores {
  const [first] = agent_ids;
  let best = scores.find(({ agent }) => agent === first) ?? nobody(first ?? 0);
  for (const one of scores) if (one.called > best.called) best = one;
  return best;
}

const weekMilliseconds = 7 * 86_400_000;

function rowOf(one: ConversationRow, { agent, scores }: AgentScores, from: Date | null): Omit<ScoredRow, 'review'> {
  const { csat_value: value, csat_min: min, csat_max: max } = one;
  const scaled = value !== null && min !== null && max !== null && max > min;
  return {
    conversation: String(one.id),
    agent: String(agent),
    week: one.first_at && from ? 1 + Math.floor((one.first_at.getTime() - from.getTime()) / weekMilliseconds) : null,
    channel: one.channel,
    // Tags are set by agents, often afterwards: what they say is a result as often as a topic.
    topic: '',
    language: one.language ?? '',
    openingEmotion: one.feeling_first,
    closingEmotion: one.felt_twice ? one.feeling_last : null,
    resolved: one.resolved,
    recontactDays: null,
    followedDays: null,
    csat: scaled ? 1 + (4 * (value - min)) / (max - min) : null,
    coachedFromWeek: null,
    scores,
  };
}

/** The same reading as in the focus and in the filter of the list, so that numbers and lists agree. */
const isSatisfiedCustomer = ({ csat_value, csat_max }: ConversationRow): boolean | null =>
  isSatisfied({ csatRaw: csat_value === null ? null : String(csat_value), csatMax: csat_max });

const recommends = ({ nps }: ConversationRow): boolean | null =>
  nps === null || nps < 0 || nps > 10 ? null : nps >= 9;

/** In the easy part of the scale, whichever way round it was asked; the same reading as in the filter of the list. */
function foundEasy({ ces, hardest, easiest }: ConversationRow): boolean | null {
  if (ces === null || hardest === null || easiest === null || hardest === easiest) return null;
  const ease = (ces - hardest) / (easiest - hardest);
  return ease < 0 || ease > 1 ? null : ease >= easyFrom;
}

interface Ends {
  min: number | null;
  max: number | null;
}

const ratingScale = ({ csat_min: min, csat_max: max }: ConversationRow): Ends => ({ min, max });
const effortScale = ({ hardest, easiest }: ConversationRow): Ends => ({
  min: Math.min(hardest ?? 0, easiest ?? 0),
  max: Math.max(hardest ?? 0, easiest ?? 0),
});

/** How many answered on which scale, most answers first. */
function countScales(ends: readonly Ends[]): (Ends & { answers: number })[] {
  const scales = new Map<string, Ends & { answers: number }>();
  for (const { min, max } of ends) {
    const key = `${min} ${max}`;
    const known = scales.get(key) ?? { min, max, answers: 0 };
    known.answers += 1;
    scales.set(key, known);
  }
  return [...scales.values()].sort((a, b) => b.answers - a.answers);
}

function findPeriod(conversations: readonly ConversationRow[]): { from: Date | null; to: Date | null } {
  let [from, to]: [Date | null, Date | null] = [null, null];
  for (const { first_at, last_at } of conversations) {
    if (first_at && (from === null || first_at < from)) from = first_at;
    if (last_at && (to === null || last_at > to)) to = last_at;
  }
  return { from, to };
}
