export { type ArticleLimits, articleLimits } from './articles/article-limits.ts';
export type { ArticleFound, ArticleProblemFound, ReadArticle } from './articles/article-record.ts';
export { packPages } from './articles/pack-pages.ts';
export { type ArticlesLook, lookAtArticles, readArticles } from './articles/read-articles.ts';
export { isPage } from './articles/read-page.ts';
export { readChannel } from './fields/read-channel.ts';
export { type CsatScale, normaliseCsat, parseCsat, readCsat } from './fields/read-csat.ts';
export { guessRole, readRole } from './fields/read-role.ts';
export { isKnownZone } from './fields/zone-offset.ts';
export { type GatherCounts, type Gathered, gatherConversations } from './gather-conversations.ts';
export { parseJson } from './json/parse-json.ts';
export { readPeople } from './json/read-people.ts';
export { readPeopleInArchive } from './json/read-people-in-archive.ts';
export { defaultLimits, type IntakeLimits } from './limits.ts';
export { type FileLook, type LookOptions, lookAtFile } from './look-at-file.ts';
export { isFreeMail } from './mail/mailbox-census.ts';
export { type MailRead, type ReadMailOptions, readOneMail } from './mail/read-one-mail.ts';
export { addMaskCounts, type Masked, maskText } from './masking/mask-text.ts';
export { isSameMessage, mergeHeads, orderMessages } from './merge-conversation.ts';
export { guessPastReviewColumns } from './past-reviews/past-review-columns.ts';
export { type PastReviewOptions, type PastReviewsRead, readPastReviews } from './past-reviews/read-past-reviews.ts';
export { qualityOf, readScorecardTable } from './past-reviews/read-scorecard-table.ts';
export { FileRefused } from './problem.ts';
export { type EntryRead, readEntry } from './read-entry.ts';
export { readLines } from './read-lines.ts';
export { readRecords } from './read-records.ts';
export type * from './record.ts';
export {
  type JudgeOptions,
  judgeService,
  type NotService,
  officeWord,
} from './service-or-not/judge-service.ts';
export {
  createServiceTally,
  type NotServiceProposal,
  type ServiceTally,
} from './service-or-not/propose-not-service.ts';
export { unpackFile } from './unpack/unpack-file.ts';
export { authorKey, collectAuthorActivity } from './who/collect-author-activity.ts';
export { type AuthorActivity, type AuthorProposal, findAuthorHints } from './who/find-author-hints.ts';
export { type KnownPerson, listPeople, type People } from './who/people.ts';
