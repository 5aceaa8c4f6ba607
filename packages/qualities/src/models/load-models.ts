/**
 * The trained models, from the bytes they travel in.
 *
 *     const models = loadModels(shippedWeights());
 *     readConversation(conversation, options, models.readActs);
 */
import { type ActModel, createActModel, sizeOfActModel } from './act-model.ts';
import { Arena } from './arena.ts';
import { createFeelingModel, type FeelingReader, sizeOfFeelingModel } from './feeling-model.ts';
import { createKernel, type Kernel } from './kernel.ts';
import { unpackArrays } from './packed-arrays.ts';
import { createToneModel, sizeOfToneModel, type ToneReader } from './tone-model.ts';

export interface Models extends ActModel {
  readFeeling: FeelingReader;
  readTone: ToneReader;
}

/**
 * Throws a RangeError naming the trouble when the bytes are damaged or belong to another version. The readers keep
 * working memory of their own and are not for two threads at once.
 */
export const loadModels = (bytes: Uint8Array, create: (size: number) => Kernel = createKernel): Models => {
  const { arrays } = unpackArrays(bytes);
  const arena = new Arena(sizeOfActModel(arrays) + sizeOfFeelingModel(arrays) + sizeOfToneModel(arrays), create);
  return {
    ...createActModel(arrays, arena),
    readFeeling: createFeelingModel(arrays, arena),
    readTone: createToneModel(arrays, arena),
  };
};
