import type { Pack, PackLanguage, PackPhrase } from '../../../utils/phrases/pack';
import { fold } from '../../../utils/rules';

export const SPOKEN = ['en', 'pt', 'pt-BR', 'pt-PT', 'pl'] as const satisfies readonly PackLanguage[];
/** Ways to address a customer, by the language's first two letters. */
const FORMS: Readonly<Record<string, readonly Form[]>> = { pt: ['tu', 'voce', 'senhor', 'senhora'], pl: ['ty', 'pan', 'pani', 'panstwo'] };
export type Form = Extract<keyof Exclude<PackPhrase['text'], string>, string>;
export const formsOf = (lang: PackLanguage): readonly Form[] => FORMS[lang.slice(0, 2)] ?? [];

/** A phrase as it stands in the form, every field as it was typed. */
export interface Typed {
  readonly id: string | null;
  readonly title: string;
  readonly lang: PackLanguage;
  readonly at: PackPhrase['at'];
  readonly tags: string;
  readonly shortcut: string;
  readonly text: string;
  /** By form of address; null: one text for all. */
  readonly forms: Readonly<Partial<Record<Form, string>>> | null;
}

export const emptyTyped = (lang: PackLanguage): Typed => ({ id: null, title: '', lang, at: 'middle', tags: '', shortcut: '', text: '', forms: null });

export function typedOf({ id, title, lang, at, tags, shortcut, text }: PackPhrase): Typed {
  const one = typeof text === 'string';
  return { id, title, lang, at, tags: tags.join(', '), shortcut: shortcut ?? '', text: one ? text : '', forms: one ? null : text };
}

/** As it will be kept. What the form doesn't show (whom it suits, what it gives) stays as it was in `before`. */
export function phraseOf(typed: Typed, before: PackPhrase | null, taken: ReadonlySet<string>): PackPhrase {
  const forms = typed.forms === null ? null : Object.fromEntries(formsOf(typed.lang).flatMap((form) => {
    const text = typed.forms?.[form]?.trim() ?? '';
    return text === '' ? [] : [[form, text]];
  }));
  return {
    for: { emotions: [], stakes: [], situations: [] }, needs: [], words: [], gives: [], offer: 'suggest', ...before,
    id: typed.id ?? freeId(typed.title, taken), lang: typed.lang, at: typed.at, title: typed.title.trim(),
    tags: [...new Set(typed.tags.split(/[,;]/u).map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    shortcut: typed.shortcut.trim() === '' ? null : typed.shortcut.trim(),
    text: forms !== null && Object.keys(forms).length > 0 ? forms : typed.text.trim(),
  };
}

/** Letters of a title that go into an id: the pack's bound, less the beginning and a number. */
const ID_MOST = 60;
/** "Parcel held" → "own.parcel-held", or with a number where that is taken. */
export function freeId(title: string, taken: ReadonlySet<string>): string {
  const start = `own.${fold(title).replace(/[^a-z0-9]+/gu, '-').slice(0, ID_MOST).replace(/^-+|-+$/gu, '') || 'x'}`;
  let id = start;
  for (let n = 2; taken.has(id); n += 1) id = `${start}-${n}`;
  return id;
}

export const firstText = ({ text }: Pick<PackPhrase, 'text'>): string => (typeof text === 'string' ? text : Object.values(text)[0] ?? '');

export function matches({ title, tags, shortcut, text }: PackPhrase, query: string): boolean {
  const whole = fold([title, ...tags, shortcut ?? '', ...(typeof text === 'string' ? [text] : Object.values(text))].join(' '));
  return fold(query).split(/\s+/u).every((word) => whole.includes(word));
}

/** Phrases as a pack of one's own, to be given away as a file. */
export function packOf(phrases: readonly PackPhrase[], name: string): Pack {
  const used = new Set(phrases.map(({ lang }) => lang));
  return {
    id: 'my.phrases', name, version: '1', author: null, description: null, languages: SPOKEN.filter((lang) => used.has(lang)), changes: [], phrases,
    glossary: [], rules: [], cues: [], sets: {}, links: [], exercises: [], holidays: [], workingHours: null, replyTargetHours: null, hosts: [], signature: null,
  };
}
