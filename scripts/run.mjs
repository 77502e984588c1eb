/**
 * Entry of every command: says in one line what is wrong with the machine before anything newer is loaded.
 * Written for the oldest Node that may try it, hence no import of our own code here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const NODE = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
  console.error(`Keepword needs Node ${NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  console.error('The packages are not installed yet: run `npm ci` first.');
  process.exit(1);
}
const [command, ...rest] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...rest], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
