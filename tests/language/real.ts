/** The languages as they ship, faulty entries left out, so that one colleague's slip does not hide all else. */
import { createLanguage } from '../../utils/language';
import type { Lang, Language } from '../../utils/language';
import { loadKnowledge } from '../../utils/rules';
import type { Knowledge } from '../../utils/rules';
import { compileAssets } from '../../utils/rules/compile';

const knowledge = new Map<string, Knowledge>((await compileAssets({ lenient: true })).map(({ name, json }) => [name, loadKnowledge(json)]));
const languages = new Map<Lang, Language>();

export function realKnowledge(lang: Lang): Knowledge {
  const known = knowledge.get(lang.slice(0, 2));
  if (known === undefined) throw new Error(lang);
  return known;
}

export function real(lang: Lang): Language {
  const language = languages.get(lang) ?? createLanguage(realKnowledge(lang), lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {});
  languages.set(lang, language);
  return language;
}
