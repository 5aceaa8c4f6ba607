import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts', 'training/**/*.test.ts', 'floors.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Modules keep nothing that one test file could leave to the next, and loading them anew took a fifth of the time.
    isolate: false,
    // While one file waits for PostgreSQL another one computes, also on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['tests/one-cluster.ts'],
    setupFiles: ['tests/same-seed.ts'],
    retry: process.env.CI ? 1 : 0,
  },
});
