/**
 * How well the acts are read: precision, recall and F1 per act on the labelled service corpus beside the repository.
 *
 *     npx tsx bench/acts.ts            dev part
 *     npx tsx bench/acts.ts train      train part and single sentences
 *     npx tsx bench/acts.ts dev ask    dev part, and the errors made on one act
 *     npx tsx bench/acts.ts fit        measures the weights of all cues anew on the train part and the single sentences,
 *                                      and writes packages/qualities/src/acts/generated/
 *     npx tsx bench/acts.ts fit-feelings   the same for feelings, afterwards: they are read from acts
 *
 * The corpus was written and labelled by language models; two blind raters of the same kind reach macro-F1 .76.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Act, AuthorRole, EmotionLabel } from '@rapport/contract';
import { agentActs, customerActs } from '@rapport/contract';
import type { ReadTurn } from '../packages/qualities/src/acts/act-reader.ts';
import { agentCues } from '../packages/qualities/src/acts/agent-cues.ts';
import { customerCues } from '../packages/qualities/src/acts/customer-cues.ts';
import { findBackground, findCircumstances } from '../packages/qualities/src/acts/find-circumstances.ts';
import { type LabelledSentence, measureWeights } from '../packages/qualities/src/acts/measure-weights.ts';
import { createPatternReader, readActsByPattern } from '../packages/qualities/src/acts/pattern-reader.ts';
import { findFeelingFeatures } from '../packages/qualities/src/emotion/feeling-features.ts';
import { type Feeling, findEmotion } from '../packages/qualities/src/emotion/find-emotion.ts';
import { type LabelledFeeling, measureFeelings } from '../packages/qualities/src/emotion/measure-feelings.ts';
import { findSigns } from '../packages/qualities/src/emotion/signs.ts';
import { findSentenceRanges } from '../packages/qualities/src/text/find-sentences.ts';
import { findWords } from '../packages/qualities/src/text/find-words.ts';
import { readText } from '../packages/qualities/src/text/read-text.ts';
import { spellOut } from '../packages/qualities/src/text/spell-out.ts';
import { keepTable } from './table.ts';

interface LabelledTurn {
  role: AuthorRole | 'note';
  text: string;
  emotion?: { valence: number; label: EmotionLabel };
  sentences?: { text: string; acts: Act[] }[];
}

interface Judged {
  role: 'agent' | 'customer';
  text: string;
  context: string;
  truth: readonly Act[];
  seen: Partial<Record<Act, number>>;
}

const folder = new URL('../../shared/data/service/', import.meta.url);

const readLines = <T>(file: string): T[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // The corpus is ours and checked by its own program; its shape is trusted here.
    .map((line) => JSON.parse(line) as T);

const plain = (text: string) => ({ text, words: findWords(text) });

const judgeConversation = (turns: readonly LabelledTurn[]): Judged[] => {
  const before: ReadTurn[] = [];
  const judged: Judged[] = [];
  for (const turn of turns) {
    if (turn.role === 'note') continue;
    const texts = turn.sentences?.map((one) => one.text) ?? cut(turn.text);
    const sentences = texts.map(plain);
    const acts = readActsByPattern({ role: turn.role, sentences }, before);
    const context = before.at(-1)?.sentences.at(-1)?.text ?? '';
    if (turn.sentences && (turn.role === 'agent' || turn.role === 'customer')) {
      for (const [index, one] of turn.sentences.entries()) {
        judged.push({ role: turn.role, text: one.text, context, truth: one.acts, seen: acts[index] ?? {} });
      }
    }
    before.push({ role: turn.role, sentences: sentences.map((one, index) => ({ ...one, acts: acts[index] ?? {} })) });
  }
  return judged;
};

const cut = (text: string): string[] => findSentenceRanges(text).map((range) => text.slice(range.start, range.end));

interface Single {
  role: 'agent' | 'customer';
  text: string;
  acts: Act[];
  context: { role: AuthorRole; text: string }[];
  emotion?: { valence: number; label: EmotionLabel };
}

const turnsOf = ({ role, text, acts, context, emotion }: Single): LabelledTurn[] => [
  ...context.map((turn) => ({ role: turn.role, text: turn.text })),
  { role, text, sentences: [{ text, acts }], ...(emotion && { emotion }) },
];

const judgeSingle = (one: Single): Judged[] => judgeConversation(turnsOf(one));

/** Sentences as the weights are measured on: the turns before carry their true acts, where they are labelled. */
const labelConversation = (
  turns: readonly LabelledTurn[],
  weight: number,
  readBlind = createPatternReader(null, null),
) => {
  const before: ReadTurn[] = [];
  const labelled: (LabelledSentence & { role: 'agent' | 'customer' })[] = [];
  for (const { role, text, sentences } of turns) {
    if (role === 'note') continue;
    const read = (sentences?.map((one) => one.text) ?? cut(text)).map(plain);
    if (sentences && (role === 'agent' || role === 'customer')) {
      const background = findBackground(role, before);
      for (const [index, { acts }] of sentences.entries()) {
        const sentence = read[index] ?? plain('');
        const spelled = spellOut(sentence.words);
        const circumstances = findCircumstances(sentence, spelled, background, role, index, read.length);
        labelled.push({ role, spelled, circumstances, acts, weight });
      }
    }
    const seen = sentences
      ? sentences.map(({ acts }) => Object.fromEntries(acts.map((act) => [act, 1])))
      : readBlind({ role, sentences: read }, before);
    before.push({ role, sentences: read.map((one, index) => ({ ...one, acts: seen[index] ?? {} })) });
  }
  return labelled;
};

