/** What lists and filters need of a scored conversation, worked out once when it is scored. */
import { type ConversationScore, isKept, type QualityId, type QualityScore } from '@rapport/contract';
import type { StoredConversation } from './load-conversations.ts';
import { findAuthors } from './score-rows.ts';

export interface ScoreSummary {
  scorer_version: string;
  not_scored: string | null;
  language: string | null;
  first_words: string;
  agent_ids: number[];
  feeling_first: number | null;
  feeling_last: number | null;
  heard: 'yes' | 'never' | 'nothing-to-hear';
  heard_seconds: number | null;
  signals: string[];
  exceptional: boolean;
  open_promises: number;
  goodwill_count: number;
  need_quality: QualityId | null;
  need_verdict: string | null;
  need_confidence: number | null;
  lowest_confidence: number | null;
  to_learn: number;
}

export function summariseScore(stored: StoredConversation, score: ConversationScore): ScoreSummary {
  const { authorOfAgent } = findAuthors(stored);
  const scores = score.agents.flatMap(({ qualities }) => Object.entries(qualities) as [QualityId, QualityScore][]);
  const called = scores.filter(([, { verdict }]) => verdict !== 'no-opportunity');
  const need = findNeed(called);
  return {
    scorer_version: score.scorerVersion,
    not_scored: score.notScored,
    language: score.language,
    first_words: findFirstWords(stored),
    agent_ids: score.agents.map(authorOfAgent),
    feeling_first: score.customerEmotion.at(0)?.valence ?? null,
    feeling_last: score.customerEmotion.at(-1)?.valence ?? null,
    ...findHeard(stored, score),
    signals: [...new Set(score.signals.map(({ kind }) => kind))],
    exceptional: score.exceptional,
    open_promises: score.promises.filter(({ state }) => !isKept(state)).length,
    goodwill_count: score.goodwill.length,
    need_quality: need?.[0] ?? null,
    need_verdict: need?.[1].verdict ?? null,
    need_confidence: need?.[1].confidence ?? null,
    lowest_confidence: called.length === 0 ? null : Math.min(...called.map(([, { confidence }]) => confidence)),
    to_learn: called.reduce((sum, [, one]) => sum + lossOf(one), 0),
  };
}

/** Weights of missed moments, and half of those of partly met ones. */
const lossOf = ({ moments }: QualityScore): number =>
  moments.reduce(
    (sum, { verdict, weight }) => sum + (verdict === 'missed' ? weight : verdict === 'partly' ? weight / 2 : 0),
    0,
  );

const order = { missed: 0, partly: 1, met: 2, 'no-opportunity': 3 } as const;

function findNeed(called: readonly [QualityId, QualityScore][]): [QualityId, QualityScore] | undefined {
  return called.toSorted(([, a], [, b]) => order[a.verdict] - order[b.verdict] || lossOf(b) - lossOf(a))[0];
}

function findFirstWords({ conversation }: StoredConversation): string {
  const { messages } = conversation;
  const first = messages.find(({ role, visibility }) => role === 'customer' && visibility === 'public') ?? messages[0];
  const text = (first?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  // Cut by code points: half a character cannot be stored.
  return text.length <= firstWordsLength ? text : `${[...text.slice(0, firstWordsLength + 1)].slice(0, -1).join('')}…`;
}

const firstWordsLength = 160;

/** From the message that first voiced trouble to the first acknowledgement at or after it. */
function findHeard(
  stored: StoredConversation,
  score: ConversationScore,
): Pick<ScoreSummary, 'heard' | 'heard_seconds'> {
  const { positionOfMessage } = findAuthors(stored);
  const troubles = score.agents.flatMap(({ qualities }) =>
    qualities.empathy.moments.flatMap(({ trigger }) => positionOfMessage(trigger?.messageId ?? '') ?? []),
  );
  if (troubles.length === 0) return { heard: 'nothing-to-hear', heard_seconds: null };
  const voiced = Math.min(...troubles);
  const answer = score.orderOfCare.find(
    ({ step, messageId }) => step === 'acknowledged' && (positionOfMessage(messageId) ?? -1) >= voiced,
  );
  if (answer === undefined) return { heard: 'never', heard_seconds: null };
  const from = stored.conversation.messages[voiced]?.at ?? null;
  const seconds = from === null || answer.at === null ? null : (Date.parse(answer.at) - Date.parse(from)) / 1000;
  return { heard: 'yes', heard_seconds: seconds === null ? null : Math.max(0, Math.round(seconds)) };
}
