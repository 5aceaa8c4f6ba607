/**
 * Two readers of acts as one: values are averaged. Model and patterns err differently, so together they read better than
 * either (bench/models.ts), at the speed of the slower.
 */
import type { Act } from '@rapport/contract';
import type { ActProbabilities, ActReader } from '../acts/act-reader.ts';

/** `share` is the second reader's, 0…1. */
export const blendReaders =
  (one: ActReader, other: ActReader, share: number): ActReader =>
  (turn, before) => {
    const second = other(turn, before);
    return one(turn, before).map((acts, index) => blend(acts, second[index] ?? {}, share));
  };

const blend = (one: ActProbabilities, other: ActProbabilities, share: number): ActProbabilities => {
  const both: ActProbabilities = {};
  for (const [act, value] of Object.entries(one) as [Act, number][]) both[act] = (1 - share) * value;
  for (const [act, value] of Object.entries(other) as [Act, number][]) both[act] = (both[act] ?? 0) + share * value;
  return both;
};

/** Measured best on the held-back part; from a fifth to two fifths it makes little difference. */
export const patternShare = 0.25;
