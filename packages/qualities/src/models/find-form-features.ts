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

const keyOf = Object.fromEntries(forms.map((form) => [form, hashText(`F:${form}`)])) as Record<Form, number>;
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
  const set = (form: Form): void => {
    const bit = 1 << forms.indexOf(form);
    if ((found & bit) !== 0) return;
    found |= bit;
    list.add(keyOf[form]);
  };
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
      if (code >= 48 && code <= 57) set('digit');
      else if (!isLower(code) && code !== 32) findMark(text, at, code, next, set);
    }
    if (code !== 32) lastSolid = code;
    before = code;
  }
  const first = text.charCodeAt(0);
  if (isLower(first)) set('lower start');
  if (lastCapital >= 0 && wordCount <= 6) set('name at end');
  list.add(capitalRuns[Math.min(runs, 3)] ?? 0);
  list.add(namesInside[Math.min(names, 3)] ?? 0);
  list.add(lengths[stepOf(wordCount)] ?? 0);
  list.add(ends[endOf(lastSolid)] ?? 0);
};

const findMark = (text: string, at: number, code: number, next: number, set: (form: Form) => void): void => {
  if (code === 63) set(next === 63 || next === 33 ? 'questions' : 'question');
  else if (code === 33) set(next === 33 ? 'bangs' : 'bang');
  else if ((code === 46 && next === 46) || code === 0x2026) set('dots');
  else if (code === 58 || code === 59) {
    const mouth = next === 45 ? text.charAt(at + 2) : text.charAt(at + 1);
    if (mouth !== '' && ')D(P'.includes(mouth)) set('smiley');
    else if (mouth === '/' && text.charAt(at + 2) === '/') set('link');
    else if (code === 58) set('colon');
  } else if (code === 34 || code === 0x201c) set('quote');
  else if (code === 36 || code === 0x20ac || code === 0xa3) set('money');
  else if (code === 44) set('comma');
  else if ((code >= 0x2600 && code <= 0x27bf) || (code >= 0xd83c && code <= 0xd83e)) set('emoji');
};

const isLower = (code: number): boolean => code >= 97 && code <= 122;

const stepOf = (wordCount: number): number => {
  const steps = [1, 2, 4, 7, 11, 17, 26];
  const index = steps.findIndex((step) => wordCount <= step);
  return index < 0 ? 7 : index;
};

const endOf = (code: number): number => {
  if ((code | 32) >= 97 && (code | 32) <= 122) return 6;
  const index = endCharacters.indexOf(String.fromCharCode(code));
  return index < 0 ? 7 : index;
};