/** Single sentences were collected act by act, so they say little about how often an act occurs. */
const weightOfSingle = 0.15;

/** Every customer message with a labelled feeling, as the product itself would read it. */
const labelFeelings = (turns: readonly LabelledTurn[], weight: number): (LabelledFeeling & { seen: Feeling })[] => {
  const before: ReadTurn[] = [];
  const labelled: (LabelledFeeling & { seen: Feeling })[] = [];
  for (const { role, text, emotion } of turns) {
    if (role === 'note' || role === 'system') continue;
    const plainSentences = readText(text);
    const acts = readActsByPattern({ role, sentences: plainSentences }, before);
    const sentences = plainSentences.map((one, index) => ({ ...one, acts: acts[index] ?? {} }));
    const seen = role === 'customer' ? findEmotion(sentences, before) : null;
    if (seen && emotion) {
      const features = findFeelingFeatures(sentences, before, findSigns(sentences, before));
      labelled.push({ features, label: emotion.label, valence: emotion.valence / 2, weight, seen });
    }
    before.push({ role, sentences, ...(seen && { mood: seen.mood }) });
  }
  return labelled;
};

const weightOfSingleFeeling = 0.3;

const fitFeelings = (): void => {
  const measured = measureFeelings([
    ...readLines<{ turns: LabelledTurn[] }>('train.jsonl').flatMap((one) => labelFeelings(one.turns, 1)),
    ...readLines<Single>('sentences.jsonl').flatMap((one) => labelFeelings(turnsOf(one), weightOfSingleFeeling)),
  ]);
  writeFileSync(
    new URL('../packages/qualities/src/emotion/generated/feeling-weights.ts', import.meta.url),
    `${head}import type { FeelingWeights } from '../measure-feelings.ts';\n\nexport const feelingWeights: FeelingWeights = ${JSON.stringify(measured)};\n`,
  );
  console.log(`feelings: ${measured.features.length} features`);
};

const head = '// Written by `npx tsx bench/acts.ts fit`; measured on the service corpus (Apache-2.0).\n';

const printFeelings = (conversations: readonly { turns: LabelledTurn[] }[]): string => {
  const labelled = conversations.flatMap((one) => labelFeelings(one.turns, 1));
  const truth = ranks(labelled.map((one) => one.valence));
  const seen = ranks(labelled.map((one) => one.seen.valence));
  const right = labelled.filter((one) => one.label === one.seen.label).length;
  const said = `${labelled.length} customer messages: valence rho ${correlate(truth, seen).toFixed(3)}, label right ${(right / labelled.length).toFixed(3)} of 12 labels.`;
  console.log(said);
  return said;
};

const ranks = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
};

