/**
 * Pairs of conversations that differ in one thing, to see what that thing does to the scores: a trick, a name, a dialect.
 * Bench and tests read them; the product does not.
 */
import type { Conversation, QualityId } from '@rapport/contract';
import { qualityIds } from '@rapport/contract';
import { scoreConversation } from '../score-conversation.ts';

export interface Turn {
  role: 'customer' | 'agent';
  author: string;
  text: string;
}

export interface Pair {
  id: string;
  kind: string;
  before: Conversation;
  after: Conversation;
}

export const conversationOf = (id: string, turns: readonly Turn[], channel: Conversation['channel'] = 'chat') => ({
  id,
  channel,
  subject: '',
  customer: null,
  assignee: null,
  status: null,
  tags: [],
  resolved: null,
  csatRaw: null,
  csatMax: null,
  language: null,
  outcomes: {},
  messages: turns.map(({ role, author, text }, index) => ({
    id: String(index + 1),
    at: null,
    role,
    author,
    text,
    visibility: 'public' as const,
  })),
});

export interface Difference {
  quality: QualityId;
  before: number | null;
  after: number | null;
  /** Points of 100; 100 where only one of the two has a score. */
  points: number;
}

/** The first author's scores of both sides, quality by quality. */
export const differencesOf = ({ before, after }: Pair): Difference[] => {
  const [one, other] = [scoresOf(before), scoresOf(after)];
  return qualityIds.map((quality) => ({
    quality,
    before: one[quality],
    after: other[quality],
    points: apart(one[quality], other[quality]),
  }));
};

const apart = (one: number | null, other: number | null): number =>
  one === null || other === null ? (one === other ? 0 : 100) : Math.abs(one - other);

const memory = new WeakMap<Conversation, Record<QualityId, number | null>>();

/** Kept for each conversation, because many tricks share the honest side. */
export const scoresOf = (conversation: Conversation): Record<QualityId, number | null> => {
  const known = memory.get(conversation) ?? findScores(conversation);
  memory.set(conversation, known);
  return known;
};

const findScores = (conversation: Conversation): Record<QualityId, number | null> => {
  const agent = scoreConversation(conversation).agents[0];
  // The cast is safe: the ids are the closed list itself.
  return Object.fromEntries(qualityIds.map((id) => [id, agent?.qualities[id].score ?? null])) as Record<
    QualityId,
    number | null
  >;
};
