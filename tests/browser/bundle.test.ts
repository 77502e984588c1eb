import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILD } from '../../scripts/browsers';
import { BROWSER } from './harness';

const built = (file: string) => readFileSync(path.join(BUILD[BROWSER], file), 'utf8');
const manifest = JSON.parse(built('manifest.json')) as {
  permissions: string[]; host_permissions?: string[]; optional_host_permissions: string[];
  content_scripts: { js: string[]; matches: string[]; all_frames?: boolean; match_about_blank?: boolean; match_origin_as_fallback?: boolean; run_at: string }[];
};

describe('what is built', () => {
  const sentinel = (manifest.content_scripts[0]?.js ?? []).map(built).join('\n');

  it('puts on a host page, before a reply is focused, less than 30 kB gzip', () => {
    expect(gzipSync(sentinel, { level: 9 }).length).toBeLessThan(30 * 1024);
  });

  it.each([['React', /react\.(?:element|transitional)|__SECRET_INTERNALS|useState/], ['zod', /ZodError|invalid_type/], ['language data', /robotic\.|as per our policy/i]])('has no %s in it', (_name, sign) => {
    expect(sentinel).not.toMatch(sign);
  });

  it('asks for the least that works', () => {
    const own = BROWSER === 'chromium' ? ['sidePanel'] : [];
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'alarms', 'notifications', 'scripting', 'storage', 'unlimitedStorage', ...own].sort());
    // To bring the script back into open pages after an update; Firefox does that by itself.
    expect(manifest.host_permissions ?? []).toEqual(BROWSER === 'chromium' ? manifest.content_scripts.flatMap(({ matches }) => matches) : []);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    for (const script of manifest.content_scripts) expect(script.matches.filter((match) => /^(?:<all_urls>|\*:|https?:\/\/\*\/)/.test(match))).toEqual([]);
  });

  it('listens from the first moment, in every frame of a supported page', () => {
    for (const script of manifest.content_scripts) {
      expect(script).toMatchObject({ all_frames: true, match_about_blank: true, match_origin_as_fallback: true, run_at: 'document_start' });
    }
  });
});
