/** A chat that never ends → conversations: a new one begins after a day of silence, as nobody answers to yesterday's matter. */
const silenceMilliseconds = 24 * 3_600_000;

export interface SilenceSplitter {
  /** The id of the conversation that a message belongs to; `time` NaN goes on with the one before. */
  conversationOf(chat: string, time: number, messageId: string): { id: string; isNew: boolean };
}

export function createSilenceSplitter(): SilenceSplitter {
  const chats = new Map<string, { id: string; last: number }>();
  return {
    conversationOf(chat, time, messageId) {
      const before = chats.get(chat);
      const isNew = !before || time - before.last > silenceMilliseconds;
      const current = isNew ? { id: `${chat}/${messageId}`, last: Number.NaN } : before;
      if (!Number.isNaN(time)) current.last = Number.isNaN(current.last) ? time : Math.max(time, current.last);
      chats.set(chat, current);
      return { id: current.id, isNew };
    },
  };
}
