/** Features of how a sentence is written: punctuation, capitals, numbers, smileys, length. One pass, no regex. */
import type { FeatureList } from './feature-list.ts';
import { hashText } from './hash.ts';

const forms = [
  'question',
  'questions',
  'bang',
  'bangs',
  'dots',
  'smiley',
  'emoji',
  'colon',
  'quote',
  'digit',
  'money',
  'link',
  'comma',
  'lower start',
  'name at end',
] as const;
type Form = (typeof forms)[number];

/** A bit to remember that it was seen, and the feature it stands for. */
interface Mark {
  bit: number;
  key: number;
}

// Built from the complete list of forms, so every one is there.
const marks = Object.fromEntries(
  forms.map((form, index): [Form, Mark] => [form, { bit: 1 << index, key: hashText(`F:${form}`) }]),
) as Record<Form, Mark>;
const numbered = (name: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => hashText(`F:${name}${index}`));
const capitalRuns = numbered('capitals', 4);
const namesInside = numbered('names', 4);
const lengths = numbered('length', 8);
const ends = numbered('end', 8);
const endCharacters = '.?!,:)';

/** Adds the features of one sentence; `wordCount` is the number of its words. */
export const findFormFeatures = (text: string, wordCount: number, list: FeatureList): void => {
  let found = 0;
  let before = 32;
  let run = 0;
  let runs = 0;
  let names = 0;
  let lastCapital = -1;
  let lastSolid = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
    if (code >= 65 && code <= 90) {
      run += 1;
      if (run === 3) runs += 1;
      if (before === 32 && isLower(next)) {
        lastCapital = at;
        if (isLower(lastSolid) || lastSolid === 44) names += 1;
      } else if (before !== 32) lastCapital = -1;
    } else {
      run = 0;
      const mark = isLower(code) || code === 32 ? undefined : markAt(text, at, code, next);
      if (mark && (found & mark.bit) === 0) {
        found |= mark.bit;
        list.add(mark.key);
      }
    }
    if (code !== 32) lastSolid = code;
    before = code;
  }
  const first = text.charCodeAt(0);
  if (isLower(first)) list.add(marks['lower start'].key);
  if (lastCapital >= 0 && wordCount <= 6) list.add(marks['name at end'].key);
  list.add(capitalRuns[Math.min(runs, 3)] ?? 0);
  list.add(namesInside[Math.min(names, 3)] ?? 0);
  list.add(lengths[stepOf(wordCount)] ?? 0);
  list.add(ends[endOf(lastSolid)] ?? 0);
};

const markAt = (text: string, at: number, code: number, next: number): Mark | undefined => {
  if (code >= 48 && code <= 57) return marks.digit;
  if (code === 44) return marks.comma;
  if (code === 63) return next === 63 || next === 33 ? marks.questions : marks.question;
  if (code === 33) return next === 33 ? marks.bangs : marks.bang;
  if ((code === 46 && next === 46) || code === 0x2026) return marks.dots;
  if (code === 58 || code === 59) {
    const mouth = next === 45 ? text.charAt(at + 2) : text.charAt(at + 1);
    if (mouth !== '' && ')D(P'.includes(mouth)) return marks.smiley;
    if (mouth === '/' && text.charAt(at + 2) === '/') return marks.link;
    return code === 58 ? marks.colon : undefined;
  }
  if (code === 34 || code === 0x201c) return marks.quote;
  if (code === 36 || code === 0x20ac || code === 0xa3) return marks.money;
  if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) return marks.emoji;
  return undefined;
};

const isLower = (code: number): boolean => code >= 97 && code <= 122;

/** Most words of each step of length; anything longer is the last step. */
const steps = [1, 2, 4, 7, 11, 17, 26];

const stepOf = (wordCount: number): number => {
  let step = 0;
  while (step < steps.length && wordCount > (steps[step] ?? 0)) step += 1;
  return step;
};

const endOf = (code: number): number => {
  if ((code | 32) >= 97 && (code | 32) <= 122) return 6;
  const index = endCharacters.indexOf(String.fromCharCode(code));
  return index < 0 ? 7 : index;
};
