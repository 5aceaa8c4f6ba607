/**
 * A conversation to what every rule reads: sentences with their acts, feelings of customers, hostility, waits.
 *
 *     const reading = readConversation(conversation, { languageOf });
 */
import type { Conversation, Message } from '@rapport/contract';
import { isScorable } from '@rapport/contract';
import type { PlainSentence, ReadTurn } from './acts/act-reader.ts';
import { chanceOfAct, noActs } from './acts/act-row.ts';
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
    texts.map(({ text }, index) => ({ text, author: authorOf(conversation.messages[index]) })),
    options.languageOf,
  );
  const reader = { models, names: namesOf(conversation.messages.map(({ author }) => author)) };
  for (const [index, message] of conversation.messages.entries()) {
    const written = texts[index] ?? noText;
    const read = readMessage(message, index, before, waits, written, languages[index] ?? unknownLanguage, reader);
    messages.push(read.message);
    if (message.visibility === 'public' && message.role !== 'system') {
      before.push(read.turn);
      if (before.length > memory) before.shift();
    }
  }
  const agents = new Set<string>();
  for (const { message, scorable } of messages) if (scorable) agents.add(authorKey(message));
  const { earlier = [], ...rest } = options;
  return {
    conversation,
    messages,
    agents: [...agents],
    earlier: earlier.map((one) => readConversation(one, rest, models)),
  };
};

const readMessage = (
  message: Message,
  index: number,
  before: readonly ReadTurn[],
  waits: WaitClock,
  written: Written,
  { language, isEnglish }: LanguageDecision,
  { models, names }: NamelessReader,
): { message: ReadMessage; turn: ReadTurn } => {
  const isCustomers = message.role === 'customer';
  const plain = isCustomers || !isEnglish ? written.sentences : withoutPadding(written.sentences, heardIn(before));
  const auto = !isCustomers && isAutoReply(written.text);
  const masked = maskNames(plain, names);
  const acts = isEnglish && !auto ? models.readActs({ role: message.role, sentences: masked }, before) : [];
  const sentences = plain.map(({ start, end, text, words }, at) => ({
    start,
    end,
    text,
    words,
    acts: acts[at] ?? noActs,
  }));
  const scorable = isScorable(message) && isEnglish && !auto && sentences.length > 0;
  const told =
    masked === plain ? sentences : masked.map(({ text, words }, at) => ({ text, words, acts: acts[at] ?? noActs }));
  const feeling = isCustomers && isEnglish && sentences.length > 0 ? models.readFeeling(told, before) : null;
  const emotion = feeling && { messageId: message.id, valence: feeling.valence, label: feeling.label };
  const hostility = hostilityOf(sentences, plain, models);
  const waitSeconds = waits.answer(message, auto);
  return {
    message: { index, message, sentences, scorable, emotion, language, hostility, waitSeconds },
    turn: { role: message.role, sentences: told, ...(feeling && { mood: feeling.mood }) },
  };
};

/** The models, and the names of the conversation's authors, which they do not see. */
interface NamelessReader {
  models: Models;
  names: ReadonlySet<string>;
}

/** A message as its author wrote it to the other side. */
interface Written {
  sentences: TextSentence[];
  /** All of them in one line. */
  text: string;
}

const noText: Written = { sentences: [], text: '' };

const unknownLanguage: LanguageDecision = { language: null, isEnglish: true };

const writtenTexts = ({ messages }: Conversation): Written[] => {
  const customers = [...new Set(messages.filter(({ role }) => role === 'customer').map(({ author }) => author))];
  return messages.map(({ role, text, author }) => {
    const sentences = role === 'customer' ? readText(text) : readReply(text, { author, customers });
    return { sentences, text: sentences.map((one) => one.text).join(' ') };
  });
};

const authorOf = (message: Message | undefined): string => (message ? `${message.role} ${authorKey(message)}` : '');

const heardIn = (before: readonly ReadTurn[]): readonly PlainSentence[] => {
  const heard: PlainSentence[] = [];
  for (const { role, sentences } of before) if (role === 'customer') for (const one of sentences) heard.push(one);
  return heard;
};

/** Reading tone takes longer than reading acts, so it is done only where an act hints at hostility. */
const hostilityOf = (sentences: readonly Sentence[], plain: readonly PlainSentence[], { readTone }: Models): number =>
  sentences.some(
    ({ acts }) => chanceOfAct(acts, 'insult') >= hintFrom || chanceOfAct(acts, 'mirror-hostility') >= hintFrom,
  )
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
