import { defineConfig } from 'vitest/config';

/** Real servers from packages of the system, each started by its own file; one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/servers/**/*.servers.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    globalSetup: ['tests/one-cluster.ts'],
  },
});
