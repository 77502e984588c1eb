/** Compiled assets are read back while nothing they depend on changed, and compiled again when something did. */
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remembered } from '../../utils/rules/compiler/cache';

let root = '', folder = '', compiled = 0;
const compile = (): Promise<{ json: string; faults: string[] }> => {
  compiled += 1;
  return Promise.resolve({ json: `{"made":${compiled}}`, faults: ['a\nfault'] });
};
const ask = (): ReturnType<typeof compile> => remembered('en', root, compile, folder) as ReturnType<typeof compile>;

beforeEach(async () => {
  compiled = 0;
  root = await mkdtemp(join(tmpdir(), 'keepword-'));
  folder = join(root, 'kept');
  await mkdir(join(root, 'en/wording'), { recursive: true });
  await writeFile(join(root, 'en/wording/a.yaml'), '[]');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('the compiled language', () => {
  it('is compiled once, faults and all', async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(compiled).toBe(1);
  });
  it.each<readonly [string, () => Promise<void>]>([
    ['a file is edited', () => writeFile(join(root, 'en/wording/a.yaml'), '[ ]')],
    ['a file is added', () => writeFile(join(root, 'en/wording/b.yaml'), '')],
    ['a file is renamed', async () => { await rm(join(root, 'en/wording/a.yaml')); await writeFile(join(root, 'en/wording/c.yaml'), '[]'); }],
  ])('is compiled anew when %s, and its older state goes', async (_what, change) => {
    await ask();
    await change();
    expect((await ask()).json).toBe('{"made":2}');
    expect(await readdir(folder)).toHaveLength(1);
  });
  it('is compiled where what was kept cannot be read or the folder cannot be made', async () => {
    await ask();
    const [file = ''] = await readdir(folder);
    await writeFile(join(folder, file), 'half');
    expect((await ask()).json).toBe('{"made":2}');
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    await chmod(folder, 0o400);
    expect((await ask()).json).toBe('{"made":3}');
    expect(await readFile(folder, 'utf8')).toBe('in the way');
  });
  it('is not kept when a file changed while it was compiled', async () => {
    const slow = async (): ReturnType<typeof compile> => { await writeFile(join(root, 'en/wording/a.yaml'), '[  ]'); return compile(); };
    await remembered('en', root, slow, folder);
    expect((await ask()).json).toBe('{"made":2}');
  });
});
