/**
 * End-to-end tests: `npm run test:e2e -- --browser chromium|firefox --grep WORDS --kills N`. Without --browser, both.
 * Each browser is a run of its own; a test is never tried twice.
 */
import { parseArgs } from 'node:util';
import path from 'node:path';
import { ROOT } from './browsers';
import { Plain, command, ensureBrowsers, run, type BrowserName } from './environment';

const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

await command(async () => {
  const { values } = parseArgs({ options: { browser: { type: 'string' }, grep: { type: 'string' }, json: { type: 'string' }, built: { type: 'boolean' }, kills: { type: 'string' } } });
  const wanted = BROWSERS.filter((name) => !values.browser || values.browser === name);
  if (wanted.length === 0) throw new Plain(`--browser ${values.browser}: say chromium or firefox.`);
  const found = ensureBrowsers(wanted);
  if (!values.built && (await run('npm', ['run', '--silent', 'build'])) !== 0) throw new Plain('The build failed.');
  let worst = 0;
  for (const name of wanted) {
    const code = await run(process.execPath, [
      path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/browser/vitest.config.ts',
      ...(values.grep ? ['-t', values.grep] : []),
      '--reporter=verbose', ...(values.json ? ['--reporter=json', `--outputFile.json=${values.json}-${name}.json`] : []),
    ], { KEEPWORD_E2E: name, KEEPWORD_EXECUTABLE: found[name] ?? '', ...(values.kills ? { KEEPWORD_KILLS: values.kills } : {}) });
    worst = Math.max(worst, code);
  }
  return worst;
});
