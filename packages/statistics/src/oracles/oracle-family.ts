/**
 * A family of reference cases: which questions (by the names of the input and expected fields) it can answer, and how.
 *
 * A family never sees a case's id or the values it has to give, so it cannot answer from memory.
 */
import type { OracleInput } from './oracle-input.ts';

export interface OracleFamily {
  /** The named function of the reference software, only where two families have the same fields (qt and qchisq). */
  call?: RegExp;
  /** Input fields every case of this family has. */
  input: readonly string[];
  /** Further input fields it understands. */
  optional?: readonly string[];
  /** Expected fields it answers. */
  expected: readonly string[];
  /** Expected fields that only say where the reference looked (after which rows); handed in with the input. */
  asked?: readonly string[];
  /** Expected fields that are not compared, each with the reason (prose, or not computable from the input). */
  notCompared?: Readonly<Record<string, string>>;
  /** Wider tolerances, stated in the case's own `call`, by expected field. */
  tolerance?: Readonly<Record<string, number>>;
  compute(input: OracleInput): Readonly<Record<string, unknown>>;
}

export interface OracleQuestion {
  call: string;
  input: Readonly<Record<string, unknown>>;
  expected: Readonly<Record<string, unknown>>;
}

export function familyAnswers(family: OracleFamily, { call, input, expected }: OracleQuestion): boolean {
  const understood = [...family.input, ...(family.optional ?? [])];
  const answered = [...family.expected, ...(family.asked ?? []), ...Object.keys(family.notCompared ?? {})];
  return (
    (family.call === undefined || family.call.test(call)) &&
    family.input.every((key) => key in input) &&
    Object.keys(input).every((key) => understood.includes(key)) &&
    Object.keys(expected).every((key) => answered.includes(key)) &&
    Object.keys(expected).some((key) => family.expected.includes(key))
  );
}