const correlate = (a: readonly number[], b: readonly number[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (f: (x: number, y: number) => number) =>
    a.reduce((total, x, index) => total + f(x - meanA, (b[index] ?? 0) - meanB), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
};

const fit = (): void => {
  const readBlind = createPatternReader(null, null);
  const conversations = readLines<{ turns: LabelledTurn[] }>('train.jsonl');
  const singles = readLines<Single>('sentences.jsonl');
  const labelled = [
    ...conversations.flatMap((one) => labelConversation(one.turns, 1, readBlind)),
    ...singles.flatMap((one) => labelConversation(turnsOf(one), weightOfSingle, readBlind)),
  ];
  for (const [role, acts, cues, name] of [
    ['agent', agentActs, agentCues, 'packedAgentWeights'],
    ['customer', customerActs, customerCues, 'packedCustomerWeights'],
  ] as const) {
    const packed = measureWeights(
      acts,
      cues,
      labelled.filter((one) => one.role === role),
    );
    const file = new URL(`../packages/qualities/src/acts/generated/${role}-weights.ts`, import.meta.url);
    writeFileSync(
      file,
      `${head}import type { PackedWeights } from '../weights.ts';\n\nexport const ${name}: PackedWeights | null = ${JSON.stringify(packed)};\n`,
    );
    console.log(`${file.pathname}: ${cues.length} cues, ${packed.vocabulary.split('\n').length} words and pairs`);
  }
};

const main = (part: string, shown: string | undefined): void => {
  if (!existsSync(folder)) {
    console.log('Skipped: the labelled service corpus (../shared/data/service) is not beside this repository.');
    return;
  }
  if (part.startsWith('fit')) {
    (part === 'fit' ? fit : fitFeelings)();
    return;
  }
  const conversations = readLines<{ turns: LabelledTurn[] }>(part === 'train' ? 'train.jsonl' : 'dev.jsonl');
  const judged = conversations.flatMap((one) => judgeConversation(one.turns));
  if (part === 'train') judged.push(...readLines<Single>('sentences.jsonl').flatMap(judgeSingle));
  const f1s: number[] = [];
  const rows: (string | number)[][] = [];
  for (const [role, acts] of [
    ['agent', agentActs],
    ['customer', customerActs],
  ] as const) {
    console.log(`\n${role.padEnd(22)}precision  recall      F1       n`);
    for (const act of acts) {
      const { precision, recall, f1, n } = score(judged, role, act);
      f1s.push(f1);
      rows.push([role, act, ...[precision, recall, f1].map((share) => share.toFixed(2)), n]);
      console.log(
        `${act.padEnd(22)}${[precision, recall, f1].map((x) => x.toFixed(2).padStart(8)).join('  ')}${String(n).padStart(8)}`,
      );
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  console.log(
    `\n${judged.length} sentences · macro-F1 agents ${mean(f1s.slice(0, agentActs.length)).toFixed(3)}, customers ${mean(f1s.slice(agentActs.length)).toFixed(3)}, all ${mean(f1s).toFixed(3)}`,
  );
  const feelings = printFeelings(conversations);
  if (shown) showErrors(judged, shown as Act);
  else if (part === 'dev') {
    keepTable({
      name: 'acts',
      title: 'Acts and feelings against the labelled corpus',
      about: `${judged.length} sentences of 48 conversations, the dev part. Texts and labels are by language models; two blind raters of that kind reach a macro-F1 of .76 on acts.`,
      columns: ['side', 'act', 'precision', 'recall', 'F1', 'sentences'],
      rows: [...rows, ['both', 'macro-F1', '', '', mean(f1s).toFixed(3), judged.length]],
      notes: [
        feelings,
        'Settings were chosen on this part, so the figures are slightly kind; acts with ten sentences or fewer are noisy.',
      ],
    });
  }
};

const score = (judged: readonly Judged[], role: string, act: Act) => {
  let right = 0;
  let claimed = 0;
  let n = 0;
  for (const one of judged) {
    if (one.role !== role) continue;
    const isTrue = one.truth.includes(act);
    const isSeen = (one.seen[act] ?? 0) >= 0.5;
    if (isTrue) n += 1;
    if (isSeen) claimed += 1;
    if (isTrue && isSeen) right += 1;
  }
  const precision = claimed ? right / claimed : 0;
  const recall = n ? right / n : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0, n };
};

const showErrors = (judged: readonly Judged[], act: Act): void => {
  for (const one of judged) {
    const isTrue = one.truth.includes(act);
    const probability = one.seen[act] ?? 0;
    if (isTrue === probability >= 0.5) continue;
    console.log(
      `${isTrue ? 'unseen ' : 'wrongly'} ${one.role} ${probability.toFixed(2)} «${one.context.slice(-60)}» ${one.text} [${one.truth.join(',')}]`,
    );
  }
};

main(process.argv[2] ?? 'dev', process.argv[3]);
