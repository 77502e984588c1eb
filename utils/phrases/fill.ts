/** A phrase with its variables filled, in the form of address and the genders that are known. A hole is never left. */
import { fold } from '../language';
import type { AddressForm, Lang, Language } from '../language';
import type { Phrase } from './types';

export type Gender = 'm' | 'f';
/** What a text may be written in: the keys of a phrase's `text`. */
export type TextForm = 'tu' | 'voce' | 'senhor' | 'senhora' | 'ty' | 'pan' | 'pani' | 'panstwo';
/** The customer's noun: the form that names it, and in Polish its cases. Portuguese has its article: "a encomenda". */
export interface Matter {
  readonly nom: string;
  readonly gen?: string;
  readonly acc?: string;
  readonly ins?: string;
  readonly loc?: string;
}
export interface Variables {
  readonly first_name?: string | null;
  readonly name?: string | null;
  readonly greeting_name?: string | null;
  /** The customer's own noun, bare: "parcel"; or in its forms, which `{matter.gen}` and the like ask for. */
  readonly matter?: string | Matter | null;
  readonly agent?: string | null;
  readonly ticket?: string | null;
  readonly product?: string | null;
  readonly promise?: string | null;
  readonly date?: string | null;
  readonly form?: TextForm | null;
  /** The agent's gender, the customer's. */
  readonly me?: Gender | null;
  readonly you?: Gender | null;
}

/** Which text to take where the form is not known, best first. A formal text is never a fault; a familiar one may be. */
function formsFor(lang: Phrase['lang'], form: TextForm | null, you: Gender | null): readonly TextForm[] {
  if (lang === 'pl') return form !== null ? [form] : you === 'f' ? ['pani', 'panstwo'] : you === 'm' ? ['pan', 'panstwo'] : ['panstwo'];
  const formal: readonly TextForm[] = you === 'f' ? ['senhora'] : you === 'm' ? ['senhor'] : [];
  if (form === 'senhor' || form === 'senhora') return formal.length > 0 ? [...formal, 'voce'] : ['voce'];
  if (form !== null) return [form];
  return lang === 'pt-PT' ? [...formal, 'voce'] : ['voce', ...formal];
}

/** The text that these values choose among those by form of address; undefined where there is none for them. */
export function textIn({ lang, text }: Pick<Phrase, 'lang' | 'text'>, { form = null, you = null }: Variables): string | undefined {
  return typeof text === 'string' ? text : formsFor(lang, form, you).map((one) => text[one]).find((one) => one !== undefined);
}
/** The form of address in which the phrase comes out. */
export function formIn({ lang, text }: Pick<Phrase, 'lang' | 'text'>, { form = null, you = null }: Variables): TextForm | null {
  const forms = formsFor(lang, form, you);
  return (typeof text === 'string' ? forms[0] : forms.find((one) => text[one] !== undefined)) ?? null;
}

/** null where the phrase needs something that is not known and names no fallback. */
export function fill(phrase: Phrase, variables: Variables): string | null {
  const { form = null, you = null } = variables;
  const text = textIn(phrase, variables);
  if (text === undefined) return null;
  const used = formsFor(phrase.lang, form, you)[0] ?? null;
  let hole = false;
  const filled = text.replace(/\{([^{}]*)\}/g, (_whole: string, inside: string, at: number) => {
    const value = inside.startsWith('form:') ? inForm(inside.slice(5), phrase.lang, used) : valueOf(inside, variables, text.slice(0, at), phrase.lang);
    if (value === null) hole = true;
    return value === '' ? EMPTY : VALUE + (value ?? '');
  });
  return hole ? null : tidy(phrase.lang.startsWith('pt') ? contracted(filled) : filled);
}

/** Where a value is empty, and where one begins: what a phrase says itself is left as it is written. */
const EMPTY = '\u0000', VALUE = '\u0001';

const POLISH: readonly TextForm[] = ['ty', 'pan', 'pani', 'panstwo'];
/** `{form:ty|pan|pani|państwo}` in Polish, `{form:tu|others}` in Portuguese. */
function inForm(inside: string, lang: Phrase['lang'], form: TextForm | null): string | null {
  const choices = inside.split('|');
  return choices[lang === 'pl' ? POLISH.indexOf(form ?? 'panstwo') : form === 'tu' ? 0 : 1] ?? null;
}

/** "de {a encomenda}" is written "da encomenda": a phrase writes the preposition, the noun brings its article. "Maneira de o fazer" stays. */
function contracted(text: string): string {
  return text.replace(/(?<!\p{L})(?:(de|em|por) \u0001([oa]s?)(?= \p{L})|(de|em) \u0001(isso|isto)(?!\p{L}))/giu, (whole: string) => {
    const [word = '', article = ''] = whole.replace(VALUE, '').split(' ');
    const joined = (CONTRACTED[word.toLowerCase()] ?? '') + article;
    return word[0] === word[0]?.toUpperCase() ? joined[0]?.toUpperCase() + joined.slice(1) : joined;
  });
}
const CONTRACTED: Readonly<Record<string, string>> = { de: 'd', em: 'n', por: 'pel' };

