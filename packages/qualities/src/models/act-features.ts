/** All features of one sentence for the act model, and how much each kind counts. */
import type { ActProbabilities } from '../acts/act-reader.ts';
import type { FeatureList } from './feature-list.ts';
import { findFormFeatures } from './find-form-features.ts';
import { findPlaceFeatures, type Place } from './find-place-features.ts';
import { findEdgeFeatures, findTextFeatures } from './find-text-features.ts';

/**
 * Fills the list: features of the words first. Returns where they end and those of form and place begin. What holds for
 * the whole message comes from `findMessageFeatures` and is the caller's to add, once.
 */
export const findActFeatures = (
  place: Place,
  index: number,
  actsBefore: ActProbabilities | undefined,
  list: FeatureList,
): number => {
  list.clear();
  const sentence = place.sentences[index];
  if (!sentence) return 0;
  findTextFeatures(sentence.words, list);
  findEdgeFeatures(sentence.words, list);
  const split = list.length;
  findFormFeatures(sentence.text, sentence.words.length, list);
  findPlaceFeatures(place, index, actsBefore, list);
  return split;
};

/** Words share one amount, so that long sentences do not shout; form and place count the same in all of them. */
export const textFactor = (count: number): number => (count === 0 ? 0 : 1.5 / Math.sqrt(count));
export const formFactor = 0.3;
