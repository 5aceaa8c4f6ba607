/** A quote as four columns of a table, and back. */
import type { Evidence } from '@rapport/contract';

export type EvidenceColumns<Name extends string> = {
  [Column in `${Name}_message_id` | `${Name}_quote`]: string | null;
} & { [Column in `${Name}_start` | `${Name}_end`]: number | null };

export function evidenceOf<Name extends string>(row: EvidenceColumns<Name>, name: Name): Evidence | null {
  const columns = row as Record<string, unknown>; // a template-literal key of a generic cannot be indexed otherwise
  const [messageId, start, end, quote] = ['message_id', 'start', 'end', 'quote'].map(
    (part) => columns[`${name}_${part}`],
  );
  if (typeof messageId !== 'string' || typeof quote !== 'string') return null;
  return { messageId, start: Number(start), end: Number(end), quote };
}
