/**
 * Everything the engine says of every text of the corpus, beside the corpus as golden/<file>.json, so that an eager rule shows as a
 * diff. Nothing here says what is right: read the diff, and if it is better, write it:
 *   UPDATE_GOLDEN=1 npx vitest run --config tests/vitest.config.ts tests/corpus/golden.test.ts
 */
import { mkdirSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyse } from '../../utils/language';
import type { Lang } from '../../utils/language';
import { find } from '../../utils/promises';
import { real } from '../language/real';

const HERE = dirname(fileURLToPath(import.meta.url));
const LANGS: readonly Lang[] = ['en', 'pt-BR', 'pt-PT', 'pl'];
const ZONES: Readonly<Record<Lang, string>> = { en: 'Europe/London', 'pt-BR': 'America/Sao_Paulo', 'pt-PT': 'Europe/Lisbon', pl: 'Europe/Warsaw' };
const HOURS = { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' };
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

interface Text {
  readonly key: string;
  readonly draft: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly now: string;
  readonly timeZone: string;
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Files differ by their author: anything with a draft or a customer is a text, and so is a bare line in a list. */
function textsIn(file: string, lang: Lang): Text[] {
  const texts: Text[] = [];
  const bare = /dates/.test(file) ? null : /customer/.test(file) ? 'customer' : 'draft';
  const add = (name: string, draft: string | null, customer: string | null, item: Record<string, unknown>): void => {
    const key = texts.some((text) => text.key === name) ? `${name} (${texts.length})` : name;
    texts.push({ key, draft, customer, customerName: stringOf(item['customerName']), now: stringOf(item['now']) ?? '2026-11-18T10:00:00Z', timeZone: stringOf(item['timeZone']) ?? ZONES[lang] });
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) {
        if (typeof item === 'string' && bare !== null) add(item.replace(/\s+/g, ' ').slice(0, 70), bare === 'draft' ? item : null, bare === 'customer' ? item : null, {});
        else walk(item);
      }
    } else if (isRecord(value)) {
      const draft = stringOf(value['draft']), customer = stringOf(value['customer']);
      if (draft !== null || customer !== null) add(stringOf(value['id']) ?? (draft ?? customer ?? '').replace(/\s+/g, ' ').slice(0, 70), draft, customer, value);
      else Object.values(value).forEach(walk);
    }
  };
  walk(parse(readFileSync(file, 'utf8')));
  return texts;
}

/** One line a thing said, so that a diff reads by itself. */
function said({ draft, customer, customerName, now, timeZone }: Text, lang: Lang): Record<string, unknown> {
  const language = real(lang);
  const promises = draft === null ? [] : find(language, draft, { now, zone: timeZone, hours: HOURS, holidays: new Set() });
  const { reading, findings, dimensions } = analyse(language, { draft, customer, customerName, promises });
  const ofDraft = ({ start, end }: { start: number; end: number }): string => (draft ?? '').slice(start, end).replace(/\s+/g, ' ');
  const ofCustomer = ({ start, end }: { start: number; end: number }): string => (customer ?? '').slice(start, end).replace(/\s+/g, ' ');
  return {
    ...(reading === null ? {} : {
      emotion: reading.emotion, stakes: reading.stakes.map((stake) => `${stake.kind}: ${ofCustomer(stake)}`),
      questions: reading.questions.map((question) => (question.answered === null ? ofCustomer(question) : `${question.answered ? 'answered' : 'open'}: ${ofCustomer(question)}`)),
    }),
    ...(dimensions === null ? {} : {
      findings: findings.map((finding) => `${finding.rule}: ${ofDraft(finding)}`),
      promises: promises.map((promise) => `${promise.kind}${promise.deferred ? '' : ', now'}${promise.conditional ? ', if' : ''}: ${ofDraft(promise)} → ${promise.due === null ? 'undated' : `${promise.due.start} / ${promise.due.end} / ${promise.due.precision}`}`),
      missing: Object.values(dimensions).flatMap(({ missing }) => missing).join(' '),
    }),
  };
}

const files = LANGS.flatMap((lang) => readdirSync(join(HERE, lang)).filter((name) => name.endsWith('.yaml')).map((name) => [lang, name] as const));
describe('what the engine says of the corpus', () => {
  it.each(files)('%s/%s is what it was', (lang, name) => {
    const texts = textsIn(join(HERE, lang, name), lang);
    const golden = join(HERE, lang, 'golden', `${basename(name, '.yaml')}.json`);
    const now = Object.fromEntries(texts.map((text) => [text.key, said(text, lang)]));
    if (UPDATE && texts.length > 0) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, `${JSON.stringify(now, null, 1)}\n`);
    }
    expect(existsSync(golden) || texts.length === 0, `${golden} is not there yet: UPDATE_GOLDEN=1 writes it`).toBe(true);
    if (texts.length > 0) expect(now).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
  it('has no golden file whose texts are gone', () => {
    const kept = LANGS.flatMap((lang) => (existsSync(join(HERE, lang, 'golden')) ? readdirSync(join(HERE, lang, 'golden')).map((name) => `${lang}/${basename(name, '.json')}`) : []));
    expect(kept.filter((name) => !files.some(([lang, file]) => `${lang}/${basename(file, '.yaml')}` === name))).toEqual([]);
  });
});
