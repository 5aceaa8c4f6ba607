/**
 * Reads the untyped JSON of a reference case with named, checked questions.
 *
 * Use: only by the reference families beside this file. A field of another shape than expected is an error with the
 * field's name: a case that cannot be read must not look like one that passed.
 */
export interface OracleInput {
  has(key: string): boolean;
  number(key: string): number;
  numbers(key: string): number[];
  /** Numbers where `null` means "not rated" or "not reviewed". */
  gaps(key: string): (number | null)[];
  matrix(key: string): number[][];
  gapMatrix(key: string): (number | null)[][];
  text(key: string): string;
  texts(key: string): string[];
  part(key: string): OracleInput;
  parts(key: string): OracleInput[];
}

export function readOracleInput(record: Readonly<Record<string, unknown>>): OracleInput {
  const at = (key: string): unknown => record[key];
  return {
    has: (key) => key in record,
    number: (key) => asNumber(at(key), key),
    numbers: (key) => asList(at(key), key).map((entry) => asNumber(entry, key)),
    gaps: (key) => asList(at(key), key).map((entry) => asGap(entry, key)),
    matrix: (key) => asList(at(key), key).map((row) => asList(row, key).map((entry) => asNumber(entry, key))),
    gapMatrix: (key) => asList(at(key), key).map((row) => asList(row, key).map((entry) => asGap(entry, key))),
    text: (key) => asText(at(key), key),
    texts: (key) => asList(at(key), key).map((entry) => asText(entry, key)),
    part: (key) => readOracleInput(asRecord(at(key), key)),
    parts: (key) => asList(at(key), key).map((entry) => readOracleInput(asRecord(entry, key))),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asNumber(value: unknown, key: string): number {
  if (typeof value !== 'number') throw new TypeError(`${key}: expected a number`);
  return value;
}

function asGap(value: unknown, key: string): number | null {
  return value === null ? null : asNumber(value, key);
}

function asText(value: unknown, key: string): string {
  if (typeof value !== 'string') throw new TypeError(`${key}: expected text`);
  return value;
}

function asList(value: unknown, key: string): unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${key}: expected a list`);
  return value;
}

function asRecord(value: unknown, key: string): Record<string, unknown> {
  if (!isRecord(value)) throw new TypeError(`${key}: expected an object`);
  return value;
}
