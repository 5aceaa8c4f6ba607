export * from './focus-input.ts';
