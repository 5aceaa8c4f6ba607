/** One row of `imports` as the contract's ImportRun. */
import { type ImportRun, importRun, noMasks } from '@rapport/contract';
import type { Selectable } from 'kysely';
import type { Imports } from './tables.ts';

const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

export function parseImport(row: Selectable<Imports>): ImportRun {
  return importRun.parse({
    id: String(row.id),
    fileName: row.file_name,
    fileBytes: row.file_bytes,
    source: row.source,
    state: row.state,
    plan: row.plan,
    counts: {
      bytesRead: row.bytes_read,
      bytesTotal: row.spool_bytes ?? row.file_bytes,
      units: row.units,
      accepted: row.accepted,
      updated: row.updated,
      duplicate: row.duplicate,
      rejected: row.rejected,
      conversations: row.conversations,
      toScore: row.to_score,
      scored: row.scored,
      // A kind that was not looked for yet when it was written counts as none.
      masked: Object.assign({}, noMasks, row.masked),
      notScored: row.not_scored,
    },
    period: { from: isoOrNull(row.period_from), to: isoOrNull(row.period_to) },
    problems: row.problems,
    failure: row.failure,
    startedAt: row.started_at.toISOString(),
    finishedAt: isoOrNull(row.finished_at),
    scoringStartedAt: isoOrNull(row.scoring_started_at),
  } satisfies Record<keyof ImportRun, unknown>);
}
