/** The customer's own noun, in the forms that a phrase may need. */
import { fold } from '../language';
import type { Language } from '../language';
import type { Matter } from './fill';

interface Noun {
  readonly matter: Matter;
  readonly weak: boolean;
}
const tables = new WeakMap<Language, ReadonlyMap<string, Noun>>();

/** From the lists `matters` and `matters-weak`: "parcel", "a encomenda", "paczka paczki paczkę paczką paczce". */
function tableOf(language: Language): ReadonlyMap<string, Noun> {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const table = new Map<string, Noun>();
  for (const list of ['matters', 'matters-weak']) {
    for (const line of language.knowledge.lists[list] ?? []) {
      const words = line.split(' ');
      const last = words.at(-1) ?? '';
      const [nom = '', gen = '', acc = '', ins = '', loc = ''] = words;
      const matter: Matter = language.lang === 'pl' ? { nom, gen, acc, ins, loc } : { nom: line };
      for (const form of language.lang === 'pl' ? words : [last]) if (!table.has(fold(form))) table.set(fold(form), { matter, weak: list !== 'matters' });
    }
  }
  tables.set(language, table);
  return table;
}

/**
 * What the customer writes about, where one of the language's nouns is named: what says most, then what is said most often, then
 * what is said first. null where nothing is named, or only as a verb ("to order") or as a part of another thing ("refund policy").
 */
export function matterOf(language: Language, customer: string): Matter | null {
  const table = tableOf(language);
  const notAfter = new Set((language.knowledge.lists['matters-not-after'] ?? []).map(fold));
  const notBefore = new Set((language.knowledge.lists['matters-not-before'] ?? []).map(fold));
  const counts = new Map<Noun['matter'], { readonly weak: boolean; count: number }>();
  for (const { quoted, tokens } of language.parse(customer).sentences) {
    if (quoted) continue;
    tokens.forEach(({ key }, i) => {
      const noun = table.get(key);
      if (noun === undefined || notAfter.has(tokens[i - 1]?.key ?? '') || notBefore.has(tokens[i + 1]?.key ?? '')) return;
      const counted = counts.get(noun.matter);
      if (counted === undefined) counts.set(noun.matter, { weak: noun.weak, count: 1 });
      else counted.count += 1;
    });
  }
  let best: readonly [Matter, number] | null = null;
  for (const [matter, { weak, count }] of counts) {
    const worth = count - (weak ? 100 : 0);
    if (best === null || worth > best[1]) best = [matter, worth];
  }
  return best?.[0] ?? null;
}
