/**
 * Sentences of neighbouring fields that say something about a few acts only: greetings, thanks and goodbyes of customers
 * in service chats, and business mail that asks for, tells to do or commits to something. All other acts are left open.
 */
import type { Act } from '@rapport/contract';
import { z } from 'zod';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import { findWords } from '../packages/qualities/src/text/find-words.ts';
import { type CorpusConversation, foldCount } from './read-service.ts';

const chatRow = z.object({
  id: z.string(),
  group: z.string(),
  text: z.string(),
  labels: z.object({ intents: z.array(z.string()) }),
});
const mailRow = z.object({ id: z.string(), text: z.string(), labels: z.object({ intent: z.boolean() }) });

const actOfIntent = new Map<string, Act>([
  ['openinggreeting', 'greet'],
  ['thankyou', 'thank'],
  ['closinggreeting', 'farewell'],
]);
const chatActs: readonly Act[] = [...actOfIntent.values()];
const mailActs: readonly Act[] = ['ask', 'instruct', 'promise'];

/** Of every hundred sentences, so many are used: chats repeat "hi" and "thank you" without end. */
const chatShare = (intents: readonly string[]): number => (intents.some((name) => actOfIntent.has(name)) ? 20 : 6);

export const readChatSentences = (rows: readonly unknown[]): CorpusConversation[] =>
  rows.flatMap((row) => {
    const { id, group, text, labels } = chatRow.parse(row);
    if ((hashText(id) >>> 0) % 100 >= chatShare(labels.intents)) return [];
    const acts = labels.intents.flatMap((name) => actOfIntent.get(name) ?? []);
    return [neighbourOf('chat', group, 'customer', text, acts, chatActs)];
  });

/** One mail of five is kept for measuring. */
export const isMailForMeasuring = (id: string): boolean => (hashText(id) >>> 0) % 5 === 0;

export const readMailSentences = (rows: readonly unknown[]): CorpusConversation[] =>
  rows.flatMap((row) => {
    const { id, text, labels } = mailRow.parse(row);
    if (isMailForMeasuring(id)) return [];
    const act = labels.intent ? [likelyAct(text)] : [];
    // Which of the three it is was not labelled, so a yes says nothing about the other two.
    const asAgent = neighbourOf('mail', id, 'agent', text, act, labels.intent ? act : mailActs);
    return labels.intent ? [asAgent] : [asAgent, neighbourOf('mail', id, 'customer', text, [], ['ask'])];
  });

const likelyAct = (text: string): Act => {
  if (text.includes('?')) return 'ask';
  return /\b(?:i|we)(?:'ll|’ll| will| shall| can| am going| are going)\b/i.test(text) ? 'promise' : 'instruct';
};

const neighbourOf = (
  kind: 'chat' | 'mail',
  group: string,
  role: 'agent' | 'customer',
  text: string,
  labels: readonly Act[],
  judged: readonly Act[],
): CorpusConversation => ({
  id: group,
  kind,
  fold: (hashText(group) >>> 0) % foldCount,
  turns: [{ role, text, emotion: null, sentences: [{ text, words: findWords(text), labels, judged }] }],
});
