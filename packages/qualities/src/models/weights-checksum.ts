/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = 'ea17d773f8b1d2570d4fa9bfb23f8a4c4ba570b51369cf49e27870ca52226688';
