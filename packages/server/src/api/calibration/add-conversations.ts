/** Conversations for a calibration: drawn by chance with the chance stored, or chosen; never a rater's own service. */
import { type CalibrationAddition, listCategories, passLine, RapportError } from '@rapport/contract';
import { createRandom } from '@rapport/statistics';
import { loadCalibration, type StoredCalibration } from '../../store/calibration/calibrations.ts';
import { saveParts } from '../../store/calibration/parts.ts';
import { listStoredWordings } from '../../store/calibration/wordings.ts';
import { loadConversationDetail } from '../../store/conversation-detail.ts';
import { numberOf } from '../../store/conversation-filter.ts';
import type { Db } from '../../store/open-store.ts';
import { listDrawFrame } from '../../store/reviews/draw-frame.ts';
import { listReviewers } from '../../store/reviews/list-reviewers.ts';
import { loadScorecardVersion } from '../../store/scorecards.ts';
import type { Person } from '../permit.ts';

export const fewestRaters = 2;
const mostParts = 200;

type Addition = Exclude<CalibrationAddition, { way: 'dispute' }> & { seed: number; now: Date };

/** @returns how many came in. @throws RapportError `conflict` when there is nothing to draw, too little near the line, or too much */
export async function addConversations(
  db: Db,
  person: Person,
  found: StoredCalibration,
  addition: Addition,
): Promise<number> {
  const wanted = addition.way === 'chosen' ? 1 : addition.wanted;
  if (found.parts.length + wanted > mostParts) throw tooMany();
  const raters = found.raters.map((rater) => rater.person);
  const own = await ownServiceOf(db, person, raters);
  const chosen =
    addition.way === 'chosen'
      ? [await choose(db, person, addition)]
      : await draw(db, person, found, { ...addition, own });
  if (chosen.some(({ author }) => own.includes(author))) throw ownService();
  const by = { by: person.id, now: addition.now };
  const added = await saveParts(db, person.workspace, found.id, { parts: chosen, ...by });
  if (added > 0) return added;
  throw new RapportError('conflict', { what: 'This conversation is in it already.', wayOut: 'Choose another one.' });
}

type Draw = Extract<Addition, { way: 'random' | 'near-line' }>;

/**
 * Each conversation that is not in it yet has the same chance, of all or of those near the pass line. Of a retest also
 * those that were talked about are left out.
 */
async function draw(
  db: Db,
  person: Person,
  found: StoredCalibration,
  { way, wanted, from, to, seed, own }: Draw & { own: readonly number[] },
) {
  const near = way === 'random' ? null : await readByMachine(db, person, found);
  const window = {
    ...{ from: from === undefined ? null : new Date(from), to: to === undefined ? null : new Date(to) },
    ...{ sees: person.sees, agents: null, lastConversation: null },
    ...(near === null ? {} : { read: { qualities: near.map(({ quality }) => quality), ...passLine } }),
  };
  const known = new Set([...found.parts, ...(await partsTalkedAbout(db, person, found))].map(keyOf));
  const frame = (await listDrawFrame(db, person.workspace, window)).filter(
    (one) => !known.has(keyOf(one)) && !own.includes(one.author),
  );
  if (near !== null && frame.length < wanted) throw tooFewNear(frame.length, wanted);
  if (frame.length === 0) {
    throw new RapportError('conflict', {
      what: 'There is nothing left to draw.',
      why: 'Every scored conversation within these bounds is in it already, is the service of a rater, or was talked about.',
      wayOut: 'Widen the days, or choose conversations by hand.',
    });
  }
  const drawn = createRandom(seed).sample(frame, Math.min(wanted, frame.length));
  const probability = drawn.length / frame.length;
  return drawn.map(({ conversation, author }) => ({
    ...{ conversation, author, dispute: null },
    draw: { probability, seed, frame: frame.length, nearLineOf: near?.map(({ id }) => id) ?? null },
  }));
}

