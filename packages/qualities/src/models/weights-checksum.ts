/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = '28f4421cc5078190f96bcbb15408c0414ae915696f2f8020b23ce6de3a4e09b7';
