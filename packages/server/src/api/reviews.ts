import {
  acknowledgeReview,
  addReviewComment,
  emptyReviewContent,
  finishReview,
  getReview,
  listReviews as listEndpoint,
  listMyReviewTasks,
  listReviewsAboutMe,
  openReview,
  RapportError,
  type ReviewDetail,
  type ReviewRow,
  reviseReview,
  saveReviewDraft,
  sayReading,
  startSelfReview,
} from '@rapport/contract';
import { refreshAfterReview } from '../jobs/refresh-after-review.ts';
import { writeAudit } from '../store/audit.ts';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { loadDefaultScorecard } from '../store/default-scorecard.ts';
import { noteFor } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import { listTasks, loadAssignment, noSuchTask } from '../store/reviews/assignments.ts';
import { listReviewers, personNameOf } from '../store/reviews/list-reviewers.ts';
import { listReviewRows, type StoredReviewRow } from '../store/reviews/list-reviews.ts';
import { listProgress } from '../store/reviews/review-counts.ts';
import { saveComment, saveReading } from '../store/reviews/review-remarks.ts';
import { loadReviewSettings } from '../store/reviews/review-settings.ts';
import {
  findReviewOf,
  findRevisionOf,
  findSelfDraft,
  loadReview,
  markAcknowledged,
  noSuchReview,
  type StoredReview,
  saveDraft,
  startReview,
} from '../store/reviews/reviews.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';
import { type AppParts, ask } from './app-parts.ts';
import { checkReviewContent } from './check-review-content.ts';
import { describeReview, unnamedReviewer } from './describe-review.ts';
import { endReview } from './end-review.ts';
import type { Person } from './permit.ts';
import { isAbout, loadOwn, loadReadable } from './permit-review.ts';
import { type Api, serve } from './serve.ts';
import { dayMilliseconds, weekStartOf } from './week-start.ts';

export function serveReviews(api: Api, parts: AppParts): void {
  const shown = async (db: Db, workspace: number, person: Person, id: number): Promise<{ review: ReviewDetail }> => ({
    review: await describeReview(db, workspace, await loadReview(db, workspace, id), person),
  });

  serve(api, listMyReviewTasks, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const now = parts.now();
      const doneSince = new Date(now.getTime() - 7 * dayMilliseconds);
      const tasks = await listTasks(db, workspace, { reviewer: person.id, sees: null, id: null, doneSince });
      const week = { now, weekStart: weekStartOf(now) };
      const [progress] = await listProgress(db, workspace, [person], week);
      if (progress === undefined) throw new Error('nobody is asking');
      return { tasks, progress };
    }),
  );

  serve(api, openReview, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const task = await loadAssignment(db, workspace, numberOf(params.assignmentId));
      if (task.reviewer !== person.id || task.state === 'replaced') throw noSuchTask();
      const { conversation, author, reviewer, kind, drawn, probability, versionId } = task;
      const started = await startReview(
        db,
        workspace,
        {
          ...{ assignment: task.id, conversation, author, reviewer, kind, drawn, probability, versionId },
          content: emptyReviewContent,
        },
        parts.now(),
      );
      const id = started ?? (await findReviewOf(db, workspace, task.id));
      if (id === null) throw noSuchTask();
      return shown(db, workspace, person, id);
    }),
  );

  serve(api, startSelfReview, ({ body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const conversation = numberOf(body.conversationId);
      const open = await findSelfDraft(db, workspace, { reviewer: person.id, conversation });
      if (open !== null) return shown(db, workspace, person, open);
      // Throws what a missing one throws where this person wrote nothing in it.
      const { assessments } = await loadConversationDetail(db, workspace, body.conversationId, person.writesAs);
      const author = assessments[0]?.agentId;
      if (author === undefined) throw nothingToReview();
      const { version } = await loadDefaultScorecard(db, workspace, parts.now());
      const started = await startReview(
        db,
        workspace,
        {
          ...{ assignment: null, conversation, author: numberOf(author), reviewer: person.id, kind: 'self' },
          ...{ drawn: 'chosen', probability: null, versionId: numberOf(version.id), content: emptyReviewContent },
        },
        parts.now(),
      );
      if (started === null) throw nothingToReview();
      return shown(db, workspace, person, started);
    }),
  );

  serve(api, getReview, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadReadable(db, workspace, { reviewId: numberOf(params.reviewId), person });
      return { review: await describeReview(db, workspace, review, person) };
    }),
  );

  serve(api, saveReviewDraft, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadOwn(db, workspace, { reviewId: numberOf(params.reviewId), person });
      const { content } = await loadScorecardVersion(db, workspace, String(review.versionId));
      const text = await loadConversationDetail(db, workspace, String(review.conversation), null);
      checkReviewContent(body.content, content, text);
      const now = parts.now();
      const saves = await saveDraft(db, workspace, review.id, { ...body, now });
      return { saves, savedAt: now.toISOString() };
    }),
  );

  serve(api, finishReview, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadOwn(db, workspace, { reviewId: numberOf(params.reviewId), person });
      await endReview(db, workspace, review, { seconds: body.seconds, now: parts.now() });
      if (review.drawn === 'random') await refreshAfterReview(parts.jobs, db, workspace);
      const answer = await shown(db, workspace, person, review.id);
      const detail = { drawn: review.drawn, revision: review.revision };
      await writeAudit(db, person, { what: 'review-done', object: String(review.id), detail });
      return answer;
    }),
  );

  serve(api, sayReading, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadOwn(db, workspace, { reviewId: numberOf(params.reviewId), person });
      if (review.machine?.some(({ categoryId }) => categoryId === body.categoryId) !== true) throw nothingToCompare();
      await saveReading(db, workspace, { review: review.id, ...body, now: parts.now() });
      return shown(db, workspace, person, review.id);
    }),
  );

  serve(api, reviseReview, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadOwn(db, workspace, { reviewId: numberOf(params.reviewId), person });
      const known = await findRevisionOf(db, workspace, review.id);
      if (known !== null) return shown(db, workspace, person, known);
      if (review.state === 'draft') throw notFinished();
      const started = await startReview(db, workspace, revisionOf(review, body.reason), parts.now());
      if (started === null) throw noSuchReview();
      const answer = await shown(db, workspace, person, started);
      await writeAudit(db, person, { what: 'review-revised', object: String(review.id) });
      return answer;
    }),
  );

  serve(api, addReviewComment, ({ params, body }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadReadable(db, workspace, { reviewId: numberOf(params.reviewId), person });
      if (review.state === 'draft') throw notFinished();
      const people = new Set((await listReviewers(db, workspace, person)).map(({ id }) => id));
      const stranger = body.mentions.find((id) => !people.has(id));
      if (stranger !== undefined) throw noSuchMember();
      const mentions = [...new Set(body.mentions)];
      await saveComment(db, workspace, {
        ...{ review: review.id, person: person.id, text: body.text, mentions, now: parts.now() },
      });
      for (const user of mentions) {
        if (user === person.id) continue;
        await noteFor(db, workspace, { kind: 'mention', object: String(review.id), readers: { user } });
      }
      return shown(db, workspace, person, review.id);
    }),
  );

  serve(api, acknowledgeReview, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadReadable(db, workspace, { reviewId: numberOf(params.reviewId), person });
      if (review.state === 'draft' || !isAbout(review, person)) throw noSuchReview();
      await markAcknowledged(db, workspace, review.id, parts.now());
      return shown(db, workspace, person, review.id);
    }),
  );

  serve(api, listReviewsAboutMe, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const question = { sees: null, about: person.writesAs, limit: 200, blindFor: null };
      const { rows } = await listReviewRows(db, workspace, question);
      const waiting = rows.filter(({ acknowledgedAt }) => acknowledgedAt === null).length;
      return { reviews: await writeRows(db, workspace, rows, person), waiting };
    }),
  );

  serve(api, listEndpoint, ({ query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { from, to, after, ...rest } = query;
      const { rows, total } = await listReviewRows(db, workspace, {
        ...rest,
        ...{ sees: person.sees, blindFor: person.id },
        from: from === undefined ? null : new Date(from),
        to: to === undefined ? null : new Date(to),
        after: after === undefined ? null : numberOf(after),
      });
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return {
        reviews: await writeRows(db, workspace, rows, person),
        total,
        next: last === undefined ? null : String(last.id),
      };
    }),
  );
}

