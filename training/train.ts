/**
 * Makes the shipped weights from the data beside the repository, with one command:
 *
 *     npx tsx training/train.ts
 *
 * Single thread, fixed seeds, fixed order: one Node version gives the same bytes again; the checksum is printed.
 * About seven minutes. Writes under packages/qualities/src: models/shipped-weights.ts, models/generated/emotions28-weights.ts
 * and weighing/generated/measured-weights.ts.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { printBlindActs, printBlindVerdicts } from '../bench/blind-readings.ts';
import { countActs } from '../bench/measure-acts.ts';
import type { Counts } from '../bench/measure-lines.ts';
import { loadModels } from '../packages/qualities/src/models/load-models.ts';
import { packArrays } from '../packages/qualities/src/models/packed-arrays.ts';
import { assessmentsOf, exampleAssessments } from './assessments.ts';
import { corpusLine } from './corpus.ts';
import { dataFolder, readRows, readTrainingRows } from './data-sets.ts';
import { describeAgreement, judgeBlindly } from './describe-agreement.ts';
import { readChatSentences, readMailSentences } from './read-neighbours.ts';
import { parseOwnConversations } from './read-own-conversations.ts';
import { parseOwnSentences } from './read-own-sentences.ts';
import { type CorpusConversation, parseConversation, parseSentence } from './read-service.ts';
import { type ActsRead, trainActs } from './train-acts.ts';
import { trainEmotions28 } from './train-emotions28.ts';
import { trainFeelings } from './train-feelings.ts';
import { trainTone } from './train-tone.ts';
import { trainVerdicts, type VerdictWeights } from './train-verdicts.ts';

const modelsFile = new URL('../packages/qualities/src/models/shipped-weights.ts', import.meta.url);
const checksumFile = new URL('../packages/qualities/src/models/weights-checksum.ts', import.meta.url);
const emotionsFile = new URL('../packages/qualities/src/models/generated/emotions28-weights.ts', import.meta.url);
const verdictsFile = new URL('../packages/qualities/src/weighing/generated/measured-weights.ts', import.meta.url);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const readOwn = (role: 'agent' | 'customer'): CorpusConversation[] =>
  textsIn('own-sentences/').flatMap(({ name, text }) =>
    name.startsWith(role) ? parseOwnSentences(text, role, name) : [],
  );

const readOwnConversations = (): unknown[] =>
  textsIn('own-conversations/').flatMap(({ name, text }) => parseOwnConversations(text, name));

const textsIn = (path: string): { name: string; text: string }[] => {
  const folder = new URL(path, import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
};

interface Trained {
  models: Uint8Array;
  verdicts: VerdictWeights;
  /** As `bench/blind-readings.ts` keeps them. */
  blindVerdicts: string;
  blindActs: string;
}

/** Hits, claims and labels of each act in one conversation, as read by a model that did not see it. */
const countBlindly = ({ id, turns }: CorpusConversation, blind: ActsRead): { id: string; counts: Counts } => ({
  id,
  counts: countActs(
    turns.flatMap(({ role, sentences }) =>
      role === 'agent' || role === 'customer'
        ? sentences.flatMap((one) =>
            one.labels ? [{ side: role, truth: one.labels, read: blind.get(one) ?? {} }] : [],
          )
        : [],
    ),
  ),
});

