import { defineConfig } from 'vitest/config';

const files = (...names: readonly string[]) => names.map((name) => `tests/browser/${name}.test.ts`);
/**
 * These want the machine to themselves: real hosts that answer in time, browsers killed and started in a row, the traffic of one
 * browser, a policy that every browser of the machine reads.
 */
const ALONE = files('roundcube', 'request-tracker', 'kill', 'network', 'policy', 'bundle');
/** The longest file: it takes an editor's timing as a person's, and bears nothing beside it but reminders, which do nothing for minutes. */
const BESIDE = files('editors', 'reminders');

/** One real browser a file. The others wait most of their time for a page: two files at once, on two cores. A test is never tried twice. */
export default defineConfig({
  test: {
    setupFiles: ['tests/setup.ts'],
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: 'beside', include: BESIDE, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      { extends: true, test: { name: 'two', include: files('*'), exclude: [...ALONE, ...BESIDE], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
