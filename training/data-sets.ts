/**
 * The data that may shape shipped weights, and the data that may only measure them.
 * The line is drawn by licence: a set on the second list is refused here, so that no training can use it by mistake.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const trainingSets = [
  'service',
  'politeness',
  'goemotions',
  'convabuse',
  'offensive',
  'conversations/star',
  'multidogo',
  'banking77',
  'clinc150',
  'email_intent',
] as const;
export type TrainingSet = (typeof trainingSets)[number];

/** Research or non-commercial use only, or licence not stated: for measuring. */
export const measuringSets = [
  'epitome',
  'esconv',
  'annomi',
  'swda',
  'airline_sentiment',
  'uss',
  'derailment',
  'conversations/twitter_care',
] as const;

export const dataFolder = new URL('../../shared/data/', import.meta.url);

/**
 * Rows of one file of a set, as parsed JSON. Throws for every file that is not known to be free to train on: the sets
 * for measuring, files outside the folder, and every part held back for choosing and measuring ("dev").
 */
export const readTrainingRows = (file: string): unknown[] => {
  refuseForTraining(file);
  return readRows(file);
};

export const refuseForTraining = (file: string): void => {
  const set = trainingSets.find((name) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`));
  if (measuringSets.some((name) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`))) {
    throw new Error(`${file} is for measuring only: its licence does not allow weights made from it to be shipped.`);
  }
  if (!set || file.includes('..')) throw new Error(`${file} is on no list of data that may shape weights.`);
  if (/(?:^|[/.])dev\./.test(file)) throw new Error(`${file} is held back to choose and to measure, not to train.`);
};

/** Rows of any file, for measuring. */
export const readRows = (file: string): unknown[] => {
  const bytes = readFileSync(new URL(file, dataFolder));
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};
