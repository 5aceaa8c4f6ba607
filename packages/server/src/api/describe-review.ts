/** A review as its reader gets it: blind while it is a draft, and without the reviewer's name where that stays unsaid. */
import type { ReviewDetail } from '@rapport/contract';
import { listShownNames, nameOf } from '../store/author-names.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import type { Db } from '../store/open-store.ts';
import { loadAssignment } from '../store/reviews/assignments.ts';
import { listReviewers, personNameOf } from '../store/reviews/list-reviewers.ts';
import { listComments, listReadings } from '../store/reviews/review-remarks.ts';
import { loadReviewSettings } from '../store/reviews/review-settings.ts';
import type { StoredReview } from '../store/reviews/reviews.ts';
import { listScorecards } from '../store/scorecards.ts';
import { askedCategories, factsOf } from './check-review-content.ts';
import { countAlike } from './compare-readings.ts';
import type { Person } from './permit.ts';
import { isAbout, isReviewer } from './permit-review.ts';
import { estimateWorth } from './review-worth.ts';

export const unnamedReviewer = 'A reviewer';

export async function describeReview(
  db: Db,
  workspace: number,
  review: StoredReview,
  person: Person,
): Promise<ReviewDetail> {
  const { id, conversation, author, state, content, machine } = review;
  // Whoever may read the review may read what it is about; nothing the machine found is taken from it.
  const read = await loadConversationDetail(db, workspace, String(conversation), null);
  const scorecard = await findScorecard(db, workspace, review.versionId);
  const people = await listReviewers(db, workspace, person);
  const { anonymous } = await loadReviewSettings(db, workspace);
  const isHidden =
    anonymous && isAbout(review, person) && !isReviewer(review, person) && !person.holds.includes('lead');
  const shownAs = (who: string): string =>
    isHidden && who === review.reviewer ? unnamedReviewer : personNameOf(people, who);
  const names = await listShownNames(db, workspace, [author]);
  const comments = await listComments(db, workspace, id);
  return {
    id: String(id),
    assignmentId: review.assignment === null ? null : String(review.assignment),
    ...{ kind: review.kind, drawn: review.drawn, probability: review.probability },
    why: await whyOf(db, workspace, review),
    ...{ state, revision: review.revision, revisionReason: review.revisionReason },
    scorecard,
    asked: askedCategories(scorecard.version.content, factsOf(read)).map((category) => category.id),
    conversation: {
      ...{ id: read.id, customer: read.customer, channel: read.channel, subject: read.subject },
      startedAt: read.startedAt,
      messages: read.messages.map(({ id: messageId, at, role, author: who, text, visibility }) => ({
        ...{ id: messageId, at, role, author: who, text, visibility },
      })),
      csat: state === 'draft' ? null : read.csat,
    },
    agentId: String(author),
    agent: nameOf(names, author),
    reviewer: shownAs(review.reviewer),
    mine: isReviewer(review, person),
    aboutMe: isAbout(review, person),
    content,
    savedAt: review.savedAt.toISOString(),
    saves: review.saves,
    finishedAt: review.finishedAt?.toISOString() ?? null,
    seconds: review.seconds,
    score: review.score,
    comparison:
      state === 'draft' || machine === null
        ? null
        : {
            scorerVersion: review.scorerVersion,
            machine,
            ...countAlike(content, machine, scorecard.version.content),
            said: await listReadings(db, workspace, id),
            // What it bought is for whoever reviews or leads; to the agent it says nothing.
            worth:
              isReviewer(review, person) || person.holds.includes('reader')
                ? await estimateWorth(db, workspace, review, { content: scorecard.version.content, person })
                : null,
          },
    acknowledgedAt: review.acknowledgedAt?.toISOString() ?? null,
    comments: comments.map((one) => ({
      id: String(one.id),
      by: shownAs(one.person),
      mine: one.person === person.id,
      text: one.text,
      at: one.at.toISOString(),
      mentions: one.mentions.map((who) => shownAs(who)),
    })),
  };
}

async function whyOf(db: Db, workspace: number, { assignment, kind }: StoredReview): Promise<string> {
  if (assignment !== null) return (await loadAssignment(db, workspace, assignment)).why;
  return kind === 'self' ? 'Your own choice, to look at your own replies' : 'Chosen by a person';
}

/** The version as it was when the review began, with the name the scorecard has now. */
async function findScorecard(db: Db, workspace: number, versionId: number): Promise<ReviewDetail['scorecard']> {
  for (const { id, name, versions } of await listScorecards(db, workspace)) {
    const version = versions.find((one) => one.id === String(versionId));
    if (version !== undefined) return { id, name, version };
  }
  throw new Error(`The scorecard version ${versionId} of a review is not there`);
}
