/**
 * How far the verdicts agree with those of the labelled service corpus beside the repository.
 *
 *     npx tsx bench/verdicts.ts                 dev part
 *     npx tsx bench/verdicts.ts train           train part; flatters, as the act weights were measured on it
 *     npx tsx bench/verdicts.ts train labelled  rules on the labelled acts and feelings: what the rules alone can reach
 *     npx tsx bench/verdicts.ts train read missed/met empathy   the assessments labelled met and judged missed
 *
 * The corpus was written and labelled by language models; two blind raters of the same kind reach weighted kappa .86.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type QualityId, qualityIds, type ScoreVerdict } from '@rapport/contract';
import { allQualities, overallVerdict, readConversation } from '@rapport/qualities';
import { findWeighedMoments } from '@rapport/qualities/weighing/weigh-moments';
import { type CorpusLine, conversationOf, labelledReading, readCorpus } from '../training/corpus.ts';
import { linearKappa, missedPrecision, noOpportunityF1, type Pair } from './agreement-of.ts';
import { keepTable, rounded } from './table.ts';

const [part = 'dev', acts = 'read', shown, shownQuality] = process.argv.slice(2);
const file = new URL(`../../shared/data/service/${part}.jsonl`, import.meta.url);
if (!existsSync(file)) {
  process.stderr.write(`Skipped: there is no labelled corpus at ${fileURLToPath(file)}.\n`);
  process.exit(0);
}

interface Judged extends Pair {
  id: string;
  agent: string;
  rules: string;
}

const lines = readCorpus(readFileSync(file, 'utf8'));
const judged = new Map<QualityId, Judged[]>(qualityIds.map((id) => [id, []]));
for (const line of lines) judgeLine(line);

function judgeLine(line: CorpusLine): void {
  const read = readConversation(conversationOf(line), {});
  const reading = acts === 'labelled' ? labelledReading(line, read) : read;
  for (const [agent, labels] of Object.entries(line.verdicts))
    for (const quality of allQualities) {
      const label = labels[quality.id];
      if (!label) continue;
      const moments = reading.agents.includes(agent) ? findWeighedMoments(quality, reading, agent, {}) : [];
      const machine: ScoreVerdict = moments.length === 0 ? 'no-opportunity' : overallVerdict(moments);
      const rules = moments.map(({ rule, verdict }) => `${rule}:${verdict}`).join(' ');
      judged.get(quality.id)?.push({ machine, label, id: line.id, agent, rules });
    }
}

const share = (value: number | null): string => (value === null || Number.isNaN(value) ? '–' : rounded(value, 2));
const rows = qualityIds.map((id) => {
  const pairs = judged.get(id) ?? [];
  const missed = missedPrecision(pairs);
  const both = pairs.filter((one) => one.machine !== 'no-opportunity' && one.label !== 'no-opportunity').length;
  return {
    id,
    kappa: linearKappa(pairs),
    cells: [
      id,
      share(linearKappa(pairs)),
      both,
      share(noOpportunityF1(pairs)),
      pairs.length,
      missed.n,
      share(missed.missed),
      share(missed.notMet),
    ],
  };
});
const everything = [...judged.values()].flat();
const overall = missedPrecision(everything);
const mean = rows.reduce((sum, { kappa }) => sum + (kappa ?? 0), 0) / rows.length;
const table = {
  name: 'verdicts',
  title: 'Verdicts against the labelled corpus',
  about: `${lines.length} conversations of the ${part} part, ${acts === 'labelled' ? 'labelled acts and feelings' : 'acts and feelings as read'}. No human labelled them: both texts and labels are by language models.`,
  columns: [
    'quality',
    'weighted kappa',
    'of',
    'no-opportunity F1',
    'assessments',
    'judged missed',
    'labelled so',
    'labelled missed or partly',
  ],
  rows: [
    ...rows.map(({ cells }) => cells),
    [
      'all',
      share(mean),
      '',
      share(noOpportunityF1(everything)),
      everything.length,
      overall.n,
      share(overall.missed),
      share(overall.notMet),
    ],
  ],
  notes: [
    'Weighted kappa: linear weights, over assessments in which both see an opportunity; the last row is the mean over qualities.',
    'No-opportunity F1 of the last row is over all assessments together.',
  ],
};
if (part === 'dev' && acts === 'read' && !shown) keepTable(table);
else print();

function print(): void {
  for (const row of [table.columns, ...table.rows])
    process.stdout.write(`${row.map((cell) => String(cell).padEnd(15)).join(' ')}\n`);
  const [machine, label] = (shown ?? '').split('/');
  for (const id of qualityIds)
    for (const one of judged.get(id) ?? [])
      if (one.machine === machine && one.label === label && (!shownQuality || id === shownQuality))
        process.stdout.write(`${id} ${one.id} ${one.agent}: ${one.rules}\n`);
}