function valueOf(inside: string, variables: Variables, before: string, lang: Phrase['lang']): string | null {
  const gendered = /^(me|you):([^|]*)\|(.*)$/.exec(inside);
  if (gendered !== null) {
    const gender = gendered[1] === 'me' ? variables.me : variables.you;
    return gender === 'm' ? gendered[2] ?? null : gender === 'f' ? gendered[3] ?? null : null;
  }
  const bar = inside.indexOf('|');
  const name = (bar < 0 ? inside : inside.slice(0, bar)).trim();
  const fallback = bar < 0 ? null : inside.slice(bar + 1);
  if (name === 'matter' || name.startsWith('matter.')) return matterIn(variables.matter ?? null, name.slice(7), before, lang) ?? fallback;
  const value = NAMES.has(name) ? variables[name as 'name'] : null;
  if (value === undefined || value === null || value === '') return fallback;
  return value;
}

/** "about {matter}" wants "about your parcel", "the {matter}" wants "the parcel"; "{matter.gen}" the case of that name. */
function matterIn(matter: string | Matter | null, form: string, before: string, lang: Phrase['lang']): string | null {
  const forms: Matter | null = typeof matter === 'string' ? { nom: matter } : matter;
  const value = forms?.[(form === '' ? 'nom' : form) as keyof Matter];
  if (value === undefined || value === '') return null;
  return lang === 'en' && !/(?:the|your|this|that|my|our|a|an)\s+$/i.test(before) ? `your ${value}` : value;
}
const NAMES: ReadonlySet<string> = new Set(['first_name', 'name', 'greeting_name', 'agent', 'ticket', 'product', 'promise', 'date']);

/** Takes away the commas and spaces that stood around an empty variable; what begins a sentence begins with a capital, but for "iPhone". */
function tidy(text: string): string {
  return text
    .replace(/,\s*\0(?=\s*[,.!?;:…])/g, '')
    .replace(/^\0[\s,]*/, '').replace(/\n\0[\s,]*/g, '\n').replace(/\s*\0/g, '')
    .replace(/(^|[.!?…]\s+|\n)\u0001(\p{Ll})(?!\p{Lu})/gu, (_whole: string, before: string, letter: string) => before + letter.toUpperCase())
    .replaceAll(VALUE, '').replace(/ {2,}/g, ' ').trim()
    .replace(/^(\p{Ll})/u, (letter) => letter.toUpperCase());
}

/** "KOWALSKA, Maria" → "Maria"; an address or a company gives null. */
export function firstNameOf(customerName: string | null): string | null {
  if (customerName === null || /[@\d/|]/.test(customerName)) return null;
  const ordered = customerName.includes(',') ? customerName.split(',').reverse().join(' ') : customerName;
  const parts = ordered.trim().split(/\s+/).filter((part) => !/^(?:mr|mrs|ms|miss|dr|prof|sr|sra|dona|d|pan|pani|eng|engª)\.?$/i.test(part));
  const first = parts[0] ?? '';
  if (first.length < 2 || /[^\p{L}'’-]/u.test(first)) return null;
  return first === first.toUpperCase() || first === first.toLowerCase() ? first.split('-').map((part) => (part[0] ?? '').toUpperCase() + part.slice(1).toLowerCase()).join('-') : first;
}

/** Everything that the name tells: how to greet, and whose name it is. */
export function fromName(customerName: string | null, language: Language, form: AddressForm | null): Pick<Variables, 'first_name' | 'name' | 'greeting_name' | 'you' | 'form'> {
  const first = firstNameOf(customerName);
  const known = first === null ? undefined : language.knowledge.names.get(fold(first));
  const you = known?.gender ?? (form === 'pani' ? 'f' : form === 'pan' ? 'm' : null);
  return {
    first_name: first, name: first === null ? null : customerName, you,
    greeting_name: first === null ? null : greetingName(language.lang, first, known?.vocative ?? null, you, form),
    form: form === 'first' || form === 'title' || form === 'formal' ? null : form,
  };
}

function greetingName(lang: Lang, first: string, vocative: string | null, you: Gender | null, form: AddressForm | null): string | null {
  if (lang !== 'pl') return first;
  if (vocative === null) return null;
  if (form === 'ty') return vocative;
  return you === 'f' ? `Pani ${vocative}` : you === 'm' ? `Panie ${vocative}` : null;
}
