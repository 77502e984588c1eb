/**
 * Compiles everything without output, then each pure room by its own tsconfig, in which there is no DOM, no browser
 * and no Node: what the lint rules can't see, the compiler refuses.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './browsers';
import { command, run } from './environment';

const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');

await command(async () => {
  const rooms = readdirSync(path.join(ROOT, 'utils')).map((room) => path.join('utils', room, 'tsconfig.json')).filter((file) => existsSync(path.join(ROOT, file)));
  for (const project of ['tsconfig.json', ...rooms]) {
    const code = await run(process.execPath, [TSC, '--noEmit', '-p', project]);
    if (code !== 0) return code;
  }
  return 0;
});
