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
import { qualityIds } from '@rapport/contract';
import { readCorpus } from '../training/corpus.ts';
import { linearKappa, missedPrecision, noOpportunityF1 } from './agreement-of.ts';
import { judgeVerdicts } from './judge-verdicts.ts';
import { keepTable, rounded } from './table.ts';

const [part = 'dev', acts = 'read', shown, shownQuality] = process.argv.slice(2);
const file = new URL(`../../shared/data/service/${part}.jsonl`, import.meta.url);
if (!existsSync(file)) {
  process.stderr.write(`Skipped: there is no labelled corpus at ${fileURLToPath(file)}.\n`);
  process.exit(0);
}

const lines = readCorpus(readFileSync(file, 'utf8'));
const judged = judgeVerdicts(lines, acts === 'labelled' ? 'labelled' : 'read');

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
