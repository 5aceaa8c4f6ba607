import {
  assignReview,
  changeReviewSettings,
  drawReviews as drawEndpoint,
  floors,
  getReviewResults,
  getReviewSettings,
  listReviewDraws,
  listReviewers as listReviewersEndpoint,
  listReviewTasks,
  RapportError,
  type ReviewResults,
  reassignReview,
  replaceReviewTask,
  setReviewGoal,
} from '@rapport/contract';
import { writeAudit } from '../store/audit.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { loadDefaultScorecard } from '../store/default-scorecard.ts';
import { noteFor } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import {
  changeAssignment,
  listTasks,
  loadAssignment,
  markAssignmentReplaced,
  noSuchTask,
  type StoredAssignment,
  saveAssignment,
} from '../store/reviews/assignments.ts';
import { holdDraws, listDraws } from '../store/reviews/draws.ts';
import { listReviewers, type Reviewer } from '../store/reviews/list-reviewers.ts';
import { loadResultsFingerprint } from '../store/reviews/results-fingerprint.ts';
import { listProgress } from '../store/reviews/review-counts.ts';
import { loadReviewSettings, saveGoal, saveReviewSettings } from '../store/reviews/review-settings.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { isSeen } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { drawInPlaceOf, drawReviews, kindFor, ownService } from './draw-reviews.ts';
import { keepResults } from './keep-results.ts';
import type { Person } from './permit.ts';
import { findReviewResults } from './review-results.ts';
import { type Api, serve } from './serve.ts';
import { dayMilliseconds, weekStartOf } from './week-start.ts';

export function serveReviewDraws(api: Api, parts: AppParts): void {
  const results = keepResults<ReviewResults>();
  serveDraws(api, parts);
  serveTasks(api, parts);

  serve(api, listReviewersEndpoint, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const people = (await listReviewers(db, workspace, person)).filter(({ active }) => active);
      return { people: people.map(({ id, name }) => ({ id, name, me: id === person.id })) };
    }),
  );

  serve(api, setReviewGoal, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const [reviewer] = await findReviewers(db, workspace, person, [params.personId]);
      await saveGoal(db, workspace, { person: reviewer?.id ?? person.id, perWeek: body.perWeek });
      return { perWeek: body.perWeek };
    }),
  );

  serve(api, getReviewSettings, (_given, person) => ask(parts, person, loadReviewSettings));

  serve(api, changeReviewSettings, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      await saveReviewSettings(db, workspace, body);
      const detail = { anonymous: body.anonymous };
      await writeAudit(db, person, { what: 'settings-changed', object: 'reviews', detail });
      return body;
    }),
  );

  serve(api, getReviewResults, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const now = parts.now();
      const { sees } = person;
      const from = query.from === undefined ? null : new Date(query.from);
      const to = query.to === undefined ? null : new Date(query.to);
      return results.get({
        key: JSON.stringify([workspace, sees, from, to]),
        fingerprint: await loadResultsFingerprint(db, workspace),
        now,
        find: () => findReviewResults(db, workspace, { from, to, sees, now }),
      });
    }),
  );
}

function serveDraws(api: Api, parts: AppParts): void {
  serve(api, drawEndpoint, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      await holdDraws(db, workspace);
      const { kind, wanted, from, to, dueAt, agentIds } = body;
      const id = await drawReviews(db, workspace, {
        ...{ kind, wanted, by: person.id, now: parts.now(), seed: parts.createSeeded().seed },
        window: {
          from: from === undefined ? null : new Date(from),
          to: to === undefined ? null : new Date(to),
          sees: person.sees,
          agents: agentIds?.map(numberOf) ?? null,
        },
        reviewers: await findReviewers(db, workspace, person, body.reviewerIds),
        dueAt: dueAt === undefined ? null : new Date(dueAt),
        versionId: await findVersion(db, workspace, { scorecardId: body.scorecardId, now: parts.now() }),
      });
      const draw = await loadDraw(db, workspace, id);
      await writeAudit(db, person, { what: 'reviews-drawn', object: draw.id, detail: { kind, wanted } });
      return { draw };
    }),
  );

  serve(api, listReviewDraws, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const draws = await listDraws(db, workspace, { drawId: null, floor: floorOfAgent });
      // Of a draw over several teams only the part a lead may see is shown.
      const seen = draws.map((draw) => ({
        ...draw,
        frame: draw.frame.filter(({ agentId }) => isSeen(person.sees, numberOf(agentId))),
      }));
      return { draws: seen.filter(({ frame }) => frame.length > 0) };
    }),
  );
}

