/** One author's assessment as rows, and the two look-ups that turn names and message ids of a score into keys. */
import {
  type AgentAssessment,
  type ConversationScore,
  type Moment,
  type QualityId,
  qualityIds,
} from '@rapport/contract';
import { findWorst, troubleFollowed } from '@rapport/insight';
import type { Insertable } from 'kysely';
import type { StoredConversation } from './load-conversations.ts';
import type { Moments, Scores } from './tables.ts';

export interface AuthorLookup {
  authorOfAgent: (agent: Pick<AgentAssessment, 'agent' | 'agentId'>) => number;
  authorOfMessage: (messageId: string) => number;
  /** Position in the transcript, from 0; undefined for a message of another conversation. */
  positionOfMessage: (messageId: string) => number | undefined;
}

export function findAuthors({ conversation, authorIds }: StoredConversation): AuthorLookup {
  const positions = new Map(conversation.messages.map(({ id }, position) => [id, position]));
  const agents = new Map<string, number>();
  for (const [position, message] of conversation.messages.entries()) {
    const key = message.authorId ?? message.author;
    if (message.role === 'agent' && !agents.has(key)) agents.set(key, authorIds[position] ?? 0);
  }
  const positionOfMessage = (id: string) => positions.get(id);
  return {
    authorOfAgent: ({ agent, agentId }) => agents.get(agentId ?? agent) ?? 0,
    authorOfMessage: (id) => authorIds[positionOfMessage(id) ?? -1] ?? 0,
    positionOfMessage,
  };
}

export interface AssessmentRows {
  scores: Insertable<Scores>[];
  moments: Insertable<Moments>[];
}

interface AssessmentParts {
  workspace: number;
  assessment: number;
  author: number;
  stored: StoredConversation;
  score: ConversationScore;
  agent: AgentAssessment;
}

export function toAssessmentRows(parts: AssessmentParts): AssessmentRows {
  const { workspace, assessment, author, stored, agent } = parts;
  const lookup = findAuthors(stored);
  const rows: AssessmentRows = { scores: [], moments: [] };
  const base = {
    workspace_id: workspace,
    assessment_id: assessment,
    conversation_id: stored.id,
    author_id: author,
  };
  for (const quality of qualityIds) {
    const found = agent.qualities[quality];
    const calledAt = findCalledAt(found.moments, lookup);
    const worst = findWorst(found.moments);
    rows.scores.push({
      ...base,
      quality,
      score: found.score,
      verdict: found.verdict,
      reason: found.score === null ? (found.reason ?? 'no-opportunity') : null,
      confidence: found.confidence,
      called_at: calledAt,
      worst_moment: worst === undefined ? null : rows.moments.length + found.moments.indexOf(worst),
      trouble_followed: calledAt === null ? null : didTroubleFollow(parts, lookup, quality, calledAt),
    });
    for (const one of found.moments) {
      rows.moments.push({ ...base, ...toMomentRow(one), number: rows.moments.length });
    }
  }
  return rows;
}

const toMomentRow = ({ trigger, response, ...moment }: Moment) => ({
  quality: moment.quality,
  verdict: moment.verdict,
  confidence: moment.confidence,
  weight: moment.weight,
  rule: moment.rule,
  why: moment.why,
  trigger_message_id: trigger?.messageId ?? null,
  trigger_start: trigger?.start ?? null,
  trigger_end: trigger?.end ?? null,
  trigger_quote: trigger?.quote ?? null,
  response_message_id: response?.messageId ?? null,
  response_start: response?.start ?? null,
  response_end: response?.end ?? null,
  response_quote: response?.quote ?? null,
});

/** The first message that called for the quality: of the trigger, else of the response. */
function findCalledAt(moments: readonly Moment[], { positionOfMessage }: AuthorLookup): number | null {
  const positions = moments.flatMap(({ trigger, response }) => {
    const position = positionOfMessage((trigger ?? response)?.messageId ?? '');
    return position === undefined ? [] : [position];
  });
  return positions.length === 0 ? null : Math.min(...positions);
}

/** The same question the focus asks, so that a number there and the list behind it agree. */
function didTroubleFollow(
  { stored, score }: AssessmentParts,
  { positionOfMessage }: AuthorLookup,
  quality: QualityId,
  calledAt: number,
): boolean | null {
  const facts = {
    id: String(stored.id),
    satisfied: null,
    feelingFirst: null,
    feelingLast: null,
    assessments: [],
    signals: score.signals.map(({ kind, said }) => ({ kind, position: positionOfMessage(said.messageId) ?? 0 })),
    wroteAgain: stored.row.wrote_again,
  };
  return troubleFollowed(facts, quality, calledAt);
}
