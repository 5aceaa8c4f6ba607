import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { simulateTeam, writeScoredTable } from '@rapport/insight';
import { afterAll, describe, expect, it } from 'vitest';
import { readScoredTable } from '../read-scored-table.ts';
import { analyseTable } from './analyse-scored.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-scored-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function analyseFile(path: string, coached?: string) {
  const file = await readScoredTable(path);
  if (!file) throw new Error('the file is a scored table');
  return analyseTable(file.table, { coached, seed: 1 });
}

const names = ['tone', 'speed', 'care', 'accuracy'];
const effects = [0, 1.2, 0, 0.9];
const coaching = { effect: 7, quality: 3, agents: 8, fromWeek: 12 };

describe('a table of scored conversations with another truth', () => {
  const { table, truth } = simulateTeam({
    seed: 77,
    names,
    effects,
    agents: 30,
    conversations: 300,
    reviews: 20,
    coaching,
  });
  const path = keep('team.csv.gz', gzipSync(writeScoredTable(table)));

  it('is read as it was written', async () => {
    expect((await readScoredTable(path))?.table).toEqual(table);
  });

  it('gives back its drivers, focus, rates and coaching under the names of the file', async () => {
    const answer = await analyseFile(path, 'accuracy');
    expect(answer.drivers.map(({ quality, clear }) => [quality, clear])).toEqual(
      names.map((name, k) => [name, (effects[k] ?? 0) > 0]),
    );
    for (const [place, { slope, lower, upper, tier }] of answer.drivers.entries()) {
      expect(lower).toBeLessThanOrEqual(truth.slopes[place] ?? 0);
      expect(upper).toBeGreaterThanOrEqual(truth.slopes[place] ?? 0);
      expect(tier === 'unsure').toBe((effects[place] ?? 0) === 0);
      expect(slope).toBeTypeOf('number');
    }
    const [first] = answer.focus;
    expect(first).toMatchObject({
      kind: 'gain',
      quality: names[truth.gains.indexOf(Math.max(...truth.gains))],
      recommended: true,
    });
    for (const [place, { quality, lower, upper }] of answer.passRates.entries()) {
      expect(quality).toBe(names[place]);
      expect(lower).toBeLessThanOrEqual(truth.passRates[place] ?? 0);
      expect(upper).toBeGreaterThanOrEqual(truth.passRates[place] ?? 0);
    }
    expect(answer.coaching).toMatchObject({ quality: 'accuracy', verdict: 'worked' });
    expect(answer.coaching?.lower).toBeLessThan(7);
    expect(answer.coaching?.upper).toBeGreaterThan(7);
    expect(answer.coaching?.naive ?? 0).toBeGreaterThan(answer.coaching?.estimate ?? 0);
    expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/);
  });

  it('refuses a quality that is not in the file by naming those that are', () => {
    expect(() => analyseTable(table, { coached: 'charm', seed: 1 })).toThrow(/tone, speed, care, accuracy/);
  });
});

describe('files that are no such table, or hold rows that cannot be', () => {
  it('leave other files to their own readers', async () => {
    expect(await readScoredTable(keep('messages.csv', 'conversation_id,body\n1,hello\n'))).toBeNull();
    expect(await readScoredTable(keep('lines.jsonl', '{"id":1}\n'))).toBeNull();
  });

  it('name the line and the column, and leave that row out', async () => {
    const text = 'agent,csat,m_care\nana,5,80\nben,9,70\n,4,60\ncem,3,many\ndan,,\n';
    const file = await readScoredTable(keep('odd.csv', text));
    expect(file?.table.rows.map(({ agent }) => agent)).toEqual(['ana', 'dan']);
    expect(file?.table.rows[1]).toMatchObject({ csat: null, scores: [null] });
    expect(file?.problems).toEqual([
      expect.stringContaining('line 3: column “csat”'),
      expect.stringContaining('line 4: no agent'),
      expect.stringContaining('line 5: column “m_care”'),
    ]);
    expect(analyseTable(file?.table ?? { qualities: [], rows: [] }, { seed: 1 })).toMatchObject({
      reason: 'too_few_responses',
    });
  });
});

const shared = fileURLToPath(new URL('../../../../../shared/oracles/simulated-team.csv.gz', import.meta.url));

describe.skipIf(!existsSync(shared))('the simulated team (skipped without the ../shared data folder)', () => {
  it('has a few clear drivers, a first step, and coaching judged by the comparison', async () => {
    const answer = await analyseFile(shared, 'clarity');
    const clear = answer.drivers.filter((one) => one.clear).map(({ quality }) => quality);
    expect(clear).toEqual(expect.arrayContaining(['empathy', 'problem_solving']));
    expect(clear.length).toBeLessThan(7);
    expect(answer.focusVerdict).toBe('first-step');
    expect(answer.coaching?.estimate ?? 0).toBeLessThan(answer.coaching?.naive ?? 0);
  });
});