function serveTasks(api: Api, parts: AppParts): void {
  const task = async (db: Db, workspace: number, id: number) => {
    const [found] = await listTasks(db, workspace, { reviewer: null, sees: null, id, doneSince: parts.now() });
    if (found === undefined) throw noSuchTask();
    return { task: found };
  };

  serve(api, listReviewTasks, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const now = parts.now();
      const doneSince = new Date(now.getTime() - 7 * dayMilliseconds);
      const tasks = await listTasks(db, workspace, { reviewer: null, sees: person.sees, id: null, doneSince });
      const people = await listReviewers(db, workspace, person);
      const busy = new Set(tasks.map(({ reviewerId }) => reviewerId));
      const shown = people.filter(({ id, role, active }) => busy.has(id) || (active && role !== 'agent'));
      return { tasks, progress: await listProgress(db, workspace, shown, { now, weekStart: weekStartOf(now) }) };
    }),
  );

  serve(api, assignReview, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { assessments } = await loadConversationDetail(db, workspace, body.conversationId, person.sees);
      if (!assessments.some(({ agentId }) => agentId === body.agentId)) throw notScored();
      const author = numberOf(body.agentId);
      const reviewer = await findReviewer(db, workspace, person, body.reviewerId, author);
      const id = await saveAssignment(db, workspace, {
        ...{
          draw: null,
          conversation: numberOf(body.conversationId),
          author,
          kind: kindFor(reviewer),
          drawn: 'chosen',
        },
        ...{ probability: null, why: body.why === '' ? 'Chosen by a person' : body.why, reviewer: reviewer.id },
        versionId: await findVersion(db, workspace, { scorecardId: undefined, now: parts.now() }),
        ...{ by: person.id, at: parts.now(), inPlaceOf: null },
        dueAt: body.dueAt === undefined ? null : new Date(body.dueAt),
      });
      const answer = await task(db, workspace, id);
      await noteFor(db, workspace, { kind: 'review-assigned', object: String(id), readers: { user: reviewer.id } });
      await writeAudit(db, person, { what: 'review-assigned', object: String(id) });
      return answer;
    }),
  );

  serve(api, reassignReview, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const found = await loadOpenTask(db, workspace, params.assignmentId);
      if (!isSeen(person.sees, found.author)) throw noSuchTask();
      const next = body.reviewerId;
      const reviewer = next === undefined ? null : await findReviewer(db, workspace, person, next, found.author);
      await changeAssignment(db, workspace, found.id, {
        ...(reviewer === null ? {} : { reviewer: reviewer.id, kind: kindFor(reviewer) }),
        ...(body.dueAt === undefined ? {} : { dueAt: body.dueAt === null ? null : new Date(body.dueAt) }),
      });
      const answer = await task(db, workspace, found.id);
      if (reviewer !== null) {
        const readers = { user: reviewer.id };
        await noteFor(db, workspace, { kind: 'review-assigned', object: String(found.id), readers });
      }
      await writeAudit(db, person, { what: 'review-assigned', object: String(found.id) });
      return answer;
    }),
  );

  serve(api, replaceReviewTask, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      await holdDraws(db, workspace);
      const found = await loadOpenTask(db, workspace, params.assignmentId);
      const leads = person.holds.includes('lead') && isSeen(person.sees, found.author);
      if (found.reviewer !== person.id && !leads) throw noSuchTask();
      await markAssignmentReplaced(db, workspace, found.id, { ...body, by: person.id });
      const next = await drawInPlaceOf(db, workspace, found, { by: person.id, now: parts.now() });
      const detail = { reason: body.reason };
      await writeAudit(db, person, { what: 'review-replaced', object: String(found.id), detail });
      return { next: next === null ? null : String(next) };
    }),
  );
}

/** Below so many conversations nothing is said of one agent, so a draw says whom it cannot speak for. */
const floorOfAgent = floors.conversationsForPage;

async function loadDraw(db: Db, workspace: number, drawId: number) {
  const [draw] = await listDraws(db, workspace, { drawId, floor: floorOfAgent });
  if (draw === undefined) throw new Error('the draw is not there');
  return draw;
}

async function loadOpenTask(db: Db, workspace: number, assignmentId: string): Promise<StoredAssignment> {
  const found = await loadAssignment(db, workspace, numberOf(assignmentId));
  if (found.state !== 'open') throw noSuchTask();
  return found;
}

/** @throws RapportError `bad-request` when one of them is nobody here */
async function findReviewers(
  db: Db,
  workspace: number,
  person: Person,
  ids: readonly string[],
): Promise<[Reviewer, ...Reviewer[]]> {
  const people = (await listReviewers(db, workspace, person)).filter(({ active }) => active);
  const [first, ...rest] = [...new Set(ids)].map((id) => people.find((one) => one.id === id) ?? nobody());
  return [first ?? nobody(), ...rest];
}

async function findReviewer(db: Db, workspace: number, person: Person, id: string, author: number): Promise<Reviewer> {
  const [reviewer] = await findReviewers(db, workspace, person, [id]);
  if (reviewer.authors.includes(author)) throw ownService();
  return reviewer;
}

/** @throws RapportError `conflict` when nothing of the scorecard is published */
async function findVersion(
  db: Db,
  workspace: number,
  { scorecardId, now }: { scorecardId: string | undefined; now: Date },
): Promise<number> {
  if (scorecardId === undefined) return numberOf((await loadDefaultScorecard(db, workspace, now)).version.id);
  const { versions } = await loadScorecard(db, workspace, scorecardId);
  const published = versions.find(({ state }) => state === 'published');
  if (published !== undefined) return numberOf(published.id);
  throw new RapportError('conflict', {
    what: 'Nothing of this scorecard is published.',
    why: 'A review is pinned to a version that cannot change any more.',
    wayOut: 'Publish it, or choose another scorecard.',
  });
}

function nobody(): never {
  throw new RapportError('bad-request', {
    what: 'One of the reviewers is nobody here.',
    why: 'Nothing was assigned.',
    wayOut: 'Choose from the people you are shown.',
  });
}

const notScored = (): RapportError =>
  new RapportError('bad-request', {
    what: 'This agent has no scored reply in the conversation.',
    wayOut: 'Choose one of the agents who answered in it.',
  });
