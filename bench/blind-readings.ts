/**
 * What training keeps of its blind readings (each conversation read by models and weights that saw none of its fold), so
 * that agreement can be told with its range without training again: one short line for each assessment or conversation,
 * no words of the corpus in it.
 */
import { type QualityId, qualityIds, type ScoreVerdict } from '@rapport/contract';
import type { Pair } from './agreement-of.ts';
import type { Counts } from './measure-lines.ts';

export interface BlindVerdict extends Pair {
  /** Of the conversation. */
  id: string;
  agent: string;
  quality: QualityId;
}

const letters: Record<ScoreVerdict, string> = { met: 'm', partly: 'p', missed: 'x', 'no-opportunity': 'n' };
const verdictOf = new Map(Object.entries(letters).map(([verdict, letter]) => [letter, verdict as ScoreVerdict]));
const none = '.';

/** `id <tab> labels <tab> verdicts`, a letter for each quality in their order. */
export const printBlindVerdicts = (rows: readonly BlindVerdict[]): string => {
  const lines = new Map<string, { id: string; labels: string[]; machine: string[] }>();
  for (const { id, agent, quality, label, machine } of rows) {
    const key = `${id}\t${agent}`;
    const line = lines.get(key) ?? { id, labels: qualityIds.map(() => none), machine: qualityIds.map(() => none) };
    line.labels[qualityIds.indexOf(quality)] = letters[label];
    line.machine[qualityIds.indexOf(quality)] = letters[machine];
    lines.set(key, line);
  }
  return [...lines.values()]
    .map(({ id, labels, machine }) => `${id}\t${labels.join('')}\t${machine.join('')}\n`)
    .join('');
};

/** Pairs of each quality, each with its conversation. */
export const parseBlindVerdicts = (text: string): Map<QualityId, (Pair & { id: string })[]> => {
  const found = new Map<QualityId, (Pair & { id: string })[]>(qualityIds.map((id) => [id, []]));
  for (const line of text.split('\n').filter(Boolean)) {
    const [id = '', labels = '', machines = ''] = line.split('\t');
    for (const [index, quality] of qualityIds.entries()) {
      const label = verdictOf.get(labels[index] ?? none);
      const machine = verdictOf.get(machines[index] ?? none);
      if (label && machine) found.get(quality)?.push({ id, label, machine });
    }
  }
  return found;
};

/** `id <tab> right said true …`, three numbers for each act in the order of `actColumns`. */
export const printBlindActs = (rows: readonly { id: string; counts: Counts }[]): string =>
  rows.map(({ id, counts }) => `${id}\t${[...counts].join(' ')}\n`).join('');

export const parseBlindActs = (text: string): Counts[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => Float64Array.from((line.split('\t')[1] ?? '').split(' '), Number));
