/** Measured agreement in words that somebody reads who leads a team. */
import {
  type Accuracy,
  type EstimateWire,
  type QualityAccuracy,
  qualityWords,
  type TrustLevel,
  trustFrom,
  trustLevels,
  trustWords,
} from '@rapport/contract';
import { numberWords } from '../design/estimate-words.ts';

export interface TrustWords {
  /** "fair" */
  name: string;
  /** What to do with that. */
  advice: string;
  /** "0.46, likely 0.24 to 0.64" */
  agreement: string;
  /** "11 of 17", of the verdicts missed those labelled missed; null where it was never said. */
  missed: string | null;
}

export const trustOfQuality = ({ trust, kappa, missed }: QualityAccuracy): TrustWords => ({
  ...trustWords[trust],
  agreement: agreementWords(kappa),
  missed: countWords(missed),
});

export const agreementWords = ({ value, lower, upper }: EstimateWire): string => {
  if (value === null) return 'not known';
  if (lower === null || upper === null) return numberWords(value, 2);
  return `${numberWords(value, 2)}, likely ${numberWords(lower, 2)} to ${numberWords(upper, 2)}`;
};

/** A share as the two counts it was made of. */
export const countWords = ({ value, n }: EstimateWire): string | null =>
  value === null || n === 0 ? null : `${Math.round(value * n)} of ${n}`;

/** One plain sentence on all of it; cautious by the lower end of the range. */
export const signalWords = ({ lower }: EstimateWire): string =>
  lower !== null && lower >= trustFrom.fair
    ? 'Over many conversations, the scores are a real signal.'
    : 'The scores are a weak signal, even over many conversations.';

export interface TrustGroup {
  level: TrustLevel;
  /** "strong" */
  name: string;
  advice: string;
  /** Names of qualities, most trusted first. */
  qualities: string[];
}

/** From most to least trusted; levels nothing stands on are left out. */
export const trustGroups = ({ qualities }: Pick<Accuracy, 'qualities'>): TrustGroup[] =>
  [...trustLevels].reverse().flatMap((level) => {
    const own = qualities
      .filter(({ trust }) => trust === level)
      .sort((one, other) => (other.kappa.value ?? 0) - (one.kappa.value ?? 0))
      .map(({ quality }) => qualityWords[quality].name);
    return own.length > 0 ? [{ level, ...trustWords[level], qualities: own }] : [];
  });
