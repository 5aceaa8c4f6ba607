/** The customer's feeling as a line beside the transcript: one stretch per message row, a dot at each reading. */
import type { EmotionLabel } from '@rapport/contract';
import { numberWords } from './estimate-words.ts';

export interface TrackReading {
  messageId: string;
  /** −1 … 1, or null where nothing was read (an agent's message, too little text). */
  valence: number | null;
  label: string | null;
}

export interface TrackStretch {
  messageId: string;
  /** Where the line enters and leaves this row, −1 … 1; null where there is no line. */
  from: number | null;
  to: number | null;
  dot: { valence: number; tone: 'strength' | 'attention' | 'unsure'; word: string | null; spoken: string } | null;
}

/** Fewer readings than this are dots only: two points make no course. */
export const fewestForLine = 3;

/** A reading nearer to the middle than this is not coloured. */
const clearlyAway = 0.15;

/** One stretch per row, in the order given. Words stand at the lowest and the highest reading. */
export function feelingTrack(rows: readonly TrackReading[]): TrackStretch[] {
  const read = rows.flatMap((row, index) => (row.valence === null ? [] : [{ index, valence: row.valence }]));
  const lowest = read.reduce<number | null>((best, one) => better(rows, best, one.index, -1), null);
  const highest = read.reduce<number | null>((best, one) => better(rows, best, one.index, 1), null);
  const withLine = read.length >= fewestForLine;
  return rows.map((row, index) => ({
    messageId: row.messageId,
    from: withLine ? valueAt(read, index) : null,
    to: withLine ? valueAt(read, index + 1) : null,
    dot:
      row.valence === null
        ? null
        : {
            valence: row.valence,
            tone: toneOfFeeling(row.valence),
            word: index === lowest || (index === highest && highest !== lowest) ? wordOfFeeling(row) : null,
            spoken: `feeling ${wordOfFeeling(row) ?? 'read'}, ${numberWords(row.valence, 1)} on −1 to 1`,
          },
  }));
}

const gladLabels: readonly string[] = ['hopeful', 'relieved', 'pleased', 'grateful'] satisfies EmotionLabel[];

/** The label, or "mixed" where it and the line say opposite things: the two are read apart and may disagree. */
export function wordOfFeeling({ valence, label }: Pick<TrackReading, 'valence' | 'label'>): string | null {
  if (label === null || valence === null) return label;
  const tone = toneOfFeeling(valence);
  if (tone === 'unsure' || (label !== 'neutral' && gladLabels.includes(label) === (tone === 'strength'))) return label;
  return 'mixed';
}

export function toneOfFeeling(valence: number): 'strength' | 'attention' | 'unsure' {
  if (Math.abs(valence) <= clearlyAway) return 'unsure';
  return valence > 0 ? 'strength' : 'attention';
}

function better(rows: readonly TrackReading[], best: number | null, index: number, sign: 1 | -1): number {
  if (best === null) return index;
  return sign * (rows[index]?.valence ?? 0) > sign * (rows[best]?.valence ?? 0) ? index : best;
}

/** The line between readings is straight; it starts at the first reading and ends at the last. */
function valueAt(read: readonly { index: number; valence: number }[], index: number): number | null {
  const before = read.findLast((one) => one.index <= index);
  const after = read.find((one) => one.index >= index);
  if (!before || !after) return null;
  if (before.index === after.index) return before.valence;
  const share = (index - before.index) / (after.index - before.index);
  return before.valence + share * (after.valence - before.valence);
}
