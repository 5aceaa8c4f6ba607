/** Which column is what, from the names and a few values; nothing is guessed twice and doubt is said. */
import { type IntakeField, type IntakePlan, intakeFields } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { rankName } from './column-synonyms.ts';

type ColumnGuess = IntakePlan['columns'][number];

/** Each field gets at most one column, each column at most one field; the nearest name goes first. */
export function guessColumns(header: readonly string[], samples: readonly (readonly string[])[]): ColumnGuess[] {
  const candidates = header.flatMap((column, index) =>
    intakeFields.flatMap((field) => {
      const found = rankName(field, column);
      return found ? [{ index, field, ...found }] : [];
    }),
  );
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const fieldOf = new Map<number, { field: IntakeField; sure: boolean }>();
  const taken = new Set<IntakeField>();
  for (const one of candidates) {
    if (fieldOf.has(one.index) || taken.has(one.field)) continue;
    fieldOf.set(one.index, { field: one.field, sure: one.sure });
    taken.add(one.field);
  }
  return header.map((column, index) => ({
    column,
    field: fieldOf.get(index)?.field ?? null,
    sure: fieldOf.get(index)?.sure ?? false,
    samples: samples.map((row) => excerpt(row[index] ?? '', 120)).filter((value) => value !== ''),
  }));
}

export function mappingOf(columns: readonly ColumnGuess[]): Partial<Record<IntakeField, string>> {
  const mapping: Partial<Record<IntakeField, string>> = {};
  for (const one of columns) if (one.field) mapping[one.field] = one.column;
  return mapping;
}
