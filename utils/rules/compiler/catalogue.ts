/** The wording rules of one language as people read them: for the options page, and as a page of Markdown. */
import { fold } from '../fold';
import type { AssetName, CatalogueRule } from '../types';
import type { LanguageSource } from './source';

const plainFlag = (text: string): string => text.replace(/[<>]/g, '');

/** The replacement of exactly the words marked in the example; a pattern's is left out, it may belong to another form. */
function swapFor(swap: Readonly<Record<string, string | readonly string[]>>, flag: string): string | undefined {
  const marked = fold(/<([^<>]+)>/.exec(flag)?.[1] ?? '');
  const found = Object.entries(swap).find(([form]) => fold(form.replace(/^=/, '')) === marked)?.[1];
  return typeof found === 'string' ? found : found?.[0];
}

/** Every wording rule, by category and then in the order of the files. */
export function catalogueOf(source: LanguageSource): CatalogueRule[] {
  const rules = source.entries.flatMap(({ entry, only }): CatalogueRule[] => {
    if (!('category' in entry)) return [];
    const [flag = ''] = entry.flags, [passes = ''] = entry.passes;
    const advice = entry.example ?? (entry.swap === undefined ? entry.say?.[0] : swapFor(entry.swap, flag)) ?? null;
    return [{ id: entry.id, category: entry.category, only: entry.only ?? only, why: entry.why, flags: flag, passes, advice }];
  });
  return rules.sort((a, b) => (a.category < b.category ? -1 : a.category > b.category ? 1 : 0));
}

const TITLES: Readonly<Record<AssetName, string>> = { en: 'English', pt: 'Portuguese (Brazil and Portugal)', pl: 'Polish' };

/** The same as Markdown: a heading a category, a table row a rule. */
export function catalogueText(name: AssetName, rules: readonly CatalogueRule[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const marked = (text: string): string => cell(text).replace(/<([^<>]+)>/g, '**$1**');
  const lines = [`# Wording rules: ${TITLES[name]}`, '', `${rules.length} rules. The marked words are shown in bold.`];
  let category = '';
  for (const rule of rules) {
    if (rule.category !== category) {
      category = rule.category;
      lines.push('', `## ${category}`, '', '| rule | what the customer hears | marked | not marked | instead |', '| --- | --- | --- | --- | --- |');
    }
    const only = rule.only === null ? '' : ` (${rule.only})`;
    lines.push(`| \`${rule.id}\`${only} | ${cell(rule.why)} | ${marked(rule.flags)} | ${cell(plainFlag(rule.passes))} | ${cell(rule.advice ?? '')} |`);
  }
  return `${lines.join('\n')}\n`;
}
