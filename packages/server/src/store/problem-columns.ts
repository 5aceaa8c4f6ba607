/** A problem of reading, as tables keep it beside what it was found in. */
import { type IntakeProblem, intakeProblem } from '@rapport/contract';
import { maskText } from '@rapport/intake';

/** A reason quotes what it is about, so it is masked as every text is that is stored. */
export const problemColumns = (one: IntakeProblem) => ({
  ...{ code: one.code, severity: one.severity, file: one.file, units: one.units },
  column_name: one.column === null ? null : maskText(one.column).text,
  ...{ reason: maskText(one.reason).text, way_out: maskText(one.wayOut).text },
});

export const toProblem = (
  row: Omit<ReturnType<typeof problemColumns>, 'severity'> & { severity: string },
): IntakeProblem =>
  intakeProblem.parse({
    ...{ code: row.code, severity: row.severity, file: row.file, line: null, column: row.column_name },
    ...{ reason: row.reason, wayOut: row.way_out, units: row.units },
  });

/** Nobody reads on beyond; the counts by reason tell of all. */
export const mostProblemsListed = 500;
