/**
 * What the judge proposes for a category with a prompt of the team's own. Only of finished reviews, so that they stay
 * blind; beside the rating and never in its place: no score and no rate reads it.
 */
import {
  type Category,
  type JudgeProposal,
  type JudgeSaid,
  listCategories,
  listJudgeProposals,
  nearestPoint,
  proposeRating,
  RapportError,
} from '@rapport/contract';
import { sentenceOf } from '../judge/judge-trouble.ts';
import { subjectOfPrompt } from '../judge/subject.ts';
import { loadConversationDetail } from '../store/conversation-detail.ts';
import { numberOf } from '../store/conversation-filter.ts';
import { noSuchReview } from '../store/reviews/reviews.ts';
import { loadScorecardVersion } from '../store/scorecards.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import { askedCategories, factsOf } from './check-review-content.ts';
import type { Person } from './permit.ts';
import { loadReadable } from './permit-review.ts';
import { type Api, serve } from './serve.ts';

export function serveJudgeProposals(api: Api, parts: AppParts): void {
  const { judgeOf } = parts;

  /** The review, and those of its categories that a prompt judges. A draft has none: its reader must stay blind. */
  const load = (reviewId: string, person: Person) =>
    ask(parts, person, async (db, workspace) => {
      const review = await loadReadable(db, workspace, { reviewId: numberOf(reviewId), person });
      if (review.state === 'draft') throw noSuchReview();
      const { content } = await loadScorecardVersion(db, workspace, String(review.versionId));
      if (!listCategories(content).some(({ kind }) => kind.type === 'prompt')) return { review, categories: [] };
      const read = await loadConversationDetail(db, workspace, String(review.conversation), null);
      return { review, categories: askedCategories(content, factsOf(read)).flatMap(withSubject) };
    });

  serve(api, listJudgeProposals, async ({ params }, person) => {
    const { review, categories } = await load(params.reviewId, person);
    if (categories.length === 0) return { proposals: [] };
    const kept = await judgeOf(person.workspace).listOpinions(review.conversation);
    return {
      proposals: categories.flatMap(({ category, subject }) =>
        kept
          .filter(({ promptHash, said }) => promptHash === subject.promptHash && said.agentId === String(review.author))
          .map(({ said }) => proposalOf(category, said)),
      ),
    };
  });

  serve(api, proposeRating, async ({ params, body: { categoryId } }, person) => {
    const { review, categories } = await load(params.reviewId, person);
    refusePrograms(person);
    const asked = categories.find(({ category }) => category.id === categoryId);
    if (asked === undefined) throw notByPrompt();
    const { category, subject } = asked;
    const given = await judgeOf(person.workspace).ask({
      ...{ conversationId: review.conversation, subject, authorId: review.author, stop: api.stopping },
    });
    if (!given.fromStore && given.trouble !== 'off') {
      const detail = { review: String(review.id), category: categoryId, trouble: given.trouble };
      await noteDone(parts, person, { what: 'judge-asked', object: String(review.conversation), detail });
    }
    return {
      categoryId,
      proposal: given.said === null ? null : proposalOf(category, given.said),
      trouble: given.trouble === null ? null : { kind: given.trouble, sentence: sentenceOf(given.trouble) },
      fromStore: given.fromStore,
    };
  });
}

const withSubject = (category: Category) =>
  category.kind.type === 'prompt'
    ? [{ category, subject: subjectOfPrompt({ name: category.name, prompt: category.kind.prompt }) }]
    : [];

const proposalOf = ({ id, scale }: Category, said: JudgeSaid): JudgeProposal => ({
  ...{ ...said, categoryId: id },
  chosen: said.score === null ? null : nearestPoint(said.score, scale.points),
});

/** Words go to the judge when a person asks; a key would make it happen by itself, and spend the day's budget unseen. */
export function refusePrograms({ role }: Pick<Person, 'role'>): void {
  if (role !== 'key') return;
  throw new RapportError('not-allowed', {
    what: 'A key cannot ask the judge.',
    why: 'A customer’s words go there only when a person asks for it.',
    wayOut: 'Ask from the page of the review; what was proposed can be read with a key that may review.',
  });
}

const notByPrompt = (): RapportError =>
  new RapportError('bad-request', {
    what: 'No prompt of a judge stands in this category.',
    wayOut: 'Ask about a category of this review that is judged by a prompt.',
  });
