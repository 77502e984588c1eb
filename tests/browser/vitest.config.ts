import { defineConfig } from 'vitest/config';

const files = (...names: readonly string[]) => names.map((name) => `tests/browser/${name}.test.ts`);
/** Reminders wait for minutes and do nothing meanwhile: the editors, the longest file, run beside them. */
const BESIDE = files('editors', 'reminders');

/** One real browser a file; files one after another but for those, because they share two cores. A test is never tried twice. */
export default defineConfig({
  test: {
    setupFiles: ['tests/setup.ts'],
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: 'beside', include: BESIDE, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'alone', include: files('*'), exclude: BESIDE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
