/**
 * Labelled sentences written for this project, kept beside the training code. A heading names the acts, and for customers
 * the feeling, of the lines below it; `question => answer` gives the turn before.
 */
import { act, type EmotionLabel, emotionLabel } from '@rapport/contract';
import { z } from 'zod';
import { type CorpusConversation, parseSentence } from './read-service.ts';

const valenceOf: Record<EmotionLabel, number> = {
  angry: -2,
  frustrated: -1,
  disappointed: -1,
  worried: -1,
  sad: -1,
  confused: -1,
  impatient: -1,
  neutral: 0,
  hopeful: 1,
  relieved: 1,
  pleased: 1,
  grateful: 1,
};

/** Throws on a heading that names an unknown act or feeling, so that a slip cannot pass for a label. */
export const parseOwnSentences = (
  text: string,
  role: 'agent' | 'customer',
  file: string = role,
): CorpusConversation[] => {
  let acts: string[] = [];
  let label: EmotionLabel | null = null;
  const found: CorpusConversation[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    if (line.startsWith('#')) {
      const [names = '', feeling] = line.slice(1).split('/');
      acts = z.array(act).parse(
        names
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      );
      label = feeling === undefined ? null : emotionLabel.parse(feeling.trim());
      continue;
    }
    const [own = '', before] = line.split(' => ').reverse();
    found.push(
      parseSentence({
        id: `own-${file}-${index}`,
        role,
        text: own,
        acts,
        context: before === undefined ? [] : [{ role: role === 'agent' ? 'customer' : 'agent', text: before }],
        emotion: label === null ? null : { label, valence: valenceOf[label] },
      }),
    );
  }
  return found;
};
