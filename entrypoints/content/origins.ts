import type { Finding, Language } from '../../utils/language';
import type { Phrases, Suggestion } from '../../utils/phrases';

interface Sources {
  readonly language: Language;
  readonly phrases: Phrases;
}
/** By language: it is made anew where packs change, and this is asked for at every keystroke. */
const known = new WeakMap<Language, ReadonlyMap<string, string>>();

/** Names of the packs that the marks' rules and the phrases offered come from, by their ids; what is built in is not in it. */
export function originsOf({ language, phrases }: Sources, findings: readonly Finding[], suggestions: readonly Suggestion[]): Readonly<Record<string, string>> {
  const { packs = [] } = language.knowledge;
  if (packs.length === 0) return {};
  let all = known.get(language);
  if (all === undefined) known.set(language, all = allOf({ language, phrases }));
  const shown = [...findings.map(({ rule }) => rule), ...suggestions.map(({ phrase }) => phrase)];
  return Object.fromEntries(shown.flatMap((id) => {
    const name = all.get(id);
    return name === undefined ? [] : [[id, name]];
  }));
}

function allOf({ language: { knowledge }, phrases }: Sources): ReadonlyMap<string, string> {
  const names = new Map((knowledge.packs ?? []).map(({ id, name }) => [id, name]));
  return new Map([...knowledge.entries, ...phrases.all].flatMap(({ id, origin }) => (origin ? [[id, names.get(origin) ?? origin]] : [])));
}
