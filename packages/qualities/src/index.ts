/** What other packages use of the scorer. */
export { allQualities } from './all-qualities.ts';
export {
  checkDraft,
  type DraftCheck,
  type DraftFinding,
  type DraftInput,
  type DraftMark,
  type DraftQuote,
  type DraftTurn,
} from './check-draft.ts';
export { type JudgedReply, judgeReply, type ReplyInput } from './judge-reply.ts';
export { labelText } from './label-text.ts';
export { accuracyOf, measuredAccuracy } from './measured/accuracy-of.ts';
export { hiddenName, hideNamesIn, type NamelessText } from './models/hide-names.ts';
export { namesOf } from './models/mask-names.ts';
export { shippedEmotions28 } from './models/shipped-emotions28.ts';
export { metFrom, missedBelow, overallVerdict, scoreOf } from './overall-verdict.ts';
export {
  actOfFeature,
  exampleFeatureCount,
  exampleFeatures,
  type FeatureRow,
} from './own-categories/example-features.ts';
export { findRuleMoments, type RuleMoment, scoreRuleMoments } from './own-categories/find-rule-moments.ts';
export type { QualityDefinition, QualityExample } from './quality-definition.ts';
export { readConversation } from './read-conversation.ts';
export {
  actThreshold,
  authorKey,
  type Reading,
  type ReadMessage,
  type ReadOptions,
  type Sentence,
} from './reading.ts';
export { fewestWords, type ScoreOptions, scoreConversation, scoreReading } from './score-conversation.ts';
export { scorerVersion } from './scorer-version.ts';
export { startingScorecard } from './starting-scorecard.ts';
