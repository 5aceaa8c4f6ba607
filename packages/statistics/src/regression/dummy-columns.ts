/**
 * Columns of 0 and 1 for a choice such as channel or topic.
 *
 * Use: case mix in a regression. The first level in alphabetical order is the reference and has no column.
 * Source: R contr.treatment.
 * Example: `dummyColumns(['chat', 'email', 'chat']).rows` → 0, 1, 0
 */
export interface DummyColumns {
  /** Levels that have a column, in alphabetical (or numeric) order. */
  levels: string[];
  rows: number[][];
}

export function dummyColumns(values: readonly (string | number)[]): DummyColumns {
  const numeric = values.every((value) => typeof value === 'number');
  const levels = [...new Set(values)]
    .sort((one, two) => (numeric ? Number(one) - Number(two) : String(one) < String(two) ? -1 : 1))
    .slice(1);
  return {
    levels: levels.map(String),
    rows: values.map((value) => levels.map((level) => (value === level ? 1 : 0))),
  };
}
