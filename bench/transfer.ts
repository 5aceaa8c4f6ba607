/**
 * How far reading carries to talk nothing was learned from: supporters, counsellors, strangers, tweets, task dialogues.
 *
 *     npx tsx bench/transfer.ts
 *
 * These sets are for measuring only (their licences); no weight is made from them and no text of them is printed.
 */
import { existsSync } from 'node:fs';
import { dataFolder } from '../training/data-sets.ts';
import type { MeasuredLine } from './measure-lines.ts';
import { measureMoods, measureTransfer } from './measure-transfer.ts';
import { keepTable, rounded } from './table.ts';

const main = (): void => {
  if (!existsSync(dataFolder)) {
    process.stdout.write('Skipped: the labelled data (../shared/data) is not beside this repository.\n');
    return;
  }
  const asOther = measureTransfer('other');
  const lines = [...measureTransfer(), ...measureMoods()];
  keepTable({
    name: 'transfer',
    title: 'Other talk, nothing learned from it',
    about:
      'Held-back parts of sets that are for measuring only. Supporters and counsellors are read as agents with the turns before; strangers on the telephone as "other". AUC: chance that a text labelled so is read higher than one that is not; .5 is luck.',
    columns: ['set', 'what', 'measured', 'likely', 'floor', 'reached', 'n', 'read as "other", alone'],
    rows: lines.map((line, index) => [
      line.data,
      line.what,
      rounded(line.estimate.value ?? Number.NaN, 3),
      `${rounded(line.estimate.lower ?? Number.NaN, 2)} to ${rounded(line.estimate.upper ?? Number.NaN, 2)}`,
      line.floor === null ? '' : rounded(line.floor, 2),
      line.floor === null ? '' : reached(line),
      line.estimate.n,
      asOther[index] ? rounded(asOther[index].estimate.value ?? Number.NaN, 3) : '',
    ]),
    notes: ['Likely: 95 of 100 times, by drawing whole conversations or authors again and again.'],
  });
};

const reached = ({ floor, estimate }: MeasuredLine): string =>
  (estimate.value ?? 0) >= (floor ?? 0) ? 'yes' : `missed by ${rounded((floor ?? 0) - (estimate.value ?? 0), 3)}`;

main();
