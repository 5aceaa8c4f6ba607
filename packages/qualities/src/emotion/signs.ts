/** What in a customer's words speaks for which feeling: words with their strength, negation, form, and acts. */
import type { EmotionLabel } from '@rapport/contract';
import type { ActProbabilities, PlainSentence, ReadTurn } from '../acts/act-reader.ts';
import { isShouted } from '../text/is-shouted.ts';
import { spellOut } from '../text/spell-out.ts';
import { feelingWords } from './feeling-words.ts';

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
const valenceOfAct: Partial<Record<string, number>> = {
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
  greet: 0,
};

const labelOfAct: Partial<Record<string, readonly [EmotionLabel, number]>> = {
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

export const findSigns = (sentences: readonly FeltSentence[], before: readonly ReadTurn[]): Signs => {
  const tendencies: Partial<Record<EmotionLabel, number>> = {};
  const lean = (label: EmotionLabel, by: number): void => {
    tendencies[label] = (tendencies[label] ?? 0) + by;
  };
  let sum = 0;
  for (const sentence of sentences) {
    for (const [act, probability] of Object.entries(sentence.acts)) {
      if (probability < 0.3) continue;
      sum += (valenceOfAct[act] ?? 0) * probability;
      const leaning = labelOfAct[act];
      if (leaning) lean(leaning[0], leaning[1] * probability);
    }
    sum += wordsOf(sentence, lean) + formOf(sentence, lean);
  }
  const mood = moodBefore(before);
  return { valence: Math.tanh(sum * 0.7 + (mood ?? 0) * 0.6), mood, tendencies };
};

const wordsOf = (sentence: FeltSentence, lean: (label: EmotionLabel, by: number) => void): number => {
  const spelled = spellOut(sentence.words);
  let sum = 0;
  for (let at = 0; at < spelled.length; at += 1) {
    const felt = feelingWords.get(spelled[at] ?? '') ?? feelingWords.get(`${spelled[at]} ${spelled[at + 1]}`);
    if (!felt) continue;
    let strength = felt.valence;
    for (let back = 1; back <= 3 && at - back >= 0; back += 1) {
      const word = spelled[at - back] ?? '';
      if (negations.has(word)) strength *= strength > 0 ? -0.7 : -0.3;
      else if (back <= 2 && strengtheners.has(word)) strength *= 1.4;
      else if (back <= 2 && weakeners.has(word)) strength *= 0.6;
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
