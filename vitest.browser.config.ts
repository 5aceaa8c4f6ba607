import { defineConfig } from 'vitest/config';

/** Pages in a real browser; one file at a time, because they share the machine's two cores with the server. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
