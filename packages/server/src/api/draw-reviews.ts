/**
 * Draws conversations to review and shares them among reviewers. By chance: the same number per agent, each of an agent's
 * conversations with the same chance. Flagged: the ones that stand out most, kept out of every rate.
 */
import { type DrawKind, RapportError, type ReviewKind } from '@rapport/contract';
import { planReviews } from '@rapport/insight';
import { createRandom, groupBy, type Random } from '@rapport/statistics';
import type { Db } from '../store/open-store.ts';
import type { StoredAssignment } from '../store/reviews/assignments.ts';
import { type AssignmentToSave, saveAssignment, saveAssignments } from '../store/reviews/assignments.ts';
import { type DrawWindow, findLastConversation, listDrawFrame, listFlagged } from '../store/reviews/draw-frame.ts';
import { countDrawn, findDraw, saveDraw } from '../store/reviews/draws.ts';
import type { Reviewer } from '../store/reviews/list-reviewers.ts';
import { findNameInDraw } from '../store/reviews/names-in-draw.ts';

export interface DrawQuestion {
  kind: DrawKind;
  wanted: number;
  window: Omit<DrawWindow, 'lastConversation'>;
  reviewers: readonly Reviewer[];
  dueAt: Date | null;
  versionId: number;
  seed: number;
  by: string;
  now: Date;
}

interface DrawnPart {
  conversation: number;
  author: number;
  probability: number | null;
}

/** Says nothing of what the machine found, or the reading would not be blind. */
export const whyWords = {
  random: 'Picked at random: keeps the numbers fair',
  flagged: 'Chosen to learn from',
} as const;

/** @throws RapportError `conflict` when nothing is left to draw; `bad-request` when nobody may read one */
export async function drawReviews(db: Db, workspace: number, question: DrawQuestion): Promise<number> {
  const lastConversation = await findLastConversation(db, workspace);
  const { frame, drawn } = await choose(db, workspace, question, { ...question.window, lastConversation });
  if (drawn.length === 0) {
    throw new RapportError('conflict', {
      what: 'There is nothing left to draw.',
      why: 'Every scored conversation within these bounds was drawn before, or there is none.',
      wayOut: 'Widen the days or the agents, or bring in newer conversations.',
    });
  }
  const { kind, seed, wanted, window, versionId, by, now, dueAt } = question;
  const { from, to } = window;
  const id = await saveDraw(db, workspace, {
    ...{ kind, seed, wanted, from, to, lastConversation, versionId, by, at: now, frame },
  });
  const way = kind === 'random' ? 'random' : 'flagged';
  const shared = shareOut(drawn, question.reviewers, createRandom(seed));
  const common = { draw: id, drawn: way, why: whyWords[way], versionId, by, at: now, dueAt, inPlaceOf: null } as const;
  await saveAssignments(
    db,
    workspace,
    shared.map((one): AssignmentToSave => ({ ...common, ...one })),
  );
  return id;
}

async function choose(db: Db, workspace: number, { kind, wanted, seed }: DrawQuestion, window: DrawWindow) {
  if (kind !== 'random') {
    const drawn = await listFlagged(db, workspace, { kind, window, limit: wanted });
    const frame = [...groupBy(drawn, ({ author }) => author)].map(([author, own]) => ({
      ...{ author, eligible: own.length, drawnBefore: 0, drawn: own.length },
    }));
    return { frame, drawn: drawn.map((one): DrawnPart => ({ ...one, probability: null })) };
  }
  const rows = await listDrawFrame(db, workspace, window);
  const open = rows.filter(({ drawnBefore }) => !drawnBefore);
  const plan = planReviews(
    open.map(({ conversation, author, week, channel }) => ({
      ...{ conversation: String(conversation), agent: String(author), week, channel },
    })),
    { perAgent: wanted, seed },
  );
  const drawn = plan.drawn.map(({ conversation, agent, probability }) => ({
    ...{ conversation: Number(conversation), author: Number(agent), probability },
  }));
  const frame = [...groupBy(rows, ({ author }) => author)].map(([author, own]) => ({
    author,
    eligible: own.filter(({ drawnBefore }) => !drawnBefore).length,
    drawnBefore: own.filter(({ drawnBefore }) => drawnBefore).length,
    drawn: drawn.filter((one) => one.author === author).length,
  }));
  return { frame, drawn };
}

interface SharedPart extends DrawnPart {
  reviewer: string;
  kind: ReviewKind;
}

/** In random order to whoever has the fewest so far; nobody gets their own service. */
function shareOut(parts: readonly DrawnPart[], reviewers: readonly Reviewer[], random: Random): SharedPart[] {
  const given = new Map(reviewers.map(({ id }) => [id, 0]));
  return random.shuffle(parts).map((part) => {
    const able = reviewers
      .filter(({ authors }) => !authors.includes(part.author))
      .sort((one, two) => (given.get(one.id) ?? 0) - (given.get(two.id) ?? 0));
    const [reviewer] = able;
    if (reviewer === undefined) throw ownService();
    given.set(reviewer.id, (given.get(reviewer.id) ?? 0) + 1);
    return { ...part, reviewer: reviewer.id, kind: kindFor(reviewer) };
  });
}

export const kindFor = ({ role }: Pick<Reviewer, 'role'>): ReviewKind => (role === 'agent' ? 'peer' : 'assigned');

export const ownService = (): RapportError =>
  new RapportError('bad-request', {
    what: 'Nobody of those reviewers may read one of the conversations: it is their own service.',
    why: 'Nothing was assigned.',
    wayOut: 'Name one more reviewer.',
  });

/**
 * Another one of the same agent, drawn by chance from what was left of the same frame. Its chance is that of being among
 * as many as were drawn so far, so taking conversations out is not a way of choosing them.
 *
 * @returns null when none is left, or the one taken out was not drawn by chance
 */
export async function drawInPlaceOf(
  db: Db,
  workspace: number,
  taken: StoredAssignment,
  { by, now }: { by: string; now: Date },
): Promise<number | null> {
  const draw = taken.draw === null || taken.drawn !== 'random' ? null : await findDraw(db, workspace, taken.draw);
  if (draw === null) return null;
  const { from, to, lastConversation } = draw;
  const rows = await listDrawFrame(db, workspace, {
    ...{ from, to, lastConversation, sees: null, agents: [taken.author] },
  });
  const open = rows.filter(({ drawnBefore }) => !drawnBefore);
  const ids = open.map(({ conversation }) => conversation);
  const { name, own } = await findNameInDraw(db, workspace, { ...taken, draw: draw.id }, ids);
  const left = open.filter(({ conversation }) => own.has(conversation));
  const [chosen] = createRandom(draw.seed + taken.id).sample(left, 1);
  const probability = chosen === undefined ? null : await countDrawn(db, workspace, draw.id, name);
  if (chosen === undefined || probability === null) return null;
  return saveAssignment(db, workspace, {
    draw: draw.id,
    conversation: chosen.conversation,
    author: taken.author,
    kind: taken.kind,
    drawn: 'random',
    probability,
    why: taken.why,
    versionId: taken.versionId,
    reviewer: taken.reviewer,
    by,
    at: now,
    dueAt: taken.dueAt,
    inPlaceOf: taken.id,
  });
}
