import { z } from 'zod';
import {
  articleAudience,
  articleCitation,
  articleImport,
  articleProblem,
  conversationArticles,
  foundArticle,
  helpCentre,
  knowledgeGaps,
  offeredArticle,
  wholeArticle,
} from '../article.ts';
import { defineEndpoint } from '../endpoint.ts';

export const importArticles = defineEndpoint({
  name: 'importArticles',
  method: 'POST',
  path: '/api/v1/article-imports',
  summary: 'Bring in articles: Zendesk Guide, Intercom, Help Scout Docs, or Markdown and HTML; read in the background',
  access: 'admin',
  query: z.object({
    fileName: z.string().min(1).max(300),
    helpCentre: z.string().trim().max(80).optional().describe('What to bring it in under; absent: named by its format'),
    part: z.enum(['yes', 'no']).optional().describe('yes: only some of its articles, so mark none as gone'),
  }),
  accepts: 'bytes',
  response: articleImport,
  status: 202,
});

export const listArticleImports = defineEndpoint({
  name: 'listArticleImports',
  method: 'GET',
  path: '/api/v1/article-imports',
  summary: 'The help centres that are here, and the newest files that brought them',
  access: 'admin',
  response: z.object({ helpCentres: z.array(helpCentre), imports: z.array(articleImport) }),
});

export const listArticleProblems = defineEndpoint({
  name: 'listArticleProblems',
  method: 'GET',
  path: '/api/v1/article-imports/:articleImportId/problems',
  summary: 'What of one file was refused, with file, line, reason and way out',
  access: 'admin',
  params: z.object({ articleImportId: z.string() }),
  query: z.object({ after: z.string().optional() }),
  response: z.object({ problems: z.array(articleProblem), next: z.string().nullable() }),
});

export const removeHelpCentre = defineEndpoint({
  name: 'removeHelpCentre',
  method: 'DELETE',
  path: '/api/v1/help-centres/:helpCentre',
  summary: 'Remove all articles that were brought in under one name',
  access: 'admin',
  params: z.object({ helpCentre: z.string().min(1).max(80) }),
  response: z.object({ removed: z.int() }),
});

export const listArticles = defineEndpoint({
  name: 'listArticles',
  method: 'GET',
  path: '/api/v1/articles',
  summary: 'Articles, found by their words in their own language; drafts only for leads',
  access: 'member',
  query: z.object({
    search: z.string().max(300).optional(),
    audience: articleAudience.optional().describe('Absent: public and internal ones'),
    helpCentre: z.string().max(80).optional(),
    gone: z.enum(['yes', 'no']).optional().describe('yes: only those that are gone; otherwise none of them'),
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.object({
    articles: z.array(foundArticle),
    next: z.string().nullable(),
    total: z.int(),
    counts: helpCentre.shape.articles.describe('Of everything that is here, whatever was asked for'),
    helpCentres: z.array(z.string()),
  }),
});

export const getArticle = defineEndpoint({
  name: 'getArticle',
  method: 'GET',
  path: '/api/v1/articles/:articleId',
  summary: 'One article, whole',
  access: 'member',
  params: z.object({ articleId: z.string() }),
  response: wholeArticle,
});

export const listArticleCitations = defineEndpoint({
  name: 'listArticleCitations',
  method: 'GET',
  path: '/api/v1/articles/:articleId/citations',
  summary: 'The conversations in which a reply names the article, newest first, as far as the caller may open them',
  access: 'member',
  params: z.object({ articleId: z.string() }),
  query: z.object({ after: z.string().optional() }),
  response: z.object({ citations: z.array(articleCitation), next: z.string().nullable() }),
});

export const matchArticles = defineEndpoint({
  name: 'matchArticles',
  method: 'POST',
  path: '/api/v1/articles/match',
  summary: 'The articles that fit a customer’s question best; the question is not stored',
  access: 'member',
  body: z.object({ question: z.string().trim().min(1).max(4000) }),
  response: z.object({ known: z.int(), isJudged: z.boolean(), articles: z.array(offeredArticle) }),
});

export const getConversationArticles = defineEndpoint({
  name: 'getConversationArticles',
  method: 'GET',
  path: '/api/v1/conversations/:conversationId/articles',
  summary: 'Which articles the replies of a conversation name, and which fit what was asked in it',
  access: 'member',
  params: z.object({ conversationId: z.string() }),
  response: conversationArticles,
});

export const getKnowledgeGaps = defineEndpoint({
  name: 'getKnowledgeGaps',
  method: 'GET',
  path: '/api/v1/knowledge-gaps',
  summary: 'Questions that were answered unsurely and for which no article is here, grouped, with quotes',
  access: 'reader',
  response: z.object({ gaps: knowledgeGaps.nullable().describe('Null before the first answer') }),
});
