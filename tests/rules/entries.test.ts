/** Every entry of the language knowledge proves itself: one test an entry, named after it. */
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { ASSETS, compileLenient, describe as tell } from '../../utils/rules/compile';
import { faultsOf, varietiesOf } from './proof';

for (const name of ASSETS) {
  const { source, knowledge, errors } = await compileLenient(name);
  const languages = new Map((['pt-BR', 'pt-PT'] as const).map((variety) => [variety, createLanguage(knowledge, { variety })]));
  const plain = createLanguage(knowledge);

  describe(`${name}: the files`, () => {
    it('are all well formed (schema, folder, unique ids, patterns)', () => {
      expect(errors.map(tell)).toEqual([]);
    });
    it('hold knowledge of every kind', () => {
      expect([...new Set(knowledge.entries.map((entry) => entry.kind))].sort()).toEqual(['ask', 'check', 'clause', 'commit', 'emotion', 'situation', 'stake', 'wording']);
    });
  });

  describe(`${name}: the entries`, () => {
    for (const item of source.entries) {
      it(`${item.file} ${item.entry.id}`, () => {
        for (const variety of varietiesOf(item)) {
          expect(faultsOf(variety === null ? plain : languages.get(variety) ?? plain, item), variety ?? name).toEqual([]);
        }
      });
    }
  });
}
