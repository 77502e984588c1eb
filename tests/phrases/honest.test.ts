/** What may be said to whom: real libraries, sample customers, and no fact that the customer's message does not show. */
import { describe, expect, it } from 'vitest';
import { analyse, createLanguage, EMOTIONS } from '../../utils/language';
import type { Emotion, Lang } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import type { Suggestion } from '../../utils/phrases';
import { compileLenient } from '../../utils/rules/compile';
import { CUSTOMERS } from './customers';

const LANGS = ['en', 'pt-BR', 'pt-PT', 'pl'] as const satisfies readonly Lang[];
/** What a library must have words for. */
const SITUATIONS = [
  'holding', 'de-escalate', 'ask-feedback', 'other-channel', 'delay', 'outage', 'billing', 'refund', 'repeat-contact', 'deadline-at-risk', 'cannot', 'handover', 'waiting', 'thanks-feedback',
  'after-resolution', 'broken-promise', 'clarify', 'extra-mile', 'self-service', 'opening', 'closing',
];
const SHOWN_IN_PANEL = 3;
/** Days, hours, months, sums, and things done or said by us: never in a phrase that is suggested. */
const FACTS: Readonly<Record<Lang, RegExp>> = {
  en: /\d|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:january|july|november|noon)\b|\b(?:I|we)(?: have|'ve) (?:sent|found|checked|cancelled|read|put|passed|looked|filled|refunded|moved|spoken)|\bI (?:sent|checked|said|promised)\b|just now|attached/i,
  'pt-BR': /\d|ontem|amanhã|segunda-feira|(?:na|no|até) (?:segunda|terça|quarta|quinta|sexta|sábado|domingo)|julho|\b(?:fiz|conferi|cancelei|enviei|mandei|revi|contei|destravei|estornei|li tudo)\b|\bisto\b|\besta mensagem|obrigad[oa]|contacto|\bequipa\b/i,
  'pt-PT': /\d|ontem|amanhã|segunda-feira|(?:na|no|até) (?:segunda|terça|quarta|quinta|sexta|sábado|domingo)|julho|\b(?:fiz|conferi|anulei|enviei|mandei|revi|contei|desbloqueei|li tudo)\b|obrigad[oa]|\bvocê\b|contato|\bequipe\b/i,
  pl: /\d|wczoraj|jutro|poniedział|wtorek|środ[aęy]\b|czwart|piąt|sobot|niedziel|lipiec|listopad|(?:sprawdził|wysłał|oddał|poprawił|obiecał|zadzwonił|przeczytał)[ae]m|w załączniku|trzy osoby|Kasi/i,
};

for (const lang of LANGS) {
  const { knowledge } = await compileLenient(lang === 'pt-BR' || lang === 'pt-PT' ? 'pt' : lang);
  const language = createLanguage(knowledge, lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {});
  const library = createPhrases(knowledge.phrases);
  const own = library.all.filter((phrase) => phrase.lang === lang);
  const offer = (customer: string, customerName: string | null, draft: string | null = null): Suggestion[] =>
    library.suggest({ language, draft, customer, customerName, analysis: analyse(language, { draft, customer, customerName, promises: [] }) });

  describe(`${lang}: suggestions`, () => {
    it.each(CUSTOMERS[lang])('for $is: $customer', ({ is, customer, name, may, never }) => {
      const offered = offer(customer, name);
      const ids = offered.map(({ phrase }) => phrase.replace(/^(?:br|pt)\./, ''));
      expect(ids.length).toBeGreaterThanOrEqual(SHOWN_IN_PANEL);
      for (const id of may) expect(ids).toContain(id);
      for (const id of never) expect(ids).not.toContain(id);
      for (const { text } of offered) expect(text).not.toMatch(FACTS[lang]);
      const given = offered.flatMap(({ gives }) => gives);
      expect(new Set(given).size, given.join()).toBe(given.length);
      const places = offered.slice(0, SHOWN_IN_PANEL).map(({ phrase }) => library.get(phrase)?.at);
      // Somebody who only says thank you needs a beginning and an end.
      expect(new Set(places).size, ids.join()).toBe(is === 'grateful' ? 2 : SHOWN_IN_PANEL);
    });
    it('come from a library of at least 250 of our own, with something for every feeling and every situation', () => {
      expect(own.length).toBeGreaterThanOrEqual(250);
      expect(own.every(({ origin }) => origin === null)).toBe(true);
      expect(new Set(own.map(({ text }) => JSON.stringify(text))).size).toBe(own.length);
      const few = [
        ...EMOTIONS.map((emotion) => [emotion, own.filter((phrase) => phrase.for.emotions.includes(emotion)).length] as const),
        ...SITUATIONS.map((situation) => [situation, own.filter((phrase) => phrase.for.situations.includes(situation)).length] as const),
      ].filter(([, count]) => count < 6);
      expect(few).toEqual([]);
    });
    it('have something for every feeling in every situation, and more than half of them something for that very feeling', () => {
      const suits = (emotion: Emotion, situation: string, named: boolean) => own.filter((phrase) => phrase.for.situations.includes(situation) && (phrase.for.emotions.includes(emotion) || (!named && phrase.for.emotions.length === 0))).length;
      const cells = EMOTIONS.flatMap((emotion) => SITUATIONS.map((situation) => [emotion, situation] as const));
      expect(cells.filter(([emotion, situation]) => suits(emotion, situation, false) < 1)).toEqual([]);
      expect(cells.filter(([emotion, situation]) => suits(emotion, situation, true) > 0).length).toBeGreaterThan(cells.length / 2);
    });
    it('state no fact that the agent did not', () => {
      for (const { id, text, suggested } of own) {
        if (suggested) for (const one of typeof text === 'string' ? [text] : Object.values(text)) expect(one, id).not.toMatch(FACTS[lang]);
      }
    });
    it('speak of a thing that happened only where they need it shown', () => {
      const bound = own.filter(({ id, suggested }) => suggested && /start\.(?:repeat|refund|delay|lost|damaged|wrong|double|missed|broken|no-|outage|security|staff|loyal)/.test(id));
      expect(bound.length).toBeGreaterThan(10);
      for (const { id, needs } of bound) expect(needs.length, id).toBeGreaterThan(0);
    });
  });
}

describe('the customer’s gender', () => {
  it.each([
    ['Napisałam do was i bardzo się martwię, co dalej.', /Panią|Pani\b/, /Pana\b|Państw/],
    ['Napisałem do was i bardzo się martwię, co dalej.', /Pana?\b/, /Panią|Państw/],
    ['Bardzo się martwię, co dalej.', /Państw/, /Panią|Pana\b/],
  ])('%s', async (customer, form, other) => {
    const { knowledge } = await compileLenient('pl');
    const language = createLanguage(knowledge);
    const texts = createPhrases(knowledge.phrases).suggest({ language, draft: null, customer, customerName: null, analysis: analyse(language, { draft: null, customer, customerName: null, promises: [] }) }).map(({ text }) => text).join(' ');
    expect(texts).toMatch(form);
    expect(texts).not.toMatch(other);
  });
});
