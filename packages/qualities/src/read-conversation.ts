/**
 * A conversation to what every rule reads: sentences with their acts, feelings of customers, hostility, waits.
 *
 *     const reading = readConversation(conversation, { languageOf });
 */
import type { Conversation, Message } from '@rapport/contract';
import { isScorable } from '@rapport/contract';
import type { ActReader, ReadTurn } from './acts/act-reader.ts';
import { readActsByPattern } from './acts/pattern-reader.ts';
import { type Feeling, findEmotion } from './emotion/find-emotion.ts';
import { findHostility } from './emotion/find-hostility.ts';
import { authorKey, type Reading, type ReadMessage, type ReadOptions } from './reading.ts';
import { isAutoReply } from './text/is-auto-reply.ts';
import { decideLanguage } from './text/is-english.ts';
import { readText } from './text/read-text.ts';

/** Turns that still shape what a message means; older ones are dropped to keep long threads linear. */
const memory = 24;

/**
 * Reads every message once, in order. Bots, system lines, internal notes, auto-replies and text in other languages
 * are never scorable; internal notes are read, but no later message is understood in their light.
 */
export const readConversation = (
  conversation: Conversation,
  options: ReadOptions = {},
  readActs: ActReader = readActsByPattern,
): Reading => {
  const messages: ReadMessage[] = [];
  const before: ReadTurn[] = [];
  const waits = new WaitClock();
  for (const [index, message] of conversation.messages.entries()) {
    const { feeling, ...read } = readMessage(message, index, before, waits, options, readActs);
    messages.push(read);
    if (message.visibility === 'public' && message.role !== 'system') {
      before.push({ role: message.role, sentences: read.sentences, ...(feeling && { mood: feeling.mood }) });
      if (before.length > memory) before.shift();
    }
  }
  const agents: string[] = [];
  for (const { message, scorable } of messages) {
    const key = authorKey(message);
    if (scorable && !agents.includes(key)) agents.push(key);
  }
  const { earlier = [], ...rest } = options;
  return { conversation, messages, agents, earlier: earlier.map((one) => readConversation(one, rest, readActs)) };
};

const readMessage = (
  message: Message,
  index: number,
  before: readonly ReadTurn[],
  waits: WaitClock,
  options: ReadOptions,
  readActs: ActReader,
): ReadMessage & { feeling: Feeling | null } => {
  const plain = readText(message.text);
  const { language, isEnglish } = decideLanguage(plain.map((one) => one.text).join(' '), options.languageOf);
  const auto = message.role !== 'customer' && isAutoReply(message.text);
  const acts = isEnglish && !auto ? readActs({ role: message.role, sentences: plain }, before) : [];
  const sentences = plain.map((one, at) => ({ ...one, acts: acts[at] ?? {} }));
  const scorable = isScorable(message) && isEnglish && !auto && sentences.length > 0;
  const feeling =
    message.role === 'customer' && isEnglish && sentences.length > 0 ? findEmotion(sentences, before) : null;
  const emotion = feeling && { messageId: message.id, valence: feeling.valence, label: feeling.label };
  const hostility = isEnglish
    ? findHostility(
        sentences,
        sentences.map((one) => one.acts.insult ?? one.acts['mirror-hostility'] ?? 0),
      )
    : 0;
  return {
    index,
    message,
    sentences,
    scorable,
    emotion,
    feeling,
    language,
    hostility,
    waitSeconds: waits.answer(message, auto),
  };
};

/** Knows since when each side has been waiting. Bots, notes and auto-replies answer nobody. */
class WaitClock {
  private readonly since: Record<'customer' | 'agent', string | null> = { customer: null, agent: null };

  /** Seconds since the first unanswered message of the other side; null when nobody waited or times are missing. */
  answer(message: Message, auto: boolean): number | null {
    if ((message.role !== 'customer' && message.role !== 'agent') || message.visibility !== 'public' || auto)
      return null;
    const other = message.role === 'customer' ? 'agent' : 'customer';
    const asked = this.since[other];
    this.since[other] = null;
    this.since[message.role] ??= message.at;
    if (asked === null || message.at === null) return null;
    const seconds = (Date.parse(message.at) - Date.parse(asked)) / 1000;
    return seconds >= 0 ? seconds : null;
  }
}
