/**
 * The weights that travel with the package, as a module, so that Node, tests and pages read them alike and offline.
 * Import this file only where it may cost a megabyte: pages do so lazily.
 */
import { loadModels, type Models } from './load-models.ts';
import { packedWeights } from './shipped-weights.ts';

let models: Models | null = null;

/** The shipped models, loaded at the first call. */
export const shippedModels = (): Models => {
  models ??= loadModels(shippedBytes());
  return models;
};

/** The weights as they were written by `training/train.ts`. */
export const shippedBytes = (): Uint8Array => bytesOf(packedWeights);

/** A loop, because `Uint8Array.from(text, …)` takes ten times as long for megabytes. */
const bytesOf = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
};
