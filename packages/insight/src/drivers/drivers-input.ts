/** What a team's scores and outcomes look like to the drivers page. */
import type { AskedDriverOutcome, DriverOutcome, Verdict } from '@rapport/contract';
import type { ScoredTable } from '../scored-table.ts';

export interface DriversInput {
  /** Its qualities are `qualityIds`, in their order; one row per conversation, for the agent who answered most of it. */
  table: ScoredTable;
  /** Per row and quality; null where nothing called for it. */
  verdicts: readonly (readonly (Verdict | null)[])[];
  /** Asked rating in the upper part of its scale; null when nobody answered. */
  satisfied: readonly (boolean | null)[];
  /** Answered 9 or 10 when asked to recommend; null when nobody answered. */
  recommends: readonly (boolean | null)[];
  /** Answered in the easy part of the scale of effort; null when nobody answered, or the scale is not known. */
  foundEasy: readonly (boolean | null)[];
  wroteAgain: readonly (boolean | null)[];
  asked: Readonly<Record<AskedDriverOutcome, AskedScales>>;
  /** Conversations that more than one agent answered. */
  shared: number;
  /** Of how many conversations those in the table were drawn at random; null: they are all there are. */
  drawnOf: number | null;
  period: { from: string | null; to: string | null };
  scorerVersion: string;
  seed: number;
}

export interface AskedScales {
  /** The scales on which customers answered. */
  scales: readonly { min: number | null; max: number | null; answers: number }[];
  /** Answers whose scale is not known; they count nowhere. */
  unread: number;
}

/** The outcome of every row, larger is better; null where it is not known. Outcomes are never mixed. */
export function outcomesOf(input: DriversInput, outcome: DriverOutcome): (number | null)[] {
  const asNumber = (value: boolean | null): number | null => (value === null ? null : Number(value));
  switch (outcome) {
    case 'satisfied':
      return input.satisfied.map(asNumber);
    case 'recommend':
      return input.recommends.map(asNumber);
    case 'easy':
      return input.foundEasy.map(asNumber);
    case 'wrote-again':
      return input.wroteAgain.map((again) => (again === null ? null : Number(!again)));
    case 'resolved':
      return input.table.rows.map(({ resolved }) => asNumber(resolved));
    case 'feeling':
      return input.table.rows.map(({ openingEmotion, closingEmotion }) =>
        openingEmotion === null || closingEmotion === null ? null : closingEmotion - openingEmotion,
      );
  }
}
