import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { parse } from 'yaml';

/** YAML files are read by tests as plain data. */
const yaml = {
  name: 'yaml',
  transform(code: string, id: string) {
    return /\.ya?ml$/.test(id) ? { code: `export default ${JSON.stringify(parse(code))}`, map: null } : undefined;
  },
};

/** Rooms that know no browser and keep nothing between two questions: their files share one process a worker, and read the knowledge once. */
const PURE = ['rules', 'language', 'promises', 'reminders', 'phrases', 'corpus', 'analyze', 'hosts', 'policies'].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  plugins: [WxtVitest(), yaml],
  test: {
    setupFiles: ['tests/setup.ts'],
    // A guard against hanging, not a measure: property tests take their time on a busy machine.
    testTimeout: 120_000,
    retry: 0,
    // Left to itself vitest keeps one of two cores free.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'rooms', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**', 'node_modules/**', ...PURE] } },
    ],
  },
});
