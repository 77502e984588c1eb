import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const at = (...parts: string[]) => path.join(ROOT, ...parts);
const entries = (folder: string) => readdirSync(at(folder));
const isFolder = (file: string) => statSync(at(file)).isDirectory();
const filesBelow = (folder: string): string[] =>
  entries(folder).flatMap((name) => (isFolder(`${folder}/${name}`) ? filesBelow(`${folder}/${name}`) : [`${folder}/${name}`]));

const ROOMS = ['browser', 'editors', 'hosts', 'language', 'messages', 'phrases', 'promises', 'reminders', 'rules', 'store'];

describe('the layout', () => {
  it('has no top-level entry beyond the agreed ones', () => {
    const agreed = new Set(['README.md', 'LICENSE', 'package.json', 'package-lock.json', 'wxt.config.ts', 'tsconfig.json', 'eslint.config.js',
      'entrypoints', 'components', 'utils', 'public', 'tests', 'scripts', 'node_modules', 'screenshots']);
    expect(entries('.').filter((name) => !name.startsWith('.') && !agreed.has(name))).toEqual([]);
  });

  it('has no loose file in utils or components', () => {
    expect(entries('utils').filter((name) => !isFolder(`utils/${name}`))).toEqual([]);
    expect(entries('components').filter((name) => !isFolder(`components/${name}`))).toEqual([]);
  });

  it.each(ROOMS.filter((room) => room !== 'messages'))('room %s has a door', (room) => {
    expect(existsSync(at('utils', room, 'index.ts'))).toBe(true);
  });

  it('holds every source file to about 250 lines', () => {
    const long = ['utils', 'components', 'entrypoints', 'scripts'].flatMap(filesBelow)
      .filter((file) => /\.(ts|tsx|mjs|yaml)$/.test(file) && !file.endsWith('names.yaml'))
      .map((file) => ({ file, lines: readFileSync(at(file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 320);
    expect(long).toEqual([]);
  });

  it('has no unfinished or silenced place', () => {
    // Put together from parts, so that this file does not find itself.
    const marks = new RegExp([['TO', 'DO'], ['FIX', 'ME'], ['eslint', '-disable'], ['@ts', '-ignore'], ['as', ' any\\b']].map((parts) => parts.join('')).join('|'));
    const found = ['utils', 'components', 'entrypoints', 'scripts', 'tests'].flatMap(filesBelow)
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('tests/pages'))
      .filter((file) => marks.test(readFileSync(at(file), 'utf8')));
    expect(found).toEqual([]);
  });
});

describe('every host has its page', () => {
  const hosts = entries('utils/hosts/known').filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', ''));
  const pages = entries('tests/pages/hosts');
  it.each(hosts.filter((host) => host !== 'practice'))('%s', (host) => {
    const name = host.replace(/-web$/, '');
    expect(pages.filter((page) => page.startsWith(name))).not.toEqual([]);
  });
});

describe('the map of who may import what', () => {
  const eslint = new ESLint({ cwd: ROOT });
  const law = async (file: string, code: string) => {
    const [result] = await eslint.lintText(code, { filePath: at(file) });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };
  const broken: [string, string, string, string][] = [
    ['a pure room imports the browser', 'utils/language/index.ts', `export * from '../browser';`, 'boundaries/dependencies'],
    ['language imports promises', 'utils/language/index.ts', `import { find } from '../promises';\nexport { find };`, 'boundaries/dependencies'],
    ['content imports the store', 'entrypoints/content/index.ts', `import * as store from '../../utils/store';\nexport { store };`, 'boundaries/dependencies'],
    ['content imports React', 'entrypoints/content/index.ts', `import React from 'react';\nexport { React };`, 'boundaries/dependencies'],
    ['content imports zod', 'entrypoints/content/index.ts', `import { z } from 'zod';\nexport { z };`, 'boundaries/dependencies'],
    ['the panel imports the store', 'components/panel/index.ts', `export * from '../../utils/store';`, 'boundaries/dependencies'],
    ['a door is bypassed', 'entrypoints/content/index.ts', `export * from '../../utils/language/types';`, 'boundaries/dependencies'],
    ['a dynamic import bypasses the map', 'utils/language/index.ts', `export const load = () => import('../store');`, 'boundaries/dependencies'],
    ['types leave a room that gives none', 'utils/store/index.ts', `import type { Lang } from '../language';\nexport type { Lang };`, 'boundaries/dependencies'],
    ['a value where types alone may cross', 'utils/editors/index.ts', `export { EMOTIONS } from '../language';`, 'boundaries/dependencies'],
    ['node in a pure room', 'utils/promises/index.ts', `export * from 'node:fs';`, 'boundaries/dependencies'],
    ['a loose file in utils', 'utils/loose.ts', `export const x = 1;`, 'boundaries/no-unknown-files'],
    ['a clock in a pure room', 'utils/promises/index.ts', `export const now = () => Date.now();`, 'no-restricted-syntax'],
    ['a new Date anywhere', 'components/panel/index.ts', `export const now = () => new Date();`, 'no-restricted-syntax'],
    ['chance in a pure room', 'utils/phrases/index.ts', `export const x = () => Math.random();`, 'no-restricted-syntax'],
    ['the network outside its one file', 'entrypoints/background/index.ts', `export const x = () => fetch('/');`, 'no-restricted-globals'],
  ];
  it.each(broken)('refuses: %s', async (_name, file, code, rule) => {
    expect(await law(file, code)).toContain(rule);
  }, 60_000);

  const kept: [string, string, string][] = [
    ['promises import language by its door', 'utils/promises/index.ts', `import { identify } from '../language';\nexport { identify };`],
    ['messages carry types of the pure rooms', 'utils/messages/protocol.ts', `import type { Lang } from '../language';\nexport type { Lang };`],
    ['the background imports the store', 'entrypoints/background/index.ts', `import * as store from '../../utils/store';\nexport { store };`],
  ];
  it.each(kept)('admits: %s', async (_name, file, code) => {
    expect(await law(file, code)).toEqual([]);
  }, 60_000);
});
