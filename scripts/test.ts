/**
 * `npm test`: types, lint, unit tests and the rules' own examples, then end to end in Chromium and Firefox.
 * The last line counts it all.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './browsers';
import { command, ensureBrowsers, run } from './environment';

interface Count { passed: number; failed: number; skipped: number }

const CACHE = path.join(ROOT, '.cache/tests');

/** Reads what a test run wrote; a run that wrote nothing counts as one failure. */
function counted(file: string, code: number): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTotalTests: number };
  const failed = report.numFailedTests === 0 && (code !== 0 || report.numTotalTests === 0) ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

const step = async (name: string, run: () => Promise<number>): Promise<Count> => {
  console.log(`\n— ${name}`);
  const code = await run();
  console.log(`— ${name}: ${code === 0 ? 'passed' : 'failed'}`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
};
const npm = (script: string) => () => run('npm', ['run', '--silent', script]);

await command(async () => {
  ensureBrowsers(['chromium', 'firefox']);
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const unit = path.join(CACHE, 'unit.json');
  const counts: Count[] = [];
  counts.push(await step('build', npm('build')));
  counts.push(await step('types', npm('types')));
  counts.push(await step('lint', npm('lint')));
  console.log('\n— unit');
  const code = await run(process.execPath, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]);
  counts.push(counted(unit, code));
  for (const browser of ['chromium', 'firefox']) {
    console.log(`\n— end to end, ${browser}`);
    const e2e = await run(process.execPath, ['scripts/run.mjs', 'e2e', '--browser', browser, '--built', '--json', path.join(CACHE, 'e2e')]);
    counts.push(counted(path.join(CACHE, `e2e-${browser}.json`), e2e));
  }
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
});
