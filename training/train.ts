/**
 * Makes the shipped weights from the data beside the repository, with one command:
 *
 *     npx tsx training/train.ts
 *
 * Single thread, fixed seeds, fixed order: one Node version gives the same bytes again; the checksum is printed.
 * About two minutes. Writes packages/qualities/src/models/shipped-weights.ts.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { packArrays } from '../packages/qualities/src/models/packed-arrays.ts';
import { dataFolder, readTrainingRows } from './data-sets.ts';
import { readChatSentences, readMailSentences } from './read-neighbours.ts';
import { parseOwnSentences } from './read-own-sentences.ts';
import { parseConversation, parseSentence } from './read-service.ts';
import { trainActs } from './train-acts.ts';
import { trainFeelings } from './train-feelings.ts';
import { trainTone } from './train-tone.ts';

const target = new URL('../packages/qualities/src/models/shipped-weights.ts', import.meta.url);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const readOwn = (role: 'agent' | 'customer') =>
  parseOwnSentences(readFileSync(new URL(`own-sentences/${role}.txt`, import.meta.url), 'utf8'), role);

/** A calm sentence is not hostile; a quarter of that set is plenty to say so. */
const everyFourth = (rows: readonly unknown[]): unknown[] => rows.filter((_, index) => index % 4 === 0);

export const trainAll = (): Uint8Array => {
  const service = [
    ...readTrainingRows('service/train.jsonl').map(parseConversation),
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
    goemotions: everyFourth(readTrainingRows('goemotions/train.jsonl.gz')),
    service,
  });
  say('tone: done');
  return packArrays({ made: 'training/train.ts' }, { ...acts.arrays, ...feelings.arrays, ...tone });
};

const moduleOf = (bytes: Uint8Array, checksum: string): string =>
  [
    '/** Trained weights as base64; made by `npx tsx training/train.ts`, never by hand. See training/README.md. */',
    `export const weightsChecksum = '${checksum}';`,
    '',
    '// biome-ignore format: one line',
    `export const packedWeights = '${Buffer.from(bytes).toString('base64')}';`,
    '',
  ].join('\n');

if (!existsSync(dataFolder)) {
  say('Skipped: the data (../shared/data) is not beside this repository. The committed weights stay as they are.');
} else {
  const bytes = trainAll();
  const checksum = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(target, moduleOf(bytes, checksum));
  say(`${bytes.length} bytes, ${gzipSync(bytes).length} compressed, sha256 ${checksum}`);
}