export const trainAll = (): Trained => {
  const rows = [...readTrainingRows('service/train.jsonl'), ...readOwnConversations()];
  const whole = rows.map(parseConversation);
  const service = [
    ...whole,
    ...readTrainingRows('service/sentences.jsonl').map(parseSentence),
    ...readOwn('agent'),
    ...readOwn('customer'),
  ];
  const neighbours = [
    ...readChatSentences(readTrainingRows('multidogo/train.jsonl.gz')),
    ...readMailSentences(readTrainingRows('email_intent/train.jsonl')),
  ];
  const acts = trainActs([...service, ...neighbours], say);
  const feelings = trainFeelings(service, acts.blind);
  say('feelings: done');
  const tone = trainTone({
    politeness: readTrainingRows('politeness/train.jsonl'),
    convabuse: readTrainingRows('convabuse/train.jsonl'),
    offensive: readTrainingRows('offensive/train.jsonl'),
    goemotions: readTrainingRows('goemotions/train.jsonl.gz'),
    service,
  });
  say('tone: done');
  const models = packArrays({ made: 'training/train.ts' }, { ...acts.arrays, ...feelings.arrays, ...tone });
  const assessments = [
    ...rows.flatMap((row, index) => {
      const conversation = whole[index];
      return conversation ? assessmentsOf(corpusLine.parse(row), conversation, acts.blind, feelings.blind) : [];
    }),
    ...exampleAssessments(loadModels(models)),
  ];
  const { weights, blind } = trainVerdicts(assessments);
  const judged = judgeBlindly(assessments, blind);
  for (const line of describeAgreement(judged)) say(line);
  const readings = printBlindActs(
    whole.filter(({ kind }) => kind === 'whole').map((one) => countBlindly(one, acts.blind)),
  );
  return { models, verdicts: weights, blindVerdicts: printBlindVerdicts(judged), blindActs: readings };
};

/** For `label` alone: no score reads them, so they stand beside the others and outside their checksum. */
const trainEmotions = (): Uint8Array =>
  packArrays(
    { made: 'training/train.ts' },
    trainEmotions28({
      train: readTrainingRows('goemotions/train.jsonl.gz'),
      heldBack: readRows('goemotions/dev.jsonl.gz'),
    }),
  );

const moduleOf = (bytes: Uint8Array, name: string): string =>
  [
    '/** Trained weights as base64; made by `npx tsx training/train.ts`, never by hand. See training/README.md. */',
    '// biome-ignore format: one line',
    `export const ${name} = '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');

/** By itself, so that a page can name the scorer without loading the weights. */
const moduleOfChecksum = (checksum: string): string =>
  `/** Of all weights together; written by \`npx tsx training/train.ts\`. */\nexport const weightsChecksum = '${checksum}';\n`;

const moduleOfVerdicts = (weights: VerdictWeights): string =>
  [
    '/** Measured by `npx tsx training/train.ts`, never by hand. See training/README.md. */',
    "import type { QualityId } from '@rapport/contract';",
    "import type { QualityWeights } from '../verdict-weights.ts';",
    '',
    '// biome-ignore format: a quality a line',
    'export const measuredWeights: Record<QualityId, QualityWeights> = {',
    ...Object.entries(weights).map(([id, one]) => `  '${id}': ${JSON.stringify(one)},`),
    '};',
    '',
  ].join('\n');

if (!existsSync(dataFolder)) {
  say('Skipped: the data (../shared/data) is not beside this repository. The committed weights stay as they are.');
} else {
  const { models, verdicts, blindVerdicts, blindActs } = trainAll();
  const checksum = createHash('sha256').update(models).update(JSON.stringify(verdicts)).digest('hex');
  writeFileSync(modelsFile, moduleOf(models, 'packedWeights'));
  writeFileSync(checksumFile, moduleOfChecksum(checksum));
  writeFileSync(verdictsFile, moduleOfVerdicts(verdicts));
  writeFileSync(new URL('blind-verdicts.txt', import.meta.url), blindVerdicts);
  writeFileSync(new URL('blind-acts.txt', import.meta.url), blindActs);
  say(`${models.length} bytes, ${gzipSync(models).length} compressed, sha256 ${checksum}`);
  const emotions = trainEmotions();
  writeFileSync(emotionsFile, moduleOf(emotions, 'packedEmotions28'));
  say(`emotions: ${emotions.length} bytes, sha256 ${createHash('sha256').update(emotions).digest('hex')}`);
}
