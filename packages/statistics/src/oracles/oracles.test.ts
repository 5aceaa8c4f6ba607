import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { oracleFamilies, runOracles } from './run-oracles.ts';

const folder = fileURLToPath(new URL('../../oracles', import.meta.url));
const shared = fileURLToPath(new URL('../../../../../shared/oracles', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('reference numbers from R, scipy, statsmodels and ppi_py', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const report = runOracles({ file, content: read(`${folder}/${file}`) });
    it.each(report.results)(`${file} $id`, ({ status, details }) => {
      expect({ status, details }).toEqual({ status: 'passed', details: [] });
    });
  }

  it('covers every file that a family claims to answer', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(Object.keys(oracleFamilies).sort());
  });
});

describe.skipIf(!existsSync(shared))('the copies (skipped without the ../shared data folder)', () => {
  it.each(Object.keys(oracleFamilies))('%s says the same as its original', (file) => {
    expect(read(`${folder}/${file}`)).toEqual(read(`${shared}/${file}`));
  });
});

describe('the runner', () => {
  const rate = { id: 'any', tol: 1e-9, call: 'binom.test', input: { b: 9, c: 2 }, expected: { p: 0.0654296875 } };

  it('passes a right number and fails a wrong one', () => {
    const wrong = { ...rate, expected: { p: 0.07 } };
    const report = runOracles({ file: 'proportions.json', content: { cases: [rate, wrong] } });
    expect(report.results.map((result) => result.status)).toEqual(['passed', 'failed']);
  });

  it('fails a number where a refusal is expected, and a refusal where a number is expected', () => {
    const cases = [
      { ...rate, expected: { p: null } },
      { ...rate, input: { b: 0, c: 0 } },
    ];
    expect(runOracles({ file: 'proportions.json', content: { cases } }).failed).toBe(2);
  });

  it('reports unknown fields and unknown files as unsupported', () => {
    const moreAsked = { ...rate, expected: { p: 0.0654296875, oddsRatio: 4.5 } };
    const moreGiven = { ...rate, input: { b: 9, c: 2, weights: [1] } };
    expect(runOracles({ file: 'proportions.json', content: { cases: [moreAsked, moreGiven] } }).unsupported).toBe(2);
    expect(runOracles({ file: 'unknown.json', content: [rate] })).toMatchObject({
      passed: 0,
      failed: 0,
      unsupported: 1,
    });
  });

  it('does not read the id', () => {
    const renamed = { ...rate, id: 'clustered-1' };
    expect(runOracles({ file: 'proportions.json', content: [renamed] }).passed).toBe(1);
  });
});
