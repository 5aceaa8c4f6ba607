/** What in a customer's words speaks for which feeling: words with their strength, negation, form, and acts. */
import { type CustomerAct, customerActs, type EmotionLabel } from '@rapport/contract';
import type { ActProbabilities, PlainSentence, ReadTurn } from '../acts/act-reader.ts';
import { customerColumn, rowOf } from '../acts/act-row.ts';
import { longestKept } from '../text/find-words.ts';
import { isShouted } from '../text/is-shouted.ts';
import { spellOut } from '../text/spell-out.ts';
import { type FeelingWord, feelingWords } from './feeling-words.ts';

export type FeltSentence = PlainSentence & { acts: ActProbabilities };

export interface Signs {
  /** −1…1 */
  valence: number;
  /** Signs of the customer's message before, or null for their first. */
  mood: number | null;
  tendencies: Partial<Record<EmotionLabel, number>>;
}

const negations = new Set(['not', 'no', 'never', 'without', 'nothing', 'hardly', 'neither', 'nor', 'none']);
const strengtheners = new Set(
  'very so really extremely absolutely totally completely utterly incredibly beyond super too truly deeply such most bloody fucking freaking seriously honestly'.split(
    ' ',
  ),
);
const weakeners = new Set('bit slightly somewhat little fairly kinda quite rather'.split(' '));

/** How strongly each act speaks; from the middle of the scale, added over a message. */
const valenceOfAct: Partial<Record<CustomerAct, number>> = {
  complain: -0.5,
  insult: -0.6,
  'threaten-to-leave': -0.45,
  escalate: -0.35,
  'deny-resolved': -0.3,
  repeat: -0.28,
  chase: -0.3,
  'state-problem': -0.25,
  confused: -0.15,
  thank: 0.4,
  'confirm-resolved': 0.4,
  feedback: 0.25,
  farewell: 0.1,
};

const labelOfAct: Partial<Record<CustomerAct, readonly [EmotionLabel, number]>> = {
  complain: ['frustrated', 0.5],
  insult: ['angry', 1],
  'threaten-to-leave': ['angry', 0.4],
  escalate: ['angry', 0.5],
  'deny-resolved': ['frustrated', 0.5],
  repeat: ['frustrated', 0.5],
  chase: ['impatient', 0.9],
  confused: ['confused', 1.2],
  thank: ['grateful', 0.5],
  'confirm-resolved': ['pleased', 0.3],
  feedback: ['pleased', 0.3],
};

/** Both of the above, for the columns of acts that say something. */
const speakingActs = customerActs
  .map((act, at) => ({ column: customerColumn + at, valence: valenceOfAct[act] ?? 0, leaning: labelOfAct[act] }))
  .filter(({ valence, leaning }) => valence !== 0 || leaning !== undefined);

export const findSigns = (sentences: readonly FeltSentence[], before: readonly ReadTurn[]): Signs => {
  const tendencies: Partial<Record<EmotionLabel, number>> = {};
  const lean = (label: EmotionLabel, by: number): void => {
    tendencies[label] = (tendencies[label] ?? 0) + by;
  };
  let sum = 0;
  for (const sentence of sentences) {
    const { values } = rowOf(sentence.acts);
    for (const { column, valence, leaning } of speakingActs) {
      const probability = values[column] ?? 0;
      if (probability < 0.3) continue;
      sum += valence * probability;
      if (leaning) lean(leaning[0], leaning[1] * probability);
    }
    sum += wordsOf(sentence, lean) + formOf(sentence, lean);
  }
  const mood = moodBefore(before);
  return { valence: Math.tanh(sum * 0.7 + (mood ?? 0) * 0.6), mood, tendencies };
};

/** What a word, opened and mended, says of a feeling by itself and of the words behind it. */
interface FeltWord {
  text: string;
  felt: FeelingWord | undefined;
  /** Some expression of two words begins with it. */
  opens: boolean;
  negates: boolean;
  strengthens: boolean;
  weakens: boolean;
}

const openings = new Set(
  [...feelingWords.keys()].flatMap((words) => (words.includes(' ') ? [words.split(' ')[0]] : [])),
);

const feltWordOf = (text: string): FeltWord => ({
  text,
  felt: feelingWords.get(text),
  opens: openings.has(text),
  negates: negations.has(text),
  strengthens: strengtheners.has(text),
  weakens: weakeners.has(text),
});

/** Words remembered at most; memory must not grow with what people write. */
const memory = 30_000;
const known = new Map<string, readonly FeltWord[]>();

const feltWordsOf = (word: string): readonly FeltWord[] => {
  const found = known.get(word);
  if (found) return found;
  const parts = spellOut([word]).map(feltWordOf);
  if (known.size >= memory) known.clear();
  if (word.length <= longestKept) known.set(word, parts);
  return parts;
};

const wordsOf = (sentence: FeltSentence, lean: (label: EmotionLabel, by: number) => void): number => {
  const spelled: FeltWord[] = [];
  for (const word of sentence.words) for (const part of feltWordsOf(word)) spelled.push(part);
  let sum = 0;
  for (let at = 0; at < spelled.length; at += 1) {
    const word = spelled[at];
    const felt = word?.felt ?? (word?.opens ? feelingWords.get(`${word.text} ${spelled[at + 1]?.text}`) : undefined);
    if (!felt) continue;
    let strength = felt.valence;
    for (let back = 1; back <= 3 && at - back >= 0; back += 1) {
      const earlier = spelled[at - back];
      if (earlier?.negates) strength *= strength > 0 ? -0.7 : -0.3;
      else if (back <= 2 && earlier?.strengthens) strength *= 1.4;
      else if (back <= 2 && earlier?.weakens) strength *= 0.6;
    }
    sum += strength;
    if (felt.label && Math.sign(strength) === Math.sign(felt.valence)) lean(felt.label, Math.abs(strength) * 1.6);
  }
  return sum;
};

const gladEmoji = /[😀😁😂😃😄😅😊😍😘🙏❤💛💚💙🎉👍🥳🤗😌🙌💯✨☺]|(?:^|\s)[:;]-?[)D]|<3/u;
const sadEmoji = /[😡🤬😠😤😞😢😭😩😫🙄👎😒😖😣💔🤦]|(?:^|\s):-?[(/]/u;

const formOf = (sentence: FeltSentence, lean: (label: EmotionLabel, by: number) => void): number => {
  const { text } = sentence;
  let sum = 0;
  if (gladEmoji.test(text)) sum += 0.3;
  if (sadEmoji.test(text)) {
    sum -= 0.4;
    lean('frustrated', 0.3);
  }
  if (isShouted(text)) {
    sum -= 0.4;
    lean('angry', 0.7);
  }
  if (/\?{2,}|\?!/.test(text)) {
    sum -= 0.25;
    lean('impatient', 0.4);
  }
  if (/!{2,}/.test(text)) lean('angry', 0.2);
  return sum;
};

/** What the customer brought along: moods do not vanish between two lines, however dry the second. */
const moodBefore = (before: readonly ReadTurn[]): number | null =>
  before.findLast((turn) => turn.role === 'customer' && turn.mood !== undefined)?.mood ?? null;
