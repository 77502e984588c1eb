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

export default defineConfig({
  plugins: [WxtVitest(), yaml],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'node_modules/**'],
    setupFiles: ['tests/setup.ts'],
    // A guard against hanging, not a measure: property tests take their time on a busy machine.
    testTimeout: 120_000,
    retry: 0,
  },
});
