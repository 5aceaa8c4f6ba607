import { defineConfig } from 'vitest/config';

/** Pages in a real browser; one file at a time, because they share the machine's two cores with the server. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.browser.ts'],
    globalSetup: ['tests/browser/one-sample-team.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
    // As long as Playwright waits: whatever is polled here waits for a server at work.
    expect: { poll: { timeout: 30_000 } },
  },
});
