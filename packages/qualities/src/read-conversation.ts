/**
 * A conversation to what every rule reads: sentences with their acts, feelings of customers, hostility, waits.
 *
 *     const reading = readConversation(conversation, { languageOf });
 */
import type { Conversation, Message } from '@rapport/contract';
import { isScorable } from '@rapport/contract';
import type { PlainSentence, ReadTurn } from './acts/act-reader.ts';
import type { Models } from './models/load-models.ts';
import { maskNames, namesOf } from './models/mask-names.ts';
import { shippedModels } from './models/shipped-models.ts';
import { authorKey, type Reading, type ReadMessage, type ReadOptions, type Sentence } from './reading.ts';
import { isAutoReply } from './text/is-auto-reply.ts';
import { decideLanguages, type LanguageDecision } from './text/is-english.ts';
import { readReply, withoutPadding } from './text/read-reply.ts';
import { readText, type TextSentence } from './text/read-text.ts';

/** Turns that still shape what a message means; older ones are dropped to keep long threads linear. */
const memory = 24;

/**
 * Reads every message once, in order. Bots, system lines, internal notes, auto-replies and text in other languages
 * are never scorable; internal notes are read, but no later message is understood in their light.
 */
export const readConversation = (
  conversation: Conversation,
  options: ReadOptions = {},
  models: Models = shippedModels(),
): Reading => {
  const messages: ReadMessage[] = [];
  const before: ReadTurn[] = [];
  const waits = new WaitClock();
  const texts = writtenTexts(conversation);
  const languages = decideLanguages(
    texts.map((sentences, index) => ({ text: joined(sentences), author: authorOf(conversation.messages[index]) })),
    options.languageOf,
  );
  const names = namesOf(conversation.messages.map(({ author }) => author));
  for (const [index, message] of conversation.messages.entries()) {
    const written = { sentences: texts[index] ?? [], ...(languages[index] ?? unknownLanguage), names };
    const { turn, ...read } = readMessage(message, index, before, waits, written, models);
    messages.push(read);
    if (message.visibility === 'public' && message.role !== 'system') {
      before.push(turn);
      if (before.length > memory) before.shift();
    }
  }
  const agents: string[] = [];
  for (const { message, scorable } of messages) {
    const key = authorKey(message);
    if (scorable && !agents.includes(key)) agents.push(key);
  }
  const { earlier = [], ...rest } = options;
  return { conversation, messages, agents, earlier: earlier.map((one) => readConversation(one, rest, models)) };
};

const readMessage = (
  message: Message,
  index: number,
  before: readonly ReadTurn[],
  waits: WaitClock,
  written: Written,
  models: Models,
): ReadMessage & { turn: ReadTurn } => {
  const isCustomers = message.role === 'customer';
  const { language, isEnglish } = written;
  const plain = isCustomers || !isEnglish ? written.sentences : withoutPadding(written.sentences, heardIn(before));
  const auto = !isCustomers && isAutoReply(joined(written.sentences));
  const masked = maskNames(plain, written.names);
  const acts = isEnglish && !auto ? models.readActs({ role: message.role, sentences: masked }, before) : [];
  const sentences = plain.map((one, at) => ({ ...one, acts: acts[at] ?? {} }));
  const scorable = isScorable(message) && isEnglish && !auto && sentences.length > 0;
  const told = masked.map((one, at) => ({ ...one, acts: acts[at] ?? {} }));
  const feeling = isCustomers && isEnglish && sentences.length > 0 ? models.readFeeling(told, before) : null;
  const emotion = feeling && { messageId: message.id, valence: feeling.valence, label: feeling.label };
  return {
    index,
    message,
    sentences,
    scorable,
    emotion,
    language,
    hostility: hostilityOf(sentences, plain, models),
    waitSeconds: waits.answer(message, auto),
    turn: { role: message.role, sentences: told, ...(feeling && { mood: feeling.mood }) },
  };
};

/** A message as its author wrote it to the other side, and in which language. */
interface Written extends LanguageDecision {
  sentences: TextSentence[];
  /** Names of the conversation's authors, which the models do not see. */
  names: ReadonlySet<string>;
}

const unknownLanguage: LanguageDecision = { language: null, isEnglish: true };

const writtenTexts = ({ messages }: Conversation): TextSentence[][] => {
  const customers = new Set(messages.filter(({ role }) => role === 'customer').map(({ author }) => author));
  return messages.map(({ role, text, author }) =>
    role === 'customer' ? readText(text) : readReply(text, { author, customers: [...customers] }),
  );
};

const joined = (sentences: readonly TextSentence[]): string => sentences.map(({ text }) => text).join(' ');

const authorOf = (message: Message | undefined): string => (message ? `${message.role} ${authorKey(message)}` : '');

const heardIn = (before: readonly ReadTurn[]): readonly PlainSentence[] =>
  before.filter(({ role }) => role === 'customer').flatMap(({ sentences }) => sentences);

/** Reading tone takes longer than reading acts, so it is done only where an act hints at hostility. */
const hostilityOf = (sentences: readonly Sentence[], plain: readonly PlainSentence[], { readTone }: Models): number =>
  sentences.some(({ acts }) => Math.max(acts.insult ?? 0, acts['mirror-hostility'] ?? 0) >= hintFrom)
    ? readTone(plain).hostility
    : 0;

const hintFrom = 0.2;

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
