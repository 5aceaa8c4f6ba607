/**
 * How well the trained models read: acts, feelings, politeness and hostility on labelled data beside the repository, with
 * speed, loading time and size.
 *
 *     npx tsx bench/models.ts           models
 *     npx tsx bench/models.ts errors ask    and the errors made on one act of the service corpus
 *
 * The service corpus was written and labelled by language models; two blind raters of the same kind reach macro-F1 .76
 * for acts and a rank correlation of .90 for valence.
 */
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Act } from '@rapport/contract';
import { actColumns } from '../packages/qualities/src/models/act-model.ts';
import { loadModels, type Models } from '../packages/qualities/src/models/load-models.ts';
import { shippedBytes } from '../packages/qualities/src/models/shipped-models.ts';
import { readText } from '../packages/qualities/src/text/read-text.ts';
import { dataFolder, readRows } from '../training/data-sets.ts';
import { isMailForMeasuring } from '../training/read-neighbours.ts';
import { type CorpusConversation, parseConversation } from '../training/read-service.ts';
import { type Judged, judgeActs } from './judge-acts.ts';
import { areaUnderCurve, calibrationError, f1Of, rankCorrelation } from './measures.ts';
import { keepTable, rounded } from './table.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const tableOfActs = (models: Models, { sentences }: Judged): { f1s: number[]; errors: number[] } => {
  const f1s: number[] = [];
  const errors: number[] = [];
  const rows = actColumns.map(({ side, act }) => {
    const pairs = sentences
      .filter((one) => one.side === side)
      .map(({ truth, read }) => ({ isTrue: truth.includes(act), value: read[act] ?? 0 }));
    const { precision, recall, f1, n } = f1Of(pairs.map(({ isTrue, value }) => ({ isTrue, isSaid: value >= 0.5 })));
    const error = calibrationError(
      pairs.map(({ isTrue, value }) => ({ isTrue, probability: models.probabilityOf(side, act, value) })),
    );
    f1s.push(f1);
    errors.push(error);
    return [side, act, ...[precision, recall, f1, error].map((value) => rounded(value, 2)), n];
  });
  keepTable({
    name: 'models-acts',
    title: 'Acts, one by one',
    about: `${sentences.length} labelled sentences of the service corpus, dev part, held back from training.`,
    columns: ['side', 'act', 'precision', 'recall', 'F1', 'calibration error', 'n'],
    rows,
  });
  return { f1s, errors };
};

type Row = string | number;
type Line = [what: string, value: string, floor: string, n: number];

const labelsOf = (row: unknown): Record<string, unknown> => (row as { labels: Record<string, unknown> }).labels;
const textOf = (row: unknown): string => (row as { text: string }).text;

/** The largest value of any of the acts over the sentences of a text. */
const largest = (models: Models, role: 'customer' | 'other', text: string, wanted: readonly Act[]): number =>
  Math.max(
    0,
    ...models.readActs({ role, sentences: readText(text) }, []).flatMap((acts) => wanted.map((act) => acts[act] ?? 0)),
  );

const measurePoliteness = (models: Models): Line[] => {
  const rows = readRows('politeness/dev.jsonl').map((row) => {
    const { politeness, politenessClass } = models.readTone(readText(textOf(row)));
    // The published classes and sites of this set.
    const domain = (row as { meta: { domain: string } }).meta.domain;
    return { truth: String(labelsOf(row).class), said: politenessClass, politeness, domain };
  });
  const clear = (domain: string) => rows.filter((one) => one.domain === domain && one.truth !== 'neutral');
  const share = (domain: string): number =>
    mean(clear(domain).map((one) => (one.politeness >= 0.5 === (one.truth === 'polite') ? 1 : 0)));
  const f1 = mean(
    ['polite', 'neutral', 'impolite'].map(
      (name) => f1Of(rows.map(({ truth, said }) => ({ isTrue: truth === name, isSaid: said === name }))).f1,
    ),
  );
  return [
    ['polite against impolite, accuracy, Wikipedia', rounded(share('wikipedia'), 3), '.85', clear('wikipedia').length],
    ['the same, Stack Exchange', rounded(share('stackexchange'), 3), '.72', clear('stackexchange').length],
    ['polite, neutral, impolite, macro-F1', rounded(f1, 3), '.60', rows.length],
  ];
};

const measureHostility = (models: Models): Line => {
  const rows = readRows('convabuse/dev.jsonl').map((row) => ({
    isTrue: labelsOf(row).abusive === true,
    isSaid: models.readTone(readText(textOf(row))).hostility >= 0.5,
  }));
  const calm = rows.map(({ isTrue, isSaid }) => ({ isTrue: !isTrue, isSaid: !isSaid }));
  return [
    'abuse of chatbots by hostility, macro-F1',
    rounded((f1Of(rows).f1 + f1Of(calm).f1) / 2, 3),
    '.85',
    rows.length,
  ];
};