/** The rated categories that the machine reads as well. @throws RapportError `conflict` when people alone judge them */
async function readByMachine(db: Db, { workspace }: Person, { versionId, categoryIds }: StoredCalibration) {
  const { content } = await loadScorecardVersion(db, workspace, String(versionId));
  const read = listCategories(content).flatMap(({ id, kind }) =>
    categoryIds.includes(id) && kind.type === 'quality' ? [{ id, quality: kind.quality }] : [],
  );
  if (read.length > 0) return read;
  throw new RapportError('conflict', {
    what: 'Nothing of what is rated here is read by the machine.',
    why: 'What lies near the pass line is known from its scores alone.',
    wayOut: 'Draw from everything, or rate one of the qualities too.',
  });
}

const tooFewNear = (n: number, wanted: number): RapportError =>
  new RapportError('conflict', {
    what: `${n === 0 ? 'No conversation lies' : n === 1 ? 'One conversation lies' : `${n} conversations lie`} near the pass line here; ${wanted} were asked for.`,
    why: `The machine read them between ${passLine.above} and ${passLine.below} of 100 in something that is rated. What is in it already, is the service of a rater, or was talked about is left out.`,
    wayOut:
      n === 0
        ? 'Draw from everything, or rate more of the qualities.'
        : `Draw ${n}, widen the days, or draw the rest from everything.`,
  });

async function partsTalkedAbout(db: Db, { workspace }: Person, { wordingId }: StoredCalibration) {
  const [wording] = wordingId === null ? [] : await listStoredWordings(db, workspace, { id: wordingId });
  return wording === undefined ? [] : (await loadCalibration(db, workspace, wording.calibration)).parts;
}

const keyOf = ({ conversation, author }: { conversation: number; author: number }): string =>
  `${conversation} ${author}`;

async function choose(
  db: Db,
  { workspace, sees }: Person,
  { conversationId, agentId }: Extract<Addition, { way: 'chosen' }>,
) {
  const { assessments } = await loadConversationDetail(db, workspace, conversationId, sees);
  const author = assessments.find((one) => agentId === undefined || one.agentId === agentId)?.agentId;
  if (author === undefined) {
    throw new RapportError('bad-request', {
      what: 'Nothing that could be rated was scored in this conversation.',
      wayOut: 'Choose one in which an agent answered in words.',
    });
  }
  return { conversation: numberOf(conversationId), author: numberOf(author), draw: null, dispute: null };
}

/** Ids of active members, each once. @throws RapportError `bad-request` when one of them is nobody here */
export async function findRaters(db: Db, person: Person, ids: readonly string[]): Promise<string[]> {
  const people = await listReviewers(db, person.workspace, person);
  const active = new Set(people.filter((one) => one.active).map(({ id }) => id));
  const wanted = [...new Set(ids)];
  if (wanted.every((id) => active.has(id))) return wanted;
  throw new RapportError('bad-request', {
    what: 'One of the raters is nobody here.',
    why: 'Nothing was changed.',
    wayOut: 'Choose from the people you are shown.',
  });
}

async function ownServiceOf(db: Db, person: Person, raters: readonly string[]): Promise<number[]> {
  const people = await listReviewers(db, person.workspace, person);
  return people.filter(({ id }) => raters.includes(id)).flatMap(({ authors }) => [...authors]);
}

/** @throws RapportError `bad-request` where somebody would rate their own service */
export async function refuseOwnService(
  db: Db,
  person: Person,
  { raters, parts }: { raters: readonly string[]; parts: readonly { author: number }[] },
): Promise<void> {
  const own = await ownServiceOf(db, person, raters);
  if (parts.some(({ author }) => own.includes(author))) throw ownService();
}

export const ownService = (): RapportError =>
  new RapportError('bad-request', {
    what: 'One of the conversations is the service of a rater.',
    why: 'Nobody rates their own service in a calibration.',
    wayOut: 'Take the conversation out, or invite somebody else.',
  });

const tooMany = (): RapportError =>
  new RapportError('conflict', {
    what: `A calibration has at most ${mostParts} conversations.`,
    why: 'Nobody reads more in one go, and fifty are worth a conclusion.',
    wayOut: 'Plan another one.',
  });
