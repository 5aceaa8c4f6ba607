/**
 * The shipped model of the 28 emotions. Its weights are a module of their own that is loaded at the first call, so that
 * whoever only scores conversations never reads them.
 */
import { bytesOfBase64 } from './bytes-of-base64.ts';
import { createEmotions28, type Emotions28 } from './emotions28-model.ts';
import { unpackArrays } from './packed-arrays.ts';

let loading: Promise<Emotions28> | null = null;

export const shippedEmotions28 = (): Promise<Emotions28> => {
  loading ??= shippedEmotions28Bytes().then((bytes) => createEmotions28(unpackArrays(bytes).arrays));
  return loading;
};

/** The weights as they were written by `training/train.ts`. */
export const shippedEmotions28Bytes = async (): Promise<Uint8Array> => {
  const { packedEmotions28 } = await import('./generated/emotions28-weights.ts');
  return bytesOfBase64(packedEmotions28);
};
