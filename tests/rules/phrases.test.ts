/** Every phrase: can be filled, leaves no hole, and is not marked by the rules of its own language. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import type { Phrase, TextForm, Variables } from '../../utils/phrases';
import { ASSETS, compileLenient } from '../../utils/rules/compile';

const FORMS: readonly TextForm[] = ['tu', 'voce', 'senhor', 'senhora', 'ty', 'pan', 'pani', 'panstwo'];
const POLISH: ReadonlySet<string> = new Set(['ty', 'pan', 'pani', 'panstwo']);
/** Everything known, once for each form and pair of genders that the phrase tells apart. */
function variants(phrase: Phrase): Variables[] {
  const forms = typeof phrase.text === 'string' ? (phrase.text.includes('{form:') ? FORMS.filter((form) => POLISH.has(form) === (phrase.lang === 'pl')) : [null]) : FORMS.filter((form) => form in (phrase.text as object));
  return forms.flatMap((form) => (['m', 'f'] as const).map((gender) => ({
    form, me: gender, you: form === 'senhora' || form === 'pani' ? 'f' as const : form === 'senhor' || form === 'pan' ? 'm' as const : gender,
    first_name: 'Ana', name: 'Ana Reis', greeting_name: 'Ana', matter: phrase.lang === 'pl' ? { nom: 'paczka', gen: 'paczki', acc: 'paczkę', ins: 'paczką', loc: 'paczce' } : phrase.lang === 'en' ? 'parcel' : 'a encomenda', agent: 'Tom', ticket: '4711', product: 'X2', promise: 'X3', date: '3.12.',
  })));
}

for (const name of ASSETS) {
  const { knowledge } = await compileLenient(name);
  const { all } = createPhrases(knowledge.phrases);
  const languages = name === 'pt' ? (['pt-BR', 'pt-PT'] as const).map((variety) => createLanguage(knowledge, { variety })) : [createLanguage(knowledge)];
  const { fill } = createPhrases([]);

  describe(`${name}: the phrases`, () => {
    for (const phrase of all) {
      it(phrase.id, () => {
        for (const variables of variants(phrase)) {
          const text = fill(phrase, variables);
          expect(text, JSON.stringify(variables)).toMatch(/\S/);
          expect(text).not.toMatch(/[{}\0]/);
          for (const language of languages.filter(({ lang }) => phrase.lang === lang || phrase.lang === 'pt')) {
            const parsed = language.parse(text ?? '');
            expect(parsed.hits('wording').map((hit) => `${hit.entry.id} <${parsed.text.slice(hit.start, hit.end)}>`), text ?? '').toEqual([]);
          }
        }
      });
    }
  });
}
