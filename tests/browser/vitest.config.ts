import { defineConfig } from 'vitest/config';

/** One real browser a run; files one after another, because they share two cores. A test is never tried twice. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
