import {
  listArticleCitations as citationsEndpoint,
  getArticle,
  getConversationArticles,
  getKnowledgeGaps,
  importArticles,
  listArticleImports as importsEndpoint,
  type KnowledgeGaps,
  listArticles as listEndpoint,
  matchArticles,
  listArticleProblems as problemsEndpoint,
  RapportError,
  removeHelpCentre,
} from '@rapport/contract';
import { isQuestion } from '@rapport/insight';
import { listArticleImports, listArticleProblems } from '../store/articles/article-imports.ts';
import { listArticleCitations, listCited } from '../store/articles/citations.ts';
import { matchQuestions } from '../store/articles/find-matches.ts';
import { listAsked } from '../store/articles/gap-questions.ts';
import { listArticles, loadArticle, sumCounts } from '../store/articles/list-articles.ts';
import { listHelpCentres, removeArticles } from '../store/articles/save-articles.ts';
import { writeAudit } from '../store/audit.ts';
import { numberOf } from '../store/conversation-filter.ts';
import type { Db } from '../store/open-store.ts';
import { noSuchConversation } from '../store/quote-of-message.ts';
import { isConversationSeen, listSeen, type Sees } from '../store/seen.ts';
import { loadTeamAnswer } from '../store/team-answers.ts';
import { type AppParts, ask, noteDone } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveArticles(api: Api, parts: AppParts): void {
  serve(api, importArticles, async ({ query, bytes, bytesAnnounced }, person) => {
    const { uploadLimitBytes: limitBytes } = parts;
    if (bytesAnnounced !== null && bytesAnnounced > limitBytes) throw tooLarge(limitBytes);
    const received = await parts.importsOf(person.workspace).receiveArticles({
      ...{ fileName: query.fileName.split(/[\\/]/).at(-1) || 'file', helpCentre: query.helpCentre ?? '' },
      ...{ isPart: query.part === 'yes', bytes, limitBytes, by: person.name, now: parts.now() },
    });
    const detail = { helpCentre: received.helpCentre };
    await noteDone(parts, person, { what: 'articles-imported', object: received.id, detail });
    return received;
  });

  serve(api, importsEndpoint, (_given, person) =>
    ask(parts, person, async (db, workspace) => ({
      helpCentres: await listHelpCentres(db, workspace),
      imports: await listArticleImports(db, workspace),
    })),
  );

  serve(api, problemsEndpoint, ({ params, query }, person) =>
    ask(parts, person, (db, workspace) =>
      listArticleProblems(db, workspace, { importId: params.articleImportId, after: placeOf(query.after) }),
    ),
  );

  serve(api, removeHelpCentre, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const removed = await removeArticles(db, workspace, params.helpCentre);
      if (removed === 0) {
        throw new RapportError('not-found', {
          what: 'There are no articles of such a help centre.',
          wayOut: 'The page of sources lists those that are here.',
        });
      }
      await writeAudit(db, person, { what: 'deleted', object: params.helpCentre, detail: { articles: removed } });
      return { removed };
    }),
  );

  serve(api, listEndpoint, ({ query: { after, limit, ...filter } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const helpCentres = await listHelpCentres(db, workspace);
      const counts = sumCounts(helpCentres);
      return {
        ...(await listArticles(db, workspace, { filter, reader: readerOf(person), after: placeOf(after), limit })),
        counts: { ...counts, draft: readerOf(person).mayReadDrafts ? counts.draft : 0 },
        helpCentres: helpCentres.map(({ name }) => name),
      };
    }),
  );

  serve(api, getArticle, ({ params }, person) =>
    ask(parts, person, (db, workspace) => loadArticle(db, workspace, { ...params, reader: readerOf(person) })),
  );

  serve(api, citationsEndpoint, ({ params, query }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { id } = await loadArticle(db, workspace, { ...params, reader: readerOf(person) });
      const after = query.after === undefined ? null : placeOf(query.after);
      return listArticleCitations(db, workspace, { article: Number(id), sees: person.sees, after });
    }),
  );

  serve(api, matchArticles, ({ body: { question } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { known, matched } = await matchQuestions(db, workspace, [{ text: question, language: null }]);
      return { known, isJudged: matched[0]?.isJudged ?? false, articles: matched[0]?.articles ?? [] };
    }),
  );

  serve(api, getConversationArticles, ({ params }, person) =>
    ask(parts, person, async (db, workspace) => {
      const conversation = numberOf(params.conversationId);
      if (!(await isConversationSeen(db, workspace, conversation, person.sees))) throw noSuchConversation();
      const asked = await listAsked(db, workspace, { conversation, sees: person.sees });
      const questions = asked.map(({ question, language }) => ({ text: question.quote, language }));
      const { known, matched } = await matchQuestions(db, workspace, questions);
      const looked = asked.map(({ language: _, ...one }, place) => ({
        ...one,
        ...(matched[place] ?? { isJudged: false, articles: [] }),
      }));
      return {
        known,
        cited: await listCited(db, workspace, conversation),
        // Of a trouble it is worth telling what fits it; that nothing does is only told of a question.
        asked: looked.filter(({ question, articles }) => articles.length > 0 || isQuestion(question.quote)),
      };
    }),
  );

  serve(api, getKnowledgeGaps, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const gaps = await loadTeamAnswer(db, workspace, 'gaps');
      return { gaps: gaps && (await onlySeen(db, workspace, { gaps, sees: person.sees })) };
    }),
  );
}

/** Drafts are for those who decide what is published. */
const readerOf = ({ sees, holds }: Person) => ({ sees, mayReadDrafts: holds.includes('lead') });

/** Where a page of a list goes on; what is no place begins at the start. */
const placeOf = (after: string | undefined): number => Math.max(0, Number.parseInt(after ?? '0', 10) || 0);

/** The counts are the whole team's; words of a conversation are only for those who may open it. */
async function onlySeen(
  db: Db,
  workspace: number,
  { gaps, sees }: { gaps: KnowledgeGaps; sees: Sees },
): Promise<KnowledgeGaps> {
  if (sees === null) return gaps;
  const all = [...gaps.alone, ...gaps.groups.flatMap(({ questions }) => questions)];
  const seen = await listSeen(
    db,
    workspace,
    all.map(({ conversationId }) => conversationId),
    sees,
  );
  const narrow = (questions: KnowledgeGaps['alone']) =>
    questions.filter(({ conversationId }) => seen.has(conversationId));
  return {
    ...gaps,
    groups: gaps.groups.map((one) => ({ ...one, questions: narrow(one.questions) })),
    alone: narrow(gaps.alone),
  };
}

const tooLarge = (limitBytes: number): RapportError =>
  new RapportError('too-large', {
    what: `The file is larger than ${Math.floor(limitBytes / 2 ** 20)} MB.`,
    why: 'One upload is limited so that a mistaken file cannot fill the disk.',
    wayOut: 'Send it packed (.gz or .zip), or use "rapport import-articles" on the server.',
  });
