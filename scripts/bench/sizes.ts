/** What the built extension weighs, gzip level 9, in bytes. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILD } from '../browsers';

const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** A page's own scripts and styles, and the chunks that its HTML preloads. */
function pageSize(name: string): number {
  const html = readFileSync(path.join(BUILD.chromium, name), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  return [...new Set(files)].map((file) => gzip(path.join(BUILD.chromium, file))).reduce((sum, size) => sum + size, 0);
}

export function sizes(): Record<string, number> {
  const at = (...parts: string[]) => path.join(BUILD.chromium, ...parts);
  const scripts = readdirSync(at('content-scripts')).filter((name) => name.endsWith('.js'));
  const content = scripts.map((name) => gzip(at('content-scripts', name))).reduce((sum, size) => sum + size, 0);
  const lazy = existsSync(at('reply.js')) ? gzip(at('reply.js')) : 0;
  const figures: Record<string, number> = {
    sentinel_gzip: content, content_gzip: content + lazy, panel_gzip: pageSize('panel.html'), background_gzip: gzip(at('background.js')),
  };
  for (const name of ['en', 'pl', 'pt']) figures[`language_gzip_${name}`] = gzip(at('knowledge', `${name}.json`));
  return figures;
}