async function writeRows(
  db: Db,
  workspace: number,
  rows: readonly StoredReviewRow[],
  person: Person,
): Promise<ReviewRow[]> {
  const people = await listReviewers(db, workspace, person);
  const names = await listShownNames(
    db,
    workspace,
    rows.map(({ author }) => author),
  );
  const { anonymous } = await loadReviewSettings(db, workspace);
  const isUnnamed = ({ author, reviewer }: StoredReviewRow): boolean =>
    anonymous && isAbout({ author }, person) && reviewer !== person.id && !person.holds.includes('lead');
  return rows.map((row) => ({
    ...{ id: String(row.id), conversationId: String(row.conversation), customer: row.customer },
    agent: nameOf(names, row.author),
    reviewer: isUnnamed(row) ? unnamedReviewer : personNameOf(people, row.reviewer),
    ...{ kind: row.kind, drawn: row.drawn, state: row.state, score: row.score },
    finishedAt: row.finishedAt?.toISOString() ?? null,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  }));
}

/** What was rated is where the revision begins; the reason says what is to change. */
function revisionOf(review: StoredReview, revisionReason: string): Parameters<typeof startReview>[2] {
  const { id, assignment, conversation, author, reviewer, kind, drawn, probability, versionId, content } = review;
  return {
    ...{ assignment, conversation, author, reviewer, kind, drawn, probability, versionId, content },
    ...{ revision: review.revision + 1, revises: id, revisionReason },
  };
}

const nothingToReview = (): RapportError =>
  new RapportError('conflict', {
    what: 'None of your replies in this conversation was scored.',
    wayOut: 'Choose one in which you answered a customer in words.',
  });

const nothingToCompare = (): RapportError =>
  new RapportError('bad-request', {
    what: 'The machine read nothing in this category.',
    wayOut: 'Say it of a category where both readings stand side by side.',
  });

const notFinished = (): RapportError =>
  new RapportError('conflict', { what: 'This review is still a draft.', wayOut: 'Finish it first.' });

const noSuchMember = (): RapportError =>
  new RapportError('bad-request', {
    what: 'One of those called is nobody here.',
    why: 'Nothing was said.',
    wayOut: 'Choose from the people you are shown.',
  });
