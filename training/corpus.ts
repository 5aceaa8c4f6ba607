/** Reads the labelled service corpus of the sibling data folder into the product's own nouns. */
import {
  type Act,
  act,
  type Channel,
  type Conversation,
  channels,
  emotionLabel,
  type QualityId,
  qualityId,
  type ScoreVerdict,
  scoreVerdict,
} from '@rapport/contract';
import { authorKey, type Reading, type ReadMessage, type Sentence } from '@rapport/qualities/reading';
import { z } from 'zod';

const turn = z.object({
  role: z.enum(['customer', 'agent', 'bot', 'system', 'note']),
  author: z.string(),
  t: z.string().optional(),
  text: z.string(),
  emotion: z.object({ valence: z.number(), label: emotionLabel }).nullish(),
  sentences: z.array(z.object({ text: z.string(), acts: z.array(act) })).optional(),
});
export const corpusLine = z.object({
  id: z.string(),
  channel: z.string(),
  turns: z.array(turn),
  moments: z.array(
    z.object({
      quality: qualityId,
      agent: z.string(),
      trigger: z.object({ turn: z.int(), quote: z.string() }).nullable(),
      response: z.object({ turn: z.int(), quote: z.string() }).nullable(),
      verdict: scoreVerdict,
    }),
  ),
  verdicts: z.record(z.string(), z.partialRecord(qualityId, scoreVerdict)),
});
export type CorpusLine = z.infer<typeof corpusLine>;
export type Labelled = Record<string, Partial<Record<QualityId, ScoreVerdict>>>;

/** Lines of a corpus file, checked; throws when a line does not fit the form. */
export const readCorpus = (text: string): CorpusLine[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => corpusLine.parse(JSON.parse(line)));

const channelOf = (raw: string): Channel =>
  raw === 'whatsapp' ? 'messaging' : (channels.find((one) => one === raw) ?? 'other');

export const conversationOf = (line: CorpusLine): Conversation => ({
  id: line.id,
  channel: channelOf(line.channel),
  channelRaw: line.channel,
  subject: '',
  customer: line.turns.find((one) => one.role === 'customer')?.author ?? null,
  assignee: null,
  status: null,
  tags: [],
  resolved: null,
  csatRaw: null,
  csatMax: null,
  language: null,
  outcomes: {},
  messages: line.turns.map((one, index) => ({
    id: String(index + 1),
    at: one.t ? new Date(one.t).toISOString() : null,
    role: one.role === 'note' ? 'agent' : one.role,
    author: one.author,
    text: one.text,
    visibility: one.role === 'note' ? 'internal' : 'public',
  })),
});

/** A reading made from the hand-written labels instead of the reader: what the rules do with perfect acts. */
export const labelledReading = (line: CorpusLine, read: Reading): Reading => {
  const messages = read.messages.map((one, index): ReadMessage => {
    const labelled = line.turns[index];
    if (!labelled?.sentences || (labelled.role !== 'agent' && labelled.role !== 'customer')) return one;
    const emotion = labelled.emotion
      ? { messageId: one.message.id, valence: labelled.emotion.valence / 2, label: labelled.emotion.label }
      : null;
    return { ...one, emotion, sentences: placed(labelled.text, labelled.sentences) };
  });
  const agents = [...new Set(messages.filter((one) => one.scorable).map((one) => authorKey(one.message)))];
  return { ...read, messages, agents };
};

const placed = (text: string, sentences: readonly { text: string; acts: readonly Act[] }[]): Sentence[] => {
  let from = 0;
  return sentences.map((sentence) => {
    const found = text.indexOf(sentence.text, from);
    const start = found < 0 ? from : found;
    const end = Math.min(text.length, start + sentence.text.length);
    from = end;
    return {
      start,
      end,
      text: text.slice(start, end),
      words:
        text
          .slice(start, end)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [],
      acts: Object.fromEntries(sentence.acts.map((one) => [one, 0.9])),
    };
  });
};
