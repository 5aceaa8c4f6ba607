/** What the models read in a labelled corpus, sentence by sentence and message by message, beside its labels. */
import type { Act } from '@rapport/contract';
import type { ActProbabilities, ReadTurn } from '../packages/qualities/src/acts/act-reader.ts';
import type { Side } from '../packages/qualities/src/models/act-model.ts';
import type { Models } from '../packages/qualities/src/models/load-models.ts';
import type { CorpusConversation, CorpusEmotion } from '../training/read-service.ts';

export interface JudgedSentence {
  side: Side;
  text: string;
  truth: readonly Act[];
  read: ActProbabilities;
}

export interface JudgedMessage {
  truth: CorpusEmotion;
  valence: number;
  label: string;
  labelChance: number;
}

export interface Judged {
  sentences: JudgedSentence[];
  messages: JudgedMessage[];
}

export const judgeActs = (
  models: Pick<Models, 'readActs' | 'readFeeling'>,
  conversations: readonly CorpusConversation[],
): Judged => {
  const judged: Judged = { sentences: [], messages: [] };
  for (const { turns } of conversations) {
    const before: ReadTurn[] = [];
    for (const { role, sentences, emotion } of turns) {
      const acts = models.readActs({ role, sentences }, before);
      const read = sentences.map((one, index) => ({ ...one, acts: acts[index] ?? {} }));
      const feeling = role === 'customer' ? models.readFeeling(read, before) : null;
      if (role === 'agent' || role === 'customer') {
        for (const { labels, text, acts: own } of read)
          if (labels) judged.sentences.push({ side: role, text, truth: labels, read: own });
      }
      if (feeling && emotion) {
        const { valence, label, probabilities } = feeling;
        judged.messages.push({ truth: emotion, valence, label, labelChance: probabilities[label] });
      }
      before.push({ role, sentences: read, ...(feeling && { mood: feeling.mood }) });
    }
  }
  return judged;
};
