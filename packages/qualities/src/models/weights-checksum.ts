/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = '2a1c95c0d836a71adaf2f47ee880a6be45064bcafcf4f5c8b3e0ae71125279ea';
