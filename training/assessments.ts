/**
 * Labelled verdicts beside what the product sees of the same replies, with acts and moods as read by models that did not
 * see the conversation: weights learned from readings that are too good would trust the reader too much.
 */
import type { QualityId, ScoreVerdict } from '@rapport/contract';
import { allQualities } from '../packages/qualities/src/all-qualities.ts';
import { conversationOfExample } from '../packages/qualities/src/example-conversation.ts';
import { hashText } from '../packages/qualities/src/models/hash.ts';
import type { Models } from '../packages/qualities/src/models/load-models.ts';
import { readConversation } from '../packages/qualities/src/read-conversation.ts';
import { authorKey, type Reading, type ReadMessage } from '../packages/qualities/src/reading.ts';
import { type CorpusLine, conversationOf, labelledReading } from './corpus.ts';
import { type CorpusConversation, foldCount } from './read-service.ts';
import type { ActsRead } from './train-acts.ts';
import type { MoodsRead } from './train-feelings.ts';

export interface Assessment {
  id: string;
  agent: string;
  reading: Reading;
  verdicts: Partial<Record<QualityId, ScoreVerdict>>;
  /** Conversations of one fold are judged by weights that saw none of them. */
  fold: number;
  /** How much it counts; the corpus' conversations count 1. */
  importance: number;
}

export const assessmentsOf = (
  line: CorpusLine,
  conversation: CorpusConversation,
  acts: ActsRead,
  moods: MoodsRead,
): Assessment[] => {
  const reading = readBlindly(line, conversation, acts, moods);
  return Object.entries(line.verdicts).flatMap(([agent, verdicts]) =>
    reading.agents.includes(agent)
      ? [{ id: line.id, agent, reading, verdicts, fold: conversation.fold, importance: importanceOf(conversation) }]
      : [],
  );
};

/** Own conversations were written to be hard and judged by other raters than the corpus. */
const importanceOf = ({ kind }: CorpusConversation): number => (kind === 'whole' ? 1 : 0.4);

/**
 * The short dialogues of each quality, judged for that quality alone. They name the hard cases, so each counts for
 * several ordinary conversations.
 */
export const exampleAssessments = (models: Models): Assessment[] =>
  allQualities.flatMap(({ id, examples }) =>
    examples.flatMap(({ title, turns, agent, expect }): Assessment[] => {
      const reading = readConversation(conversationOfExample(turns), {}, models);
      const judged = agent ?? reading.agents[0];
      if (judged === undefined) return [];
      const fold = (hashText(title) >>> 0) % foldCount;
      return [
        {
          id: `${id}: ${title}`,
          agent: judged,
          reading,
          verdicts: { [id]: expect },
          fold,
          importance: exampleImportance,
        },
      ];
    }),
  );

const exampleImportance = 5;

/** The corpus' turns without notes, in order, are the conversation's turns. */
const readBlindly = (line: CorpusLine, { turns }: CorpusConversation, acts: ActsRead, moods: MoodsRead): Reading => {
  const plain = labelledReading(line, readConversation(conversationOf(line), {}, deaf));
  const spoken = line.turns.flatMap(({ role }, index) => (role === 'note' ? [] : [index]));
  const messages = plain.messages.map((read, index): ReadMessage => {
    const turn = turns[spoken.indexOf(index)];
    if (!turn || (turn.role !== 'agent' && turn.role !== 'customer')) return read;
    const sentences = read.sentences.map((one, at) => {
      const sentence = turn.sentences[at];
      return { ...one, acts: (sentence && acts.get(sentence)) ?? {} };
    });
    const mood = moods.get(turn);
    const emotion = read.emotion && mood !== undefined ? { ...read.emotion, valence: mood } : read.emotion;
    return { ...read, sentences, emotion };
  });
  const agents = [...new Set(messages.filter(({ scorable }) => scorable).map(({ message }) => authorKey(message)))];
  return { ...plain, messages, agents };
};

/** Sentences and waits are wanted from the reading, not what a model thinks of them. */
const deaf: Models = {
  readActs: ({ sentences }) => sentences.map(() => ({})),
  readFeeling: () => ({ valence: 0, label: 'neutral', probabilities: noFeelings, mood: 0 }),
  readTone: () => ({ politeness: 0.5, politenessClass: 'neutral', hostility: 0 }),
  probabilityOf: (_side, _act, read) => read,
};

const noFeelings = {
  angry: 0,
  frustrated: 0,
  disappointed: 0,
  worried: 0,
  sad: 0,
  confused: 0,
  impatient: 0,
  neutral: 1,
  hopeful: 0,
  relieved: 0,
  pleased: 0,
  grateful: 0,
};
