/** Groups what a file yields into batches that are stored in one transaction each, masked before anything is kept. */
import { setImmediate } from 'node:timers/promises';
import { type IntakeFormat, type IntakeProblem, type MaskCounts, noMasks } from '@rapport/contract';
import type { Fragment, IntakeRecord, ReadPosition } from '@rapport/intake';
import { countAgentDomains } from './count-agent-domains.ts';
import type { Masking } from './load-masking.ts';
import { createMasker } from './mask-fragment.ts';

export interface ReadBatch {
  fragments: Fragment[];
  problems: IntakeProblem[];
  masked: MaskCounts;
  /** Messages of agents by the domain of their address. */
  agentDomains: Map<string, number>;
  /** Units of both, refused ones included. */
  units: number;
  rejected: number;
  /** Where reading goes on when this batch is stored. */
  after: ReadPosition;
  /** Why nothing more of this file can be read, or null. */
  refusal: string | null;
}

/** Enough rows to make a statement worth its trip, few enough that a stop waits only a moment. */
export const unitsInBatch = 2000;
/** A batch of long texts ends sooner, so that memory stays bounded. */
const charactersInBatch = 4_000_000;
/** Reading is all computing; without a pause the batch being stored would wait for its next statement to be sent. */
const unitsBetweenBreaths = 100;

export async function* collectBatches(
  records: AsyncIterable<IntakeRecord>,
  { pseudonymKey, seal }: Masking,
  format: IntakeFormat,
): AsyncGenerator<ReadBatch> {
  const masker = createMasker(pseudonymKey, seal);
  let batch: ReadBatch | null = null;
  let characters = 0;
  let nextBreath = unitsBetweenBreaths;
  for await (const record of records) {
    // A batch ends only where the place moves on: a piece and the remarks on it share one place.
    const isFull = batch !== null && (batch.units >= unitsInBatch || characters >= charactersInBatch);
    if (batch !== null && isFull && record.after.byte > batch.after.byte) {
      yield batch;
      batch = null;
      characters = 0;
      nextBreath = unitsBetweenBreaths;
    }
    batch ??= emptyBatch(record.after);
    if (batch.units >= nextBreath) {
      await setImmediate();
      nextBreath = batch.units + unitsBetweenBreaths;
    }
    batch.after = record.after;
    if (record.kind === 'fragment') {
      countAgentDomains(record.messages, format, batch.agentDomains);
      const { fragment, counts } = masker(record);
      batch.fragments.push(fragment);
      batch.units += fragment.units;
      for (const [kind, count] of Object.entries(counts)) batch.masked[kind as keyof MaskCounts] += count; // keys of MaskCounts
      characters += fragment.messages.reduce((sum, { text }) => sum + text.length, 0);
    } else {
      const { problem } = record;
      batch.problems.push(problem);
      batch.units += problem.units;
      batch.rejected += problem.units;
      if (problem.severity === 'refused-file') batch.refusal = `${problem.reason} ${problem.wayOut}`;
    }
  }
  if (batch !== null) yield batch;
}

const emptyBatch = (after: ReadPosition): ReadBatch => ({
  fragments: [],
  problems: [],
  masked: { ...noMasks },
  agentDomains: new Map(),
  units: 0,
  rejected: 0,
  after,
  refusal: null,
});
