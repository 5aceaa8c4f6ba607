import type { Conversation } from '@rapport/contract';
import { scoreConversation } from '@rapport/qualities';
import { describe, expect, it } from 'vitest';
import { mostMessages, scoreWithinLimit } from './score-within-limit.ts';

const conversationOf = (messages: number): Conversation => ({
  id: 'long',
  channel: 'chat',
  channelRaw: 'chat',
  subject: '',
  customer: null,
  assignee: null,
  status: null,
  tags: [],
  resolved: null,
  csatRaw: null,
  csatMax: null,
  outcomes: {},
  language: null,
  messages: Array.from({ length: messages }, (_, index) => ({
    id: String(index),
    at: null,
    role: index % 2 === 0 ? ('customer' as const) : ('agent' as const),
    author: index % 2 === 0 ? 'Ana' : 'Ben',
    text: index % 2 === 0 ? 'Where is my parcel?' : 'I am sorry, it will arrive tomorrow.',
    visibility: 'public' as const,
  })),
});

describe('scoring within the limit', () => {
  it('is plain scoring for every conversation people have', () => {
    expect(scoreWithinLimit(conversationOf(20))).toEqual(scoreConversation(conversationOf(20)));
  });

  it('leaves a log file of a hundred thousand messages unscored, and says why', () => {
    const score = scoreWithinLimit(conversationOf(100_000));
    expect(score).toMatchObject({ conversationId: 'long', agents: [], notScored: 'too-long', customerEmotion: [] });
    expect(scoreWithinLimit(conversationOf(mostMessages + 1)).notScored).toBe('too-long');
  });

  it('does not read such a conversation as what was told before either', () => {
    const one = conversationOf(20);
    expect(scoreWithinLimit(one, { earlier: [conversationOf(mostMessages + 1)] })).toEqual(scoreWithinLimit(one));
  });
});
