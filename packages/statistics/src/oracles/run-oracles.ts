/**
 * Runs a file of reference cases, made with R, scipy and other trusted software, against the functions of this package.
 *
 * Use: give the file's name and its parsed content. A case is dispatched by the file's name and by the names of its
 * input and expected fields (and, where two families share all of them, the reference function that the case names in
 * `call`), never by its id or a value. An input `ref` names the case whose data are meant; that case itself asks nothing
 * and passes when its columns are readable and of one length. What no family here answers is `unsupported`: stated, and
 * never counted as passed.
 * Example: `runOracles({ file: 'distributions.json', content: { cases: [] } }).passed` → 0
 */
import { agreementFamilies } from './agreement-families.ts';
import { changeFamilies } from './change-families.ts';
import { compareExpected } from './compare-expected.ts';
import { distributionFamilies } from './distribution-families.ts';
import { driverFamilies } from './driver-families.ts';
import { fairnessFamilies } from './fairness-families.ts';
import { familyAnswers, type OracleFamily } from './oracle-family.ts';
import { isRecord, readOracleInput } from './oracle-input.ts';
import { ppiFamilies } from './ppi-families.ts';
import { proportionFamilies } from './proportion-families.ts';
import { readabilityFamilies } from './readability-families.ts';
import { samplingFamilies } from './sampling-families.ts';
import { timeFamilies } from './time-families.ts';

export interface OracleResult {
  id: string;
  status: 'passed' | 'failed' | 'unsupported';
  /** What differed, or which fields nobody answers. */
  details: string[];
  /** Expected fields that were left out of the comparison, with the reason. */
  notCompared: string[];
}

export interface OracleReport {
  file: string;
  passed: number;
  failed: number;
  unsupported: number;
  results: OracleResult[];
}

export const oracleFamilies: Readonly<Record<string, readonly OracleFamily[]>> = {
  'agreement.json': agreementFamilies,
  'change.json': changeFamilies,
  'distributions.json': distributionFamilies,
  'drivers.json': driverFamilies,
  'fairness.json': fairnessFamilies,
  'ppi.json': ppiFamilies,
  'proportions.json': proportionFamilies,
  'readability.json': readabilityFamilies,
  'sampling.json': samplingFamilies,
  'times.json': timeFamilies,
};

/** @throws TypeError when the content is not a list of cases with id, tol, input and expected. */
export function runOracles({ file, content }: { file: string; content: unknown }): OracleReport {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const families = Object.hasOwn(oracleFamilies, name) ? (oracleFamilies[name] ?? []) : [];
  const cases = readCases(content);
  const data = new Map(cases.map(({ id, input }) => [id, input]));
  const named = new Set(cases.flatMap(({ input }) => (typeof input.ref === 'string' ? [input.ref] : [])));
  const results = cases.map((oracleCase) =>
    named.has(oracleCase.id) && Object.keys(oracleCase.expected).length === 0
      ? checkData(oracleCase)
      : runCase({ ...oracleCase, input: followReference(oracleCase.input, data) }, families),
  );
  const count = (status: OracleResult['status']) => results.filter((result) => result.status === status).length;
  return {
    file: name,
    passed: count('passed'),
    failed: count('failed'),
    unsupported: count('unsupported'),
    results,
  };
}

interface OracleCase {
  id: string;
  tol: number;
  call: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
}

function runCase({ id, tol, call, input, expected }: OracleCase, families: readonly OracleFamily[]): OracleResult {
  const family = families.find((candidate) => familyAnswers(candidate, { call, input, expected }));
  if (!family) {
    const fields = `${Object.keys(input).join(' ')} -> ${Object.keys(expected).join(' ')}`;
    return { id, status: 'unsupported', details: [`no family answers ${fields}`], notCompared: [] };
  }
  const notCompared = Object.entries(family.notCompared ?? {}).flatMap(([key, why]) =>
    key in expected ? [`${key}: ${why}`] : [],
  );
  try {
    const asked = Object.fromEntries((family.asked ?? []).map((key) => [key, expected[key]]));
    const got = family.compute(readOracleInput({ ...input, ...asked }));
    const answers = Object.entries(expected).filter(([key]) => family.expected.includes(key));
    const details = answers.flatMap(([key, value]) =>
      compareExpected(got[key], value, Math.max(tol, family.tolerance?.[key] ?? 0), key),
    );
    return { id, status: details.length === 0 ? 'passed' : 'failed', details, notCompared };
  } catch (error) {
    return {
      id,
      status: 'failed',
      details: [`threw: ${error instanceof Error ? error.message : String(error)}`],
      notCompared,
    };
  }
}

/** The data of the case that `ref` names, with what this case adds. An unknown name stays, and no family knows `ref`. */
function followReference(
  input: Readonly<Record<string, unknown>>,
  data: ReadonlyMap<string, Record<string, unknown>>,
): Record<string, unknown> {
  const { ref, ...own } = input;
  const meant = typeof ref === 'string' ? data.get(ref) : undefined;
  return meant ? { ...meant, ...own } : { ...input };
}

/** Columns that other cases refer to: one value per row in each of them, rows of one width. */
function checkData({ id, input }: OracleCase): OracleResult {
  const columns = Object.entries(input).filter(([key]) => key !== 'names');
  const [first] = columns;
  const count = Array.isArray(first?.[1]) ? first[1].length : 0;
  const details = columns.flatMap(([key, column]) => {
    if (!Array.isArray(column)) return [`${key}: expected a list`];
    if (column.length !== count) return [`${key}: expected ${count} rows, got ${column.length}`];
    const widths = new Set(column.map((entry: unknown) => (Array.isArray(entry) ? entry.length : 0)));
    return widths.size > 1 ? [`${key}: rows of different widths`] : [];
  });
  if (count === 0) details.push('no rows');
  return { id, status: details.length === 0 ? 'passed' : 'failed', details, notCompared: [] };
}

function readCases(content: unknown): OracleCase[] {
  const list = isRecord(content) ? content.cases : content;
  if (!Array.isArray(list)) throw new TypeError('a reference file holds a list of cases');
  return list.map((entry: unknown, index) => {
    if (!isRecord(entry)) throw new TypeError(`case ${index} is not an object`);
    const { id, tol, call, input, expected } = entry;
    if (typeof id !== 'string' || typeof tol !== 'number' || !isRecord(input) || expected === undefined) {
      throw new TypeError(`case ${index}: id, tol, input and expected are needed`);
    }
    // A case without named answers can be asked nothing: unless other cases refer to its data it ends as unsupported.
    return { id, tol, call: typeof call === 'string' ? call : '', input, expected: isRecord(expected) ? expected : {} };
  });
}
