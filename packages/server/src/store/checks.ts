/** "Check it against me": decks of single moments, as drawn, with the verdict of the person beside each. */
import {
  type Moment,
  moment,
  type QualityId,
  qualityId,
  RapportError,
  type ScoreVerdict,
  scoreVerdict,
} from '@rapport/contract';
import { type Selectable, sql } from 'kysely';
import { listShownNames, nameOf } from './author-names.ts';
import { numberOf } from './conversation-filter.ts';
import { evidenceOf } from './evidence-columns.ts';
import type { Db } from './open-store.ts';
import { loadPublicMessages } from './public-messages.ts';
import { authorSeen, type Sees } from './seen.ts';
import type { CheckCards } from './tables.ts';

export interface StoredCard {
  position: number;
  quality: QualityId;
  conversationId: string;
  /** As it was when drawn: later scoring must not change what a person judged. */
  moment: Moment;
  drawnProbability: number;
  answered: ScoreVerdict | null;
  messages: CardMessage[];
}

export interface CardMessage {
  id: string;
  role: 'customer' | 'agent' | 'bot' | 'system';
  author: string;
  text: string;
  at: string | null;
}

export interface StoredDeck {
  id: string;
  cards: StoredCard[];
}

/** How many scores with an opportunity there are of each quality: what a draw within qualities chooses from. */
export async function countScored(db: Db, workspace: number, sees: Sees): Promise<Map<QualityId, number>> {
  const { rows } = await sql<{ quality: string; n: number }>`
    SELECT quality, count(*) AS n FROM scores
    WHERE workspace_id = ${workspace} AND verdict IN ('met', 'partly', 'missed') AND ${authorSeen(sees, sql`author_id`)}
    GROUP BY quality ORDER BY quality COLLATE "C"`.execute(db);
  return new Map(rows.map(({ quality, n }) => [qualityId.parse(quality), n]));
}

export interface DrawnCard {
  quality: QualityId;
  conversationId: number;
  authorId: number;
  moment: Moment;
  probability: number;
}

/** The moments of the score that stands at `place` (from 0) among all scores with an opportunity of one quality. */
export async function loadScoredAt(
  db: Db,
  workspace: number,
  { quality, place, sees }: { quality: QualityId; place: number; sees: Sees },
): Promise<Omit<DrawnCard, 'probability' | 'quality'>[]> {
  const { rows } = await sql<MomentColumns>`
    SELECT o.* FROM (
      SELECT workspace_id, assessment_id, quality FROM scores
      WHERE workspace_id = ${workspace} AND quality = ${quality} AND verdict IN ('met', 'partly', 'missed')
        AND ${authorSeen(sees, sql`author_id`)}
      ORDER BY verdict, conversation_id, assessment_id OFFSET ${place} LIMIT 1
    ) AS one
    JOIN moments o ON o.workspace_id = one.workspace_id AND o.assessment_id = one.assessment_id
      AND o.quality = one.quality
    ORDER BY o.number`.execute(db);
  return rows.map((row) => ({
    conversationId: row.conversation_id,
    authorId: row.author_id,
    moment: moment.parse({
      ...{
        quality,
        verdict: row.verdict,
        confidence: row.confidence,
        weight: row.weight,
        rule: row.rule,
        why: row.why,
      },
      trigger: evidenceOf(row, 'trigger'),
      response: evidenceOf(row, 'response'),
    }),
  }));
}

interface MomentColumns {
  conversation_id: number;
  author_id: number;
  verdict: string;
  confidence: number;
  weight: number;
  rule: string;
  why: string;
  trigger_message_id: string | null;
  trigger_start: number | null;
  trigger_end: number | null;
  trigger_quote: string | null;
  response_message_id: string | null;
  response_start: number | null;
  response_end: number | null;
  response_quote: string | null;
}

/** The scorer whose scores most conversations show now; written on each deck. */
export async function findScorerVersion(db: Db, workspace: number): Promise<string | null> {
  const { rows } = await sql<{ scorer_version: string }>`
    SELECT scorer_version FROM conversations
    WHERE workspace_id = ${workspace} AND scorer_version IS NOT NULL ORDER BY id DESC LIMIT 1`.execute(db);
  return rows[0]?.scorer_version ?? null;
}

