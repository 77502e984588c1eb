import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACK_PROBLEMS, PROMISE_STATUSES, RESTORE_FAULTS } from '../../utils/messages/protocol';
import { CATEGORIES, DIMENSIONS, EMOTIONS, STAKES } from '../../utils/language';
import { LEFT_KINDS, LEFT_VARIABLES } from '../../utils/phrases';
import { PROMISE_KINDS } from '../../utils/promises';
import { PACK_ERROR_CODES } from '../../utils/phrases/pack';
import { IMPORT_CODES } from '../../utils/phrases/import';
import { GROUPS } from '../../components/options/board/sections';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = { en: 'en', pt_BR: 'pt-BR', pt_PT: 'pt-PT', pl: 'pl' } as const;
const read = (folder: string): Messages => JSON.parse(readFileSync(join(ROOT, 'public/_locales', folder, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
const others = Object.keys(FOLDERS).filter((folder) => folder !== 'en');

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
/** A form of a plural has sisters: `promise_other` alone is a word like any other. */
const isPlural = (messages: Messages, key: string): boolean => {
  const base = key.replace(PLURAL, '');
  return base !== key && `${base}_one` in messages && `${base}_other` in messages;
};
/** Keys with the forms of one plural taken together. */
const baseKeys = (messages: Messages): readonly string[] =>
  [...new Set(Object.keys(messages).map((key) => (isPlural(messages, key) ? key.replace(PLURAL, '') : key)))].sort();
const namesIn = (message: string): readonly string[] => [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => (name ?? '').toLowerCase()))].sort();

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'));
}
const code = [...sources('components'), ...sources('entrypoints'), readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')].join('\n');

/** Keys that the interface puts together from the words of the domain. */
const built = [
  ...EMOTIONS.map((emotion) => `emotion_${emotion}`),
  ...STAKES.map((stake) => `stake_${stake}`),
  ...CATEGORIES.map((category) => `category_${category}`),
  ...PROMISE_KINDS.map((kind) => `promise_${kind}`),
  ...PROMISE_STATUSES.map((status) => `board_status_${status.replace('-', '_')}`),
  ...GROUPS.map((group) => `board_${group}`),
  ...Object.keys(DIMENSIONS).map((name) => `panel_dimension_${name}`),
  ...Object.values(DIMENSIONS).flat().flatMap((check) => ['short', 'there', 'missing'].map((form) => `check_${check}_${form}`)),
  ...['system', 'light', 'dark'].map((theme) => `options_theme_${theme}`),
  ...['none', 'f', 'm'].map((gender) => `options_gender_${gender}`),
  ...PACK_ERROR_CODES.map((code) => `pack_error_${code}`),
  ...IMPORT_CODES.map((code) => `pack_import_${code}`),
  ...PACK_PROBLEMS.map((code) => `pack_problem_${code}`),
  ...LEFT_KINDS.flatMap((kind) => (kind === 'other_name' || kind === 'other_variety' ? [`left_${kind}`] : [`left_${kind}`, `left_${kind}_${kind === 'hole' ? 'named' : 'known'}`])),
  ...LEFT_VARIABLES.map((name) => `palette_var_${name}`),
  ...['en', 'pt_BR', 'pt_PT', 'pl'].map((language) => `left_language_${language}`),
  ...RESTORE_FAULTS.map((fault) => `data_fault_${fault}`),
];

describe.each(others)('%s', (folder) => {
  const messages = read(folder);

  it('has exactly the keys of English', () => {
    expect(baseKeys(messages)).toEqual(baseKeys(english));
  });

  it('names the same placeholders as English', () => {
    const wrong = Object.entries(messages).filter(([key, { message }]) => {
      const model = english[isPlural(messages, key) ? key.replace(PLURAL, '_other') : key];
      return model && namesIn(message).join() !== namesIn(model.message).join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe.each(Object.entries(FOLDERS))('%s', (folder, tag) => {
  const messages = read(folder);

  it('has for every plural exactly the forms its language has', () => {
    const forms = [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort();
    const bases = [...new Set(Object.keys(messages).filter((key) => isPlural(messages, key)).map((key) => key.replace(PLURAL, '')))];
    const found = bases.map((base) => ({ base, forms: Object.keys(messages).filter((key) => key.replace(PLURAL, '') === base && PLURAL.test(key)).map((key) => key.slice(base.length + 1)).sort() }));
    expect(found).toEqual(bases.map((base) => ({ base, forms })));
  });

  it('declares every placeholder it uses, and no other', () => {
    const wrong = Object.entries(messages).filter(([, { message, placeholders }]) => {
      const declared = Object.keys(placeholders ?? {}).map((name) => name.toLowerCase()).sort();
      return declared.join() !== namesIn(message).join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('leaves nothing empty and no stray blanks', () => {
    const wrong = Object.entries(messages).filter(([, { message }]) => message === '' || message !== message.trim() || /  /.test(message));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('keeps the store name and description within their limits', () => {
    expect(messages['app_name']?.message.length).toBeLessThanOrEqual(75);
    expect(messages['app_description']?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('the two kinds of Portuguese', () => {
  const hits = (folder: string, words: RegExp) =>
    Object.entries(read(folder)).filter(([, { message }]) => words.test(message)).map(([key]) => key);

  it('keeps Brazilian forms out of Portugal', () => {
    expect(hits('pt_PT', /\b(?:você|salv(?:o|ar)|configurações|tela|arquivo|equipe|usuário|contato|polonês|dá para)\b/i)).toEqual([]);
  });
  it('keeps European forms out of Brazil', () => {
    expect(hits('pt_BR', /\b(?:definições|ecrã|ficheiro|equipa|utilizador|contacto|polaco|aspeto)\b/i)).toEqual([]);
  });
});

describe('keys and code', () => {
  const literal = new Set([...code.matchAll(/'((?:app|panel|check|emotion|stake|category|promise|board|options|practice|inline|notice|rules?|log|reminders|data|figures|kit|palette|packs?|phrases|workshop|left)_\w+)'/g)].map(([, key]) => key ?? ''));
  const beginnings = [...code.matchAll(/`([a-z]+_(?:\w*_)?)\$\{/g)].map(([, start]) => start ?? '');
  const inManifest = new Set([...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ''));

  it('has every key that is built from the words of the domain', () => {
    expect(built.filter((key) => !(key in english))).toEqual([]);
  });

  it('has every key that the code names', () => {
    const known = new Set(baseKeys(english));
    // `options_gender_none` and the like stand in whole in the code too; a key may also begin a built one.
    expect([...literal].filter((key) => !known.has(key) && !(key in english))).toEqual([]);
  });

  it('has no key that nobody uses', () => {
    const used = (key: string) => literal.has(key) || built.includes(key) || inManifest.has(key) || beginnings.some((start) => key.startsWith(start));
    expect(baseKeys(english).filter((key) => !used(key))).toEqual([]);
  });

});
