import type { Conversation, Message } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { collectAuthorActivity } from './collect-author-activity.ts';
import { type AuthorActivity, findAuthorHints } from './find-author-hints.ts';

const activity = (over: Partial<AuthorActivity>): AuthorActivity => ({
  id: 'a1',
  name: 'Mara',
  role: 'agent',
  roleGuessed: false,
  messages: 100,
  conversations: 40,
  mostFrequentTextMessages: 5,
  timedReplies: 60,
  repliesWithinFiveSeconds: 2,
  activeHours: 9,
  activeDays: 20,
  ...over,
});
const hintOf = (over: Partial<AuthorActivity>) => findAuthorHints([activity(over)])[0];

describe('findAuthorHints', () => {
  it('has nothing against an ordinary agent', () => {
    expect(hintOf({})).toMatchObject({ proposedRole: null, hints: ['said-by-file'] });
  });

  it('takes an author with one text in over half of the messages for a bot', () => {
    expect(hintOf({ mostFrequentTextMessages: 51 })).toMatchObject({
      proposedRole: 'bot',
      hints: ['same-text', 'said-by-file'],
    });
    expect(hintOf({ mostFrequentTextMessages: 50 })?.proposedRole).toBeNull();
  });

  it('takes replies within five seconds for a bot', () => {
    expect(hintOf({ repliesWithinFiveSeconds: 31 })).toMatchObject({
      proposedRole: 'bot',
      hints: ['instant-replies', 'said-by-file'],
    });
  });

  it('mentions work round the clock, and proposes a bot only with a second sign', () => {
    expect(hintOf({ activeHours: 24 })).toMatchObject({
      proposedRole: null,
      hints: ['round-the-clock', 'said-by-file'],
    });
    expect(hintOf({ activeHours: 24, name: 'Answer Bot' })?.proposedRole).toBe('bot');
  });

  it('does not judge by a handful of messages', () => {
    expect(
      hintOf({ messages: 4, mostFrequentTextMessages: 4, timedReplies: 4, repliesWithinFiveSeconds: 4 })?.proposedRole,
    ).toBeNull();
  });

  it('names a shared mailbox without calling it a machine', () => {
    expect(hintOf({ name: 'Customer Support Team' })).toMatchObject({
      proposedRole: null,
      hints: ['shared-name', 'said-by-file'],
    });
    expect(hintOf({ name: 'Abbott' })?.hints).toEqual(['said-by-file']);
  });

  it('leaves customers alone and says that a role is a guess', () => {
    const found = hintOf({ role: 'customer', roleGuessed: true, mostFrequentTextMessages: 100 });
    expect(found).toMatchObject({ proposedRole: null, hints: ['guessed-first-author'] });
    expect(found?.why).toContain('guess');
  });
});

describe('collectAuthorActivity', () => {
  it('counts texts, quick replies, hours and days', () => {
    const message = (over: Partial<Message>): Message => ({
      id: 'm',
      at: '2026-01-05T08:00:00.000Z',
      role: 'customer',
      author: 'Ann',
      text: 'Hello?',
      visibility: 'public',
      ...over,
    });
    const bot = { role: 'agent', author: 'Help', authorId: 'h' } as const;
    const messages = [
      message({ id: '1' }),
      message({ id: '2', ...bot, at: '2026-01-05T08:00:05.000Z', text: 'We are on it.' }),
      message({ id: '3', at: '2026-01-05T08:10:00.000Z' }),
      message({ id: '4', ...bot, at: '2026-01-06T09:10:06.000Z', text: 'We are on it. ' }),
    ];
    // Only id and messages are read here.
    const conversation = { id: 'c', messages } as Conversation;
    expect(collectAuthorActivity([conversation])).toEqual([
      expect.objectContaining({
        id: 'Ann',
        role: 'customer',
        messages: 2,
        timedReplies: 1,
        repliesWithinFiveSeconds: 0,
      }),
      expect.objectContaining({
        id: 'h',
        role: 'agent',
        messages: 2,
        conversations: 1,
        mostFrequentTextMessages: 2,
        timedReplies: 2,
        repliesWithinFiveSeconds: 1,
        activeHours: 2,
        activeDays: 2,
      }),
    ]);
  });
});
