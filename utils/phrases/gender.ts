/** The customer's gender where their own words tell it. */
import type { Language } from '../language';
import type { Gender } from './fill';

/** "czekałam", "zamówiłem": a Polish past tense in the first person. Words that only end so are left out. */
const POLISH_PAST = /^\p{L}{2,}(?:ł(am)|ł(em))$/u;
const NO_VERBS: ReadonlySet<string> = new Set(['artykułem', 'tytułem', 'działem', 'modułem', 'regułam', 'zespołem', 'szczegółem', 'aniołem', 'kościołem', 'stołem', 'protokołem', 'wydziałem', 'podziałem', 'udziałem', 'oddziałem', 'materiałem', 'sygnałem', 'kanałem', 'kryształem', 'upałem', 'rozdziałem', 'przydziałem', 'pomysłem', 'przemysłem', 'zmysłem', 'umysłem', 'węzłem', 'źródłem', 'mydłem', 'krzesłem', 'hasłem', 'masłem', 'ciałem', 'kołem', 'czołem', 'szkłem', 'światłem']);
/** "obrigada", "sou cliente e estou cansada" is left alone: only the word of thanks is surely the customer's own. */
const PORTUGUESE_THANKS = /^(?:obrigad(a)|obrigad(o))$/u;

/** null where nothing tells it, or where both are told. */
export function genderIn(language: Language, customer: string): Gender | null {
  const pattern = language.lang === 'pl' ? POLISH_PAST : language.lang === 'en' ? null : PORTUGUESE_THANKS;
  if (pattern === null) return null;
  const found = new Set<Gender>();
  for (const { quoted, tokens } of language.parse(customer).sentences) {
    if (quoted) continue;
    for (const { kind, raw } of tokens) {
      const word = raw.toLowerCase();
      const match = kind === 'word' && !NO_VERBS.has(word) ? pattern.exec(word) : null;
      if (match !== null) found.add(match[1] === undefined ? 'm' : 'f');
    }
  }
  return found.size === 1 ? [...found][0] ?? null : null;
}
