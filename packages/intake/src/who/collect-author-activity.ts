/** Counts what `findAuthorHints` needs from conversations in memory; a store counts the same in its own way. */
import type { AuthorRole, Conversation } from '@rapport/contract';
import type { AuthorActivity } from './find-author-hints.ts';

interface Tally {
  activity: AuthorActivity;
  conversations: Set<string>;
  texts: Map<string, number>;
  hours: Set<number>;
  days: Set<string>;
  roles: Map<AuthorRole, number>;
}

/** The author's key: the stable id where the source has one, else the name. */
export const authorKey = (one: { author: string; authorId?: string | undefined }): string => one.authorId ?? one.author;

export function collectAuthorActivity(conversations: readonly Conversation[]): AuthorActivity[] {
  const tallies = new Map<string, Tally>();
  for (const conversation of conversations) {
    for (const [index, message] of conversation.messages.entries()) {
      const key = authorKey(message);
      const tally = tallies.get(key) ?? newTally(key, message.author);
      tallies.set(key, tally);
      const { activity } = tally;
      activity.messages += 1;
      activity.roleGuessed ||= message.roleGuessed === true;
      tally.roles.set(message.role, (tally.roles.get(message.role) ?? 0) + 1);
      tally.conversations.add(conversation.id);
      const text = message.text.trim();
      tally.texts.set(text, (tally.texts.get(text) ?? 0) + 1);
      if (message.at === null) continue;
      tally.hours.add(Number(message.at.slice(11, 13)));
      tally.days.add(message.at.slice(0, 10));
      const before = conversation.messages[index - 1];
      if (!before?.at || authorKey(before) === key) continue;
      activity.timedReplies += 1;
      const waitMilliseconds = Date.parse(message.at) - Date.parse(before.at);
      if (waitMilliseconds >= 0 && waitMilliseconds <= 5000) activity.repliesWithinFiveSeconds += 1;
    }
  }
  return [...tallies.values()].map(({ activity, conversations: met, texts, hours, days, roles }) => ({
    ...activity,
    role: [...roles].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'system',
    conversations: met.size,
    mostFrequentTextMessages: mostFrequent(texts),
    activeHours: hours.size,
    activeDays: days.size,
  }));
}

function newTally(id: string, name: string): Tally {
  return {
    activity: {
      id,
      name,
      role: 'system',
      roleGuessed: false,
      messages: 0,
      conversations: 0,
      mostFrequentTextMessages: 0,
      timedReplies: 0,
      repliesWithinFiveSeconds: 0,
      activeHours: 0,
      activeDays: 0,
    },
    conversations: new Set(),
    texts: new Map(),
    hours: new Set(),
    days: new Set(),
    roles: new Map(),
  };
}

/** How often the most frequent text occurs; spreading a map of a million texts into a call would overflow the stack. */
function mostFrequent(texts: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const times of texts.values()) if (times > most) most = times;
  return most;
}
