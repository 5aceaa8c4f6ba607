/**
 * Compares an answer with the expected value of a reference case.
 *
 * Rule: numbers pass when |got - expected| <= tolerance * max(1, |expected|); `null` must be answered by null; lists and
 * objects pass when every part does. Returns the places that differ, so that a failure can be read.
 */
import { isRecord } from './oracle-input.ts';

export function compareExpected(got: unknown, expected: unknown, tolerance: number, place = ''): string[] {
  if (typeof expected === 'number') {
    const close = typeof got === 'number' && Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return close ? [] : [`${place}: expected ${expected}, got ${describe(got)}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) {
      return [`${place}: expected a list of ${expected.length}, got ${describe(got)}`];
    }
    return expected.flatMap((entry, index) => compareExpected(got[index], entry, tolerance, `${place}[${index}]`));
  }
  if (isRecord(expected)) {
    if (!isRecord(got)) return [`${place}: expected an object, got ${describe(got)}`];
    return Object.entries(expected).flatMap(([key, entry]) =>
      compareExpected(got[key], entry, tolerance, `${place}.${key}`),
    );
  }
  return got === expected ? [] : [`${place}: expected ${describe(expected)}, got ${describe(got)}`];
}

function describe(value: unknown): string {
  if (value === undefined) return 'no answer';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return isRecord(value) ? 'an object' : String(value);
}