export async function saveDeck(
  db: Db,
  workspace: number,
  deck: {
    personId: string;
    scorerVersion: string;
    seed: number;
    cards: readonly DrawnCard[];
    /** From what it was drawn: rates from its moments speak for no more than that. */
    frame: { lastConversation: number; authors: Sees };
  },
): Promise<string> {
  const { id } = await db
    .insertInto('check_decks')
    .values({
      ...{ workspace_id: workspace, drawn_by: deck.personId, scorer_version: deck.scorerVersion, seed: deck.seed },
      last_conversation_id: deck.frame.lastConversation,
      frame_authors: deck.frame.authors === null ? null : [...deck.frame.authors],
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('check_cards')
    .values(
      deck.cards.map((card, position) => ({
        workspace_id: workspace,
        deck_id: id,
        position,
        quality: card.quality,
        conversation_id: card.conversationId,
        author_id: card.authorId,
        moment: JSON.stringify(card.moment),
        drawn_probability: card.probability,
      })),
    )
    .execute();
  return String(id);
}

/** The newest deck that this person drew, or null. */
export async function findLatestDeck(db: Db, workspace: number, personId: string): Promise<StoredDeck | null> {
  const latest = await db
    .selectFrom('check_decks')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('drawn_by', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest === undefined ? null : loadDeck(db, workspace, { deckId: String(latest.id), personId });
}

/** @throws RapportError `not-found` */
export async function loadDeck(
  db: Db,
  workspace: number,
  { deckId, personId }: { deckId: string; personId: string },
): Promise<StoredDeck> {
  const { rows } = await sql<Selectable<CheckCards>>`
    SELECT k.* FROM check_cards k JOIN check_decks d ON d.workspace_id = k.workspace_id AND d.id = k.deck_id
    WHERE k.workspace_id = ${workspace} AND k.deck_id = ${numberOf(deckId)} AND d.drawn_by = ${personId}
    ORDER BY k.position`.execute(db);
  if (rows.length === 0) throw noSuchCard();
  const messages = await loadCardMessages(
    db,
    workspace,
    rows.map(({ conversation_id }) => conversation_id),
  );
  return {
    id: deckId,
    cards: rows.map((row) => ({
      position: row.position,
      quality: qualityId.parse(row.quality),
      conversationId: String(row.conversation_id),
      moment: moment.parse(row.moment),
      drawnProbability: row.drawn_probability,
      answered: scoreVerdict.nullable().parse(row.human_verdict),
      messages: messages.get(row.conversation_id) ?? [],
    })),
  };
}

/** Public messages of each conversation, in the order of the transcript. */
async function loadCardMessages(
  db: Db,
  workspace: number,
  conversationIds: readonly number[],
): Promise<Map<number, CardMessage[]>> {
  const messages = await loadPublicMessages(db, workspace, conversationIds);
  const authors = [...messages.values()].flat().map(({ author }) => author);
  const names = await listShownNames(db, workspace, authors);
  return new Map(
    [...messages].map(([conversation, own]) => [
      conversation,
      own.map(({ id, role, author, text, at }) => ({ id, role, author: nameOf(names, author), text, at })),
    ]),
  );
}

/**
 * The person's verdict on one card. The first one stands: after it the machine's is shown, and a verdict changed then
 * would no longer be the person's own.
 *
 * @throws RapportError `conflict` when the card is answered, `not-found` when there is none
 */
export async function answerCard(
  db: Db,
  workspace: number,
  given: { deckId: string; cardId: string; personId: string; verdict: ScoreVerdict; seconds: number | null; now: Date },
): Promise<void> {
  const { cards } = await loadDeck(db, workspace, given);
  if (!cards.some(({ position }) => String(position) === given.cardId)) throw noSuchCard();
  const card = db
    .updateTable('check_cards')
    .set({ human_verdict: given.verdict, seconds: given.seconds, answered_at: given.now })
    .where('workspace_id', '=', workspace)
    .where('deck_id', '=', numberOf(given.deckId))
    .where('position', '=', numberOf(given.cardId));
  const answered = await card.where('human_verdict', 'is', null).executeTakeFirst();
  if (answered.numUpdatedRows > 0n) return;
  throw new RapportError('conflict', {
    what: 'This moment has your verdict already.',
    why: 'It counts only as given before you saw the machine’s.',
    wayOut: 'Draw ten fresh moments to check again.',
  });
}

function noSuchCard(): RapportError {
  return new RapportError('not-found', { what: 'There is no such card.', wayOut: 'Draw ten moments first.' });
}
