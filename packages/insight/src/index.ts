export * from './control-false-discovery.ts';
export * from './estimate-rates.ts';
export * from './find-focus.ts';
export * from './find-ladder.ts';
export * from './focus-input.ts';
export * from './trouble.ts';
export * from './write-sentences.ts';
