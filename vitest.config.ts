import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts', 'training/**/*.test.ts', 'floors.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    setupFiles: ['tests/same-seed.ts'],
    retry: process.env['CI'] ? 1 : 0,
  },
});
