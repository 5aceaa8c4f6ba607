/** Help-centre articles: what the team has written down for customers and for itself. */
import { z } from 'zod';
import { maskCounts } from './intake.ts';
import { verdict } from './quality.ts';
import { evidence } from './score.ts';

export const articleFormats = ['zendesk-guide', 'intercom-articles', 'help-scout-docs', 'pages'] as const;
export const articleFormat = z.enum(articleFormats).describe('pages: a Markdown or HTML file, or a zip of such files');
export type ArticleFormat = (typeof articleFormats)[number];

export const articleAudiences = ['public', 'internal', 'draft'] as const;
export const articleAudience = z
  .enum(articleAudiences)
  .describe('public: customers read it; internal: only the team; draft: not published, so it answers nothing yet');
export type ArticleAudience = (typeof articleAudiences)[number];

export const article = z.object({
  id: z.string(),
  title: z.string(),
  audience: articleAudience,
  helpCentre: z.string().describe('What it was brought in under'),
  section: z.string().describe('Where it stands there, from the outside in, joined by " › "; may be empty'),
  locale: z.string().describe('In small letters, such as en-gb; empty where neither the file nor the words tell'),
  url: z.string().nullable().describe('Only http and https'),
  updatedAt: z.iso.datetime().nullable().describe('As its source says'),
  goneAt: z.iso.datetime().nullable().describe('When an import of the whole help centre no longer held it'),
});
export type Article = z.infer<typeof article>;

export const foundArticle = article.extend({
  excerpt: z
    .array(z.object({ text: z.string(), isHit: z.boolean() }))
    .describe('The place that was found, or how it begins'),
  conversations: z.int().describe('In how many conversations that the caller may open a reply names it'),
});
export type FoundArticle = z.infer<typeof foundArticle>;

export const wholeArticle = article.extend({
  text: z.string().describe('Plain text, masked'),
  keywords: z.array(z.string()),
  changedAt: z.iso.datetime().describe('When an import last changed it here'),
  translations: z.array(z.object({ id: z.string(), locale: z.string(), title: z.string() })),
  conversations: foundArticle.shape.conversations,
});
export type WholeArticle = z.infer<typeof wholeArticle>;

export const articleImport = z.object({
  id: z.string(),
  fileName: z.string(),
  helpCentre: z.string().describe('Empty until the file was recognised, where none was named'),
  format: articleFormat.nullable(),
  state: z.enum(['receiving', 'reading', 'done', 'failed']),
  failure: z.string().nullable(),
  at: z.iso.datetime(),
  by: z.string(),
  counts: z.object({
    read: z.int().describe('Entries of the file: added + changed + unchanged + repeated + refused'),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    repeated: z.int().describe('The same article once more in one file; the newer one stands'),
    refused: z.int(),
    gone: z.int().describe('Were here and are not in this file'),
  }),
  goneNotMarked: z.string().nullable().describe('Why nothing was marked as gone, where it was not'),
  masked: maskCounts,
});
export type ArticleImport = z.infer<typeof articleImport>;

export const articleProblem = z.object({
  file: z.string(),
  line: z.int().nullable(),
  reason: z.string(),
  wayOut: z.string(),
});
export type ArticleProblem = z.infer<typeof articleProblem>;

export const helpCentre = z.object({
  name: z.string(),
  articles: z.object({ public: z.int(), internal: z.int(), draft: z.int(), gone: z.int() }),
  lastImportAt: z.iso.datetime().nullable(),
});
export type HelpCentre = z.infer<typeof helpCentre>;

export const citationWays = ['address', 'title'] as const;
export const citation = evidence.extend({
  how: z.enum(citationWays).describe('By its address, or by its title'),
});
export type Citation = z.infer<typeof citation>;

export const articleCitation = citation.extend({
  conversationId: z.string(),
  subject: z.string().describe('Or its first words, where it has none'),
  at: z.iso.datetime().nullable(),
});
export type ArticleCitation = z.infer<typeof articleCitation>;

export const offeredArticle = article
  .pick({ id: true, title: true, audience: true, section: true, locale: true, url: true })
  .extend({
    words: z.array(z.string()).describe('The words of the question that it holds, in a rough common form'),
    excerpt: foundArticle.shape.excerpt.describe(
      'The place in its text that holds words of the question, as it stands there; empty where only its title does',
    ),
  });
export type OfferedArticle = z.infer<typeof offeredArticle>;

/** What the articles say to one conversation; they never move a score. */
export const conversationArticles = z.object({
  known: z.int().describe('Articles that could have been offered; 0: none are here'),
  cited: z.array(citation.extend({ article: article.pick({ id: true, title: true, url: true }) })),
  asked: z.array(
    z.object({
      question: evidence.describe('The words of the customer that called for an answer'),
      verdicts: z.array(verdict).describe('How the replies answered it, as the scorer read them'),
      articles: z.array(offeredArticle),
      isJudged: z.boolean().describe('False: its words say too little to look for'),
    }),
  ),
});
export type ConversationArticles = z.infer<typeof conversationArticles>;

export const gapQuestion = evidence.extend({ conversationId: z.string() });
export type GapQuestion = z.infer<typeof gapQuestion>;

export const knowledgeGap = z.object({
  key: z.string(),
  name: z.string().describe('The words that its questions share, as customers write them'),
  conversations: z.int(),
  questions: z.array(gapQuestion).describe('A few of its questions: first the one that says it best, then the newest'),
});
export type KnowledgeGap = z.infer<typeof knowledgeGap>;

export const knowledgeGaps = z.object({
  articles: z.int().describe('Articles that could have answered: published or internal, no draft, not gone'),
  unsure: z.int().describe('Questions that were missed or partly met, or answered with “I will find out”'),
  answered: z.int().describe('Of them those for which an article is here'),
  unclear: z.int().describe('Of them those whose words say too little to look for'),
  without: z.int().describe('Of them those without an article; in groups or alone'),
  groups: z.array(knowledgeGap).describe('Two conversations or more that share their words, most frequent first'),
  alone: z.array(gapQuestion).describe('Questions in no group, newest first'),
  unused: z
    .array(z.object({ article: article.pick({ id: true, title: true }), conversations: z.int() }))
    .describe('Articles that match questions which were answered unsurely all the same, most frequent first'),
  scorerVersion: z.string(),
});
export type KnowledgeGaps = z.infer<typeof knowledgeGaps>;
