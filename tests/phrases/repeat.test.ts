/** No customer is offered again what they got, however often they write; and what an agent likes and uses comes first. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../utils/language';
import type { Lang } from '../../utils/language';
import { aboutCustomer, createPhrases, ownUses } from '../../utils/phrases';
import { real, realKnowledge } from '../language/real';
import { CUSTOMERS } from './customers';

const LANGS = ['en', 'pt-BR', 'pt-PT', 'pl'] as const satisfies readonly Lang[];
const NOW = '2026-11-27T10:00:00Z';

describe.each(LANGS)('%s', (lang) => {
  const language = real(lang);
  const phrases = createPhrases(realKnowledge(lang).phrases);
  const asked = CUSTOMERS[lang].map(({ is, customer, name }) => [is, customer, name] as const);
  const ask = (customer: string, name: string | null, got: readonly string[]) => {
    const analysis = analyse(language, { draft: null, customer, customerName: name, promises: [] });
    return { analysis, offered: phrases.suggest({ analysis, language, draft: null, customer, customerName: name, lastUsed: got }).map(({ phrase }) => phrase) };
  };

  it.each(asked)('%s: “%s” is offered something else each time, to the last phrase that fits', (_is, customer, name) => {
    const got: string[] = [];
    for (let reply = 0; reply < 200; reply += 1) {
      const { offered } = ask(customer, name, got);
      if (offered.length === 0) break;
      expect(offered.filter((id) => got.includes(id))).toEqual([]);
      got.push(...offered);
    }
    expect(got.length).toBeGreaterThan(0);
    expect(new Set(got).size).toBe(got.length);
    expect(ask(customer, name, got).offered).toEqual([]);
  });

  it('in the palette too what they got stands behind what they did not', () => {
    const [, customer = '', name = null] = asked[0] ?? [];
    const { analysis, offered } = ask(customer, name, []);
    const about = aboutCustomer(analysis, language, customer, null);
    const first = phrases.find('', { lang, about, limit: 30, said: [] }).hits.map(({ phrase }) => phrase.id);
    const again = phrases.find('', { lang, about, limit: 30, said: first.slice(0, 3) }).hits.map(({ phrase }) => phrase.id);
    expect(offered.length).toBeGreaterThan(0);
    expect(again.slice(0, 3).filter((id) => first.slice(0, 3).includes(id))).toEqual([]);
  });

  it('favourites lead, then what is used often and of late, then what suits the customer', () => {
    const [, customer = '', name = null] = asked[0] ?? [];
    const { analysis } = ask(customer, name, []);
    const about = aboutCustomer(analysis, language, customer, null);
    const all = phrases.find('', { lang, about, limit: 2000 }).hits.map(({ phrase }) => phrase.id);
    const [liked = '', often = '', once = ''] = all.slice(-3);
    const own = ownUses([
      { phrase: often, count: 25, last: '2026-11-26T10:00:00Z', favourite: false }, { phrase: once, count: 1, last: '2026-05-01T10:00:00Z', favourite: false },
      { phrase: liked, count: 25, last: '2026-11-26T10:00:00Z', favourite: true },
    ], NOW);
    const found = phrases.find('', { lang, about, limit: 2000, own }).hits;
    const at = (id: string): number => found.findIndex(({ phrase }) => phrase.id === id);
    expect([at(liked), found[at(liked)]?.why]).toEqual([0, { is: 'favourite' }]);
    expect(at(often)).toBeLessThan(all.indexOf(often) / 2);
    expect(found[at(often)]?.why).toEqual({ is: 'used' });
    expect(at(once)).toBeGreaterThan(at(often));
    // Words typed lead: a favourite that is not meant does not push in.
    const title = phrases.get(all[0] ?? '')?.title ?? '';
    expect(phrases.find(title, { lang, about, limit: 5, own }).hits[0]?.phrase.title).toBe(title);
  });
});
