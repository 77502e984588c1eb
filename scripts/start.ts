/**
 * `npm start`: builds, then shows the main job on the practice inbox. With a display in a window that stays for you; without
 * one headless. Either way it prints what it saw, leaves screenshots, and ends with a status other than 0 if a step failed.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, ROOT } from './browsers';
import { command, ensureBrowsers, findBrowser, hasDisplay, Plain, run, type BrowserName } from './environment';
import { tour } from './tour';

const FOLDER = path.join(ROOT, 'screenshots/tour');

await command(async () => {
  const here: BrowserName = findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox';
  const executable = ensureBrowsers([here])[here] ?? '';
  console.log('Building …');
  if ((await run('npm', ['run', '--silent', here === 'chromium' ? 'build:chromium' : 'build:firefox'])) !== 0) throw new Plain('The build failed; its own words stand above.');
  mkdirSync(FOLDER, { recursive: true });
  const headless = !hasDisplay();
  const session = await launch({ browser: here, executable, headless, window: { width: 1280, height: 860 } });
  console.log(`${executable}${headless ? ', without a display' : ''}\n`);
  let current = '';
  try {
    await tour(session, (scene, step, seen) => {
      if (scene !== current) console.log(`\n${scene}`);
      current = scene;
      console.log(`  ✓ ${step}\n      ${seen}`);
    }, FOLDER);
  } catch (error) {
    console.error(`\n  ✗ ${String((error as Error).message)}`);
    await session.close();
    return 1;
  }
  console.log(`\nScreenshots: ${path.relative(ROOT, FOLDER)}`);
  if (!headless) {
    await session.open('practice.html');
    console.log('The practice inbox is open: answer a customer. Close the browser to end.');
    await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  }
  await session.close();
  return 0;
});
