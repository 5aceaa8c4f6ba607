/**
 * Measures everything the product says about its own accuracy and keeps it in one file,
 * packages/qualities/src/measured/generated/measured-accuracy.ts: the pages, the API, docs/accuracy.md and docs/model-card.md read it.
 *
 *     npx tsx bench/accuracy.ts && npm run generate
 *
 * To be run after every training: a test compares the version that was measured with the one that ships. About a minute.
 */
import { execSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { qualityIds } from '@rapport/contract';
import { scorerVersion } from '@rapport/qualities';
import { figureOfEstimate, type Measured } from '@rapport/qualities/measured/figure';
import { shippedModels } from '@rapport/qualities/models/shipped-models';
import { readCorpus } from '../training/corpus.ts';
import { dataFolder, readRows } from '../training/data-sets.ts';
import { parseConversation } from '../training/read-service.ts';
import { missedPrecision, noOpportunityF1 } from './agreement-of.ts';
import { parseBlindActs, parseBlindVerdicts } from './blind-readings.ts';
import { judgeActs } from './judge-acts.ts';
import { judgeVerdicts } from './judge-verdicts.ts';
import { countActs, measureActs, measureCalibration, measureFeelings, measureMacroF1 } from './measure-acts.ts';
import { measureLabels } from './measure-labels.ts';
import type { MeasuredLine } from './measure-lines.ts';
import { measureMoods, measureTransfer } from './measure-transfer.ts';
import { measureConfidence, measureMeanKappa, measurePooled, measureQualities } from './measure-verdicts.ts';
import { printAccuracy } from './print-accuracy.ts';
import { keepTable } from './table.ts';

/** Two blind raters of the kind that made the labels, on 48 conversations and 60 public threads; `data/service/GUIDELINES.md`. */
const ceiling = { kappa: 0.86, actsF1: 0.76, valence: 0.9, threads: { kappa: 0.8, actsF1: 0.82, valence: 0.91 } };

const place = new URL('../packages/qualities/src/measured/generated/measured-accuracy.ts', import.meta.url);

/** A file of blind readings that training left, or null. */
const readBlind = (name: string): string | null => {
  const file = new URL(`../training/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const measure = (): Measured => {
  const models = shippedModels();
  const rows = readRows('service/dev.jsonl');
  const conversations = rows.map(parseConversation).map((one) => ({ id: one.id, ...judgeActs(models, [one]) }));
  const corpus = readCorpus(rows.map((row) => JSON.stringify(row)).join('\n'));
  const judged = judgeVerdicts(corpus, 'read');
  const all = [...judged.values()].flat();
  say('read; now the ranges');
  const blindText = readBlind('blind-verdicts.txt');
  const blind = blindText === null ? null : parseBlindVerdicts(blindText);
  const blindActs = parseBlindActs(readBlind('blind-acts.txt') ?? '');
  const sentences = conversations.reduce((sum, one) => sum + one.sentences.length, 0);
  const own = { data: 'service, held back', floor: 0.6, n: sentences };
  const lines: MeasuredLine[] = [
    ...measureMacroF1(
      conversations.map((one) => countActs(one.sentences)),
      own,
    ),
    ...(blindActs.length > 0
      ? measureMacroF1(blindActs, { data: 'service, trained on, read blind', floor: null, n: labelsIn(blindActs) })
      : []),
    measureCalibration(conversations, models, own.data),
    ...measureFeelings(conversations, own.data),
    ...measureAllVerdicts(judged, judgeVerdicts(corpus, 'labelled')),
    ...measureLabels(),
    ...measureTransfer(),
    ...measureMoods(),
  ];
  say('verdicts');
  return {
    scorerVersion,
    measuredAt: new Date().toISOString().slice(0, 10),
    commit: execSync('git rev-parse --short HEAD', { encoding: 'utf8' }).trim(),
    conversations: conversations.length,
    assessments: new Set(all.map(({ id, agent }) => `${id} ${agent}`)).size,
    sentences,
    blindConversations: blind ? new Set([...blind.values()].flat().map(({ id }) => id)).size : 0,
    ceiling,
    kappa: figureOfEstimate(measureMeanKappa(judged)),
    blindKappa: blind && figureOfEstimate(measureMeanKappa(blind)),
    qualities: measureQualities(judged, blind),
    acts: measureActs(conversations, models),
    measures: lines.map(({ estimate, ...line }) => ({ ...line, figure: figureOfEstimate(estimate) })),
    confidence: measureConfidence(judged),
  };
};

const labelsIn = (counts: readonly Float64Array[]): number =>
  counts.reduce((sum, one) => sum + one.reduce((total, count, index) => total + (index % 3 === 2 ? count : 0), 0), 0);

type Verdicts = ReturnType<typeof judgeVerdicts>;

/** @param labelled verdicts of the rules and weights where acts and feelings are given as labelled */
const measureAllVerdicts = (judged: Verdicts, labelled: Verdicts): MeasuredLine[] => {
  const all = [...judged.values()].flat();
  const missed = all.filter(({ machine }) => machine === 'missed').length;
  const common = { data: 'service, held back', kind: 'own', better: 'higher' } as const;
  return [
    {
      ...common,
      what: 'verdicts, weighted kappa, mean over qualities',
      floor: 0.45,
      estimate: measureMeanKappa(judged),
    },
    {
      ...common,
      what: 'verdicts with acts and feelings as labelled, weighted kappa, mean over qualities',
      floor: null,
      estimate: measureMeanKappa(labelled),
    },
    {
      ...common,
      what: 'nothing called for it, F1 over all qualities',
      floor: 0.55,
      estimate: measurePooled(judged, noOpportunityF1, all.length),
    },
    {
      ...common,
      what: 'of the verdicts missed, labelled missed',
      floor: null,
      estimate: measurePooled(judged, (rows) => missedPrecision(rows).missed, missed),
    },
    {
      ...common,
      what: 'of the verdicts missed, labelled missed or partly',
      floor: null,
      estimate: measurePooled(judged, (rows) => missedPrecision(rows).notMet, missed),
    },
  ];
};

const moduleOf = ({ qualities, acts, measures, confidence, ...rest }: Measured): string =>
  [
    '/** Measured by `npx tsx bench/accuracy.ts`, never by hand; `../figure.ts` says how to read it. */',
    "import type { Measured } from '../figure.ts';",
    '',
    '// biome-ignore format: a line each',
    'export const measured: Measured = {',
    ...Object.entries(rest).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`),
    '  qualities: {',
    ...qualityIds.map((id) => `    '${id}': ${JSON.stringify(qualities[id])},`),
    '  },',
    ...Object.entries({ acts, measures, confidence }).flatMap(([name, list]) => [
      `  ${name}: [`,
      ...list.map((one) => `    ${JSON.stringify(one)},`),
      '  ],',
    ]),
    '};',
    '',
  ].join('\n');

if (!existsSync(dataFolder)) {
  say(
    'Skipped: the labelled data (../shared/data) is not beside this repository. The committed figures stay as they are.',
  );
} else {
  const measured = measure();
  mkdirSync(new URL('.', place), { recursive: true });
  writeFileSync(place, moduleOf(measured));
  for (const table of printAccuracy(measured)) keepTable(table);
}
