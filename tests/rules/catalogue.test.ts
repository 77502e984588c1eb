import { describe, expect, it } from 'vitest';
import { ASSETS, catalogueOf, catalogueText, readLanguage } from '../../utils/rules/compile';

describe.each(ASSETS.map((name) => [name] as const))('the catalogue of %s', (name) => {
  it('holds every wording rule once, with why and both kinds of examples, by category', async () => {
    const source = await readLanguage(name);
    const rules = catalogueOf(source);
    expect(rules.map(({ id }) => id).sort()).toEqual(source.entries.flatMap(({ entry }) => ('category' in entry ? [entry.id] : [])).sort());
    for (const { why, flags, passes } of rules) {
      expect(why).not.toBe('');
      expect(flags).toMatch(/<[^<>]+>/);
      expect(passes).not.toBe('');
    }
    expect(rules.map(({ category }) => category)).toEqual(rules.map(({ category }) => category).sort());
  });
  it('advises what fits the words it marks', async () => {
    const source = await readLanguage(name);
    for (const { entry } of source.entries) {
      if (!('swap' in entry) || entry.swap === undefined || entry.example !== undefined) continue;
      const { advice = null, flags = '' } = catalogueOf({ ...source, entries: source.entries.filter((one) => one.entry === entry) })[0] ?? {};
      const marked = /<([^<>]+)>/.exec(flags)?.[1]?.toLowerCase() ?? '';
      const own = Object.entries(entry.swap).find(([form]) => form.toLowerCase() === marked)?.[1];
      if (own !== undefined) expect(advice).toBe(typeof own === 'string' ? own : own[0]);
    }
  });
  it('is a table a category as a document', async () => {
    const rules = catalogueOf(await readLanguage(name));
    const lines = catalogueText(name, rules).split('\n');
    expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(new Set(rules.map(({ category }) => category)).size);
    expect(lines.filter((line) => line.startsWith('| `'))).toHaveLength(rules.length);
    for (const line of lines.filter((one) => one.startsWith('| `'))) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(7);
  });
});