const measureTransfer = (models: Models): Line[] => {
  const chats = readRows('multidogo/dev.jsonl.gz');
  const f1s = (
    [
      ['openinggreeting', 'greet'],
      ['thankyou', 'thank'],
      ['closinggreeting', 'farewell'],
    ] as const
  ).map(
    ([intent, act]) =>
      f1Of(
        chats.map((row) => ({
          isTrue: (labelsOf(row).intents as readonly string[]).includes(intent),
          isSaid: largest(models, 'customer', textOf(row), [act]) >= 0.5,
        })),
      ).f1,
  );
  const held = readRows('email_intent/train.jsonl').filter((row) => isMailForMeasuring((row as { id: string }).id));
  const mails = held.map((row) => ({
    isTrue: labelsOf(row).intent === true,
    value: largest(models, 'other', textOf(row), ['ask', 'promise', 'instruct']),
  }));
  return [
    [
      `greeting, thanks, goodbye of multidogo, mean F1 (${f1s.map((f1) => rounded(f1, 2)).join(', ')})`,
      rounded(mean(f1s), 3),
      '.92',
      chats.length,
    ],
    ['e-mail sentences that want something, AUC', rounded(areaUnderCurve(mails), 3), '.88', mails.length],
  ];
};

/** Words a second for acts and feelings of conversations already cut into sentences; the best of eight rounds. */
const measureSpeed = (
  models: Pick<Models, 'readActs' | 'readFeeling'>,
  conversations: readonly CorpusConversation[],
): { all: number; words: number } => {
  let words = 0;
  for (const { turns } of conversations)
    for (const { sentences } of turns) for (const one of sentences) words += one.words.length;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    judgeActs(models, conversations);
    best = Math.min(best, performance.now() - start);
  }
  return { all: (words / best) * 1000, words };
};

const showErrors = ({ sentences }: Judged, act: Act): void => {
  for (const { side, text, truth, read } of sentences) {
    const value = read[act] ?? 0;
    if (truth.includes(act) === value >= 0.5) continue;
    console.log(
      `${truth.includes(act) ? 'unseen ' : 'wrongly'} ${side} ${rounded(value, 2)} ${text} [${truth.join(', ')}]`,
    );
  }
};

const main = (): void => {
  if (!existsSync(dataFolder)) {
    console.log('Skipped: the labelled data (../shared/data) is not beside this repository.');
    return;
  }
  const bytes = shippedBytes();
  const start = performance.now();
  const models = loadModels(bytes);
  const loading = performance.now() - start;
  const dev = readRows('service/dev.jsonl').map(parseConversation);
  const judged = judgeActs(models, dev);
  const wanted = process.argv[2] === 'errors' ? actColumns.find(({ act }) => act === process.argv[3]) : undefined;
  if (wanted) {
    showErrors(judged, wanted.act);
    return;
  }
  const { f1s, errors } = tableOfActs(models, judged);
  const agentCount = actColumns.filter(({ side }) => side === 'agent').length;
  const { messages, sentences } = judged;
  const rho = rankCorrelation(
    messages.map((one) => one.valence),
    messages.map((one) => one.truth.valence),
  );
  const feelingError = calibrationError(
    messages.map(({ label, truth, labelChance }) => ({ isTrue: label === truth.label, probability: labelChance })),
  );
  const train = readRows('service/train.jsonl').map(parseConversation);
  const speed = measureSpeed(models, train);
  const lines: Line[] = [
    ['acts, macro-F1', rounded(mean(f1s), 3), '.60', sentences.length],
    ['acts of agents, macro-F1', rounded(mean(f1s.slice(0, agentCount)), 3), '', sentences.length],
    ['acts of customers, macro-F1', rounded(mean(f1s.slice(agentCount)), 3), '', sentences.length],
    ['acts, calibration error, mean over acts', rounded(mean(errors), 3), '≤ .05', sentences.length],
    ['feelings, rank correlation of valence', rounded(rho, 3), '.70', messages.length],
    [
      'feelings, share of right labels of twelve',
      rounded(mean(messages.map(({ label, truth }) => (label === truth.label ? 1 : 0))), 3),
      '',
      messages.length,
    ],
    ['feelings, calibration error of the label', rounded(feelingError, 3), '≤ .05', messages.length],
    ...measurePoliteness(models),
    measureHostility(models),
    ...measureTransfer(models),
  ];
  keepTable({
    name: 'models',
    title: 'The trained models',
    about: 'Read from parts held back from training. Labels of the service corpus were given by language models.',
    columns: ['what', 'measured', 'floor', 'n'],
    rows: lines.map((line): Row[] => [...line]),
    notes: [
      `Acts and feelings: ${rounded(speed.all)} words a second on one core (${rounded(speed.words)} words, best of eight).`,
      `Loading: ${rounded(loading)} ms. Weights: ${rounded(bytes.length)} bytes, ${rounded(gzipSync(bytes).length)} compressed.`,
    ],
  });
};

main();
