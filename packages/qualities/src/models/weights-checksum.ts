/** Of all weights together; written by `npx tsx training/train.ts`. */
export const weightsChecksum = 'ed44725b6a39c57c9472b9cc55bb32b82565698c353485dabdb09a7db8f3f014';
