/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = '09ea3cd5dd72319b51469932736ba3f8615c2043b3510745e16d2f95c0b104e0';
