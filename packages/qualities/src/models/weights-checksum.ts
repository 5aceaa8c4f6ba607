/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = '5adca3362de0e3d51103f4b9d9b5b3799e0981e4eed7e6214b3eb16b6613c416';
