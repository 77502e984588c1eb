/** Forms of address in a draft, and the slips: one reply, one form. */
import { fold } from '../../rules';
import { sentenceIndexAt } from '../parsed';
import type { Language, Parsed, Sentence, Token } from '../parsed';
import type { Finding, Span } from '../types';
import { say } from './messages';
import { inQuotation } from './findings';
import { Notes } from '../notes';
import { wordsOf } from './words';
import type { Words } from './words';

/** formal: the third person of Portuguese ("sua", "lhe"), which goes with você and with o senhor alike. */
export type AddressForm = 'tu' | 'formal' | 'voce' | 'senhor' | 'ty' | 'pan' | 'pani' | 'panstwo' | 'first' | 'title';
export interface Addressed extends Span {
  readonly form: AddressForm;
}

/** Every place of the draft's own words that shows a form of address, in text order. */
export function addressesOf(language: Language, parsed: Parsed, customerName: string | null): Addressed[] {
  const words = wordsOf(language);
  const all: Addressed[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const own = language.lang === 'en' ? english(sentence, customerName, words) : remembered(language, sentence);
    for (const { start, end, form } of own) all.push({ start: start + sentence.start, end: end + sentence.start, form });
  }
  return all;
}

const known = new Notes<readonly Addressed[]>();
/** Of one sentence, with its own offsets, worked out once. */
function remembered(language: Language, sentence: Sentence): readonly Addressed[] {
  let found = known.get(sentence.core);
  if (found === undefined) {
    const table = tableOf(language);
    found = sentence.tokens.flatMap((token, i) => {
      if (token.kind !== 'word') return [];
      const form = table.get(token.key) ?? (language.lang === 'pl' ? polishVerb(token) : familiarVerb(token, sentence.tokens[i - 1]));
      return form !== undefined && holds(form, sentence, i, language) ? [{ start: token.start - sentence.start, end: token.end - sentence.start, form }] : [];
    });
    known.set(sentence.core, found);
  }
  return found;
}

/** The form used most; null where none shows. The bare third person is no form of its own, but it outvotes a "tu". */
export function usualForm(addressed: readonly Addressed[]): Exclude<AddressForm, 'formal'> | null {
  const third = addressed.filter(({ form }) => form === 'formal' || form === 'voce' || form === 'senhor');
  const explicit = mostUsed(third.filter(({ form }) => form !== 'formal'));
  const familiar = addressed.filter(({ form }) => form === 'tu').length;
  if (familiar > 0 || third.length > 0) return familiar > third.length || (familiar === third.length && addressed[0]?.form === 'tu') ? 'tu' : explicit ?? 'voce';
  return mostUsed(addressed);
}
function mostUsed(addressed: readonly Addressed[]): Exclude<AddressForm, 'formal'> | null {
  const counts = new Map<Exclude<AddressForm, 'formal'>, number>();
  for (const { form } of addressed) if (form !== 'formal') counts.set(form, (counts.get(form) ?? 0) + 1);
  // On a tie the form the reply began with is the one it meant.
  return [...counts].reduce<readonly [Exclude<AddressForm, 'formal'>, number] | null>((best, entry) => (best === null || entry[1] > best[1] ? entry : best), null)?.[0] ?? null;
}

export function addressFindings(language: Language, parsed: Parsed, customerName: string | null): Finding[] {
  const addressed = addressesOf(language, parsed, customerName).filter((one) => !isQuoted(parsed, one));
  const usual = usualForm(addressed);
  // Where only the third person shows, "você" is not what was meant: nothing but a "tu" can slip.
  const explicit = addressed.some(({ form }) => form === usual);
  return addressed.filter(({ form }) => form !== usual && form !== 'formal' && (explicit || form === 'tu') && !isWider(form, usual)).slice(0, 4)
    .map(({ start, end }) => ({ rule: 'address.mixed', category: 'address' as const, start, end, message: say(language.lang, 'address'), suggestions: [] }));
}

/** "Państwa" to a Pan or a Pani means the family, the company: no slip. */
function isWider(form: AddressForm, usual: AddressForm | null): boolean {
  return form === 'panstwo' && (usual === 'pan' || usual === 'pani');
}
/** A title, a form's name, what somebody else said. */
function isQuoted(parsed: Parsed, span: Span): boolean {
  const sentence = parsed.sentences[sentenceIndexAt(parsed, span.start)];
  return sentence !== undefined && inQuotation(parsed.text, sentence, span);
}

const tables = new WeakMap<Language, ReadonlyMap<string, AddressForm>>();
function tableOf(language: Language): ReadonlyMap<string, AddressForm> {
  let table = tables.get(language);
  if (table === undefined) {
    const made = new Map<string, AddressForm>();
    for (const form of ['formal', 'tu', 'voce', 'senhor', 'ty', 'pan', 'pani', 'panstwo'] as const) {
      for (const word of language.knowledge.lists[`address-${form}`] ?? []) for (const part of word.includes('-') ? [] : [word]) made.set(fold(part), form);
    }
    tables.set(language, table = made);
  }
  return table;
}

/** "-łeś", "-łaś": you did, to a "ty". Folded they would be common endings, so the accents count. */
function polishVerb(token: Token): AddressForm | undefined {
  return /(?:łeś|łaś|łbyś|łabyś)$/.test(token.raw.toLowerCase()) && token.raw.length > 4 ? 'ty' : undefined;
}

/** "se quiseres", "quando puderes", "enviaste": you, said to a "tu". */
function familiarVerb(token: Token, before: Token | undefined): AddressForm | undefined {
  if ((before?.key === 'se' || before?.key === 'quando') && /(?:ares|eres|ires)$/.test(token.key) && token.key.length > 5) return 'tu';
  return /(?:aste|iste)$/.test(token.key) && token.key.length > 6 && !NO_VERBS.test(token.key) ? 'tu' : undefined;
}
/** "existe", "consiste", "contraste", "desgaste": he, or a noun. */
const NO_VERBS = /(?:[sx]iste|ntraste|sgaste|haste|traste|baste|faste|triste|agaste|equiste)$/;

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.raw[0] !== token.raw[0]?.toLowerCase();
}

/** Is the word at `i` really said to the customer? */
function holds(form: AddressForm, sentence: Sentence, i: number, language: Language): boolean {
  const { tokens } = sentence;
  const token = tokens[i], next = tokens[i + 1], before = tokens[i - 1];
  const raw = token?.raw ?? '';
  if (language.lang === 'pl') {
    if (next?.key === '/' || before?.key === '/') return false; // "Pan/Pani"
    // Before a name it speaks of somebody else ("pan Nowak przyjedzie"), but for a call ("Pani Anno, …").
    // So does "pani doktor" and "panie z recepcji".
    if (TITLED.has(next?.key ?? '') || (raw === 'panie' && i > 0)) return false;
    if (form === 'pan' || form === 'pani') return !isCapital(next) || startsVocative(sentence, i);
    if (token?.key === 'ci') return raw === 'Ci' && i > 0; // "ci klienci": these
    return token?.key !== 'cie' || raw.toLowerCase() === 'cię';
  }
  if (form === 'senhor') {
    // "o senhor", "à senhora", "do senhor": with an article, and not before a name, where it speaks of somebody else.
    return before !== undefined && ARTICLES.has(before.key) && !isCapital(next);
  }
  if (form === 'tu' && token?.key === 'es') return raw === 'és';
  if (form === 'tu' && token?.key === 'estas') return raw.toLowerCase() === 'estás';
  return token?.key !== 'ti' || raw !== 'TI';
}
const TITLED = new Set(['doktor', 'doktora', 'doktorem', 'dyrektor', 'dyrektora', 'mecenas', 'mecenasa', 'profesor', 'profesora', 'kierownik', 'kierownika', 'prezes', 'prezesa', 'magister', 'inzynier', 'technik', 'kurier', 'redaktor', 'sedzia', 'komornik', 'listonosz', 'konduktor', 'policjant', 'sprzedawca', 'z', 'ktory', 'ktora', 'ktorzy', 'ktore']);
const ARTICLES = new Set(['o', 'a', 'ao', 'do', 'da', 'no', 'na', 'pelo', 'pela', 'os', 'as', 'aos', 'dos', 'das']);

/** "Pani Anno, …", "Szanowny Panie Janie": the beginning of a sentence, before a comma. */
function startsVocative(sentence: Sentence, i: number): boolean {
  return i <= 1 && sentence.tokens.slice(i + 1, i + 4).some((token) => token.key === ',' || token.key === '!');
}

interface CalledName {
  readonly name: string | null;
  readonly first: string;
  readonly last: string;
}
let called: CalledName = { name: null, first: '', last: '' };
/** First and last name, folded; asked for at every sentence. */
function partsOf(name: string | null): CalledName {
  if (called.name !== name) {
    const parts = (name ?? '').split(/\s+/).map(fold).filter((part) => part !== '');
    called = { name, first: parts[0] ?? '', last: parts.length > 1 ? parts.at(-1) ?? '' : '' };
  }
  return called;
}

interface Named { readonly name: string | null; readonly found: readonly Addressed[] }
const named = new Notes<Named>();
/** Nearly every sentence calls nobody: they share one answer. */
let nobody: Named = { name: null, found: [] };
/** Names as they are called: "Dear Mr Jones," is title, "John," or "Hi John" is first. */
function english(sentence: Sentence, customerName: string | null, words: Words): readonly Addressed[] {
  const before = named.get(sentence.core);
  if (before !== undefined && before.name === customerName) return before.found;
  const { first, last } = partsOf(customerName);
  const { tokens } = sentence;
  const isTitle = (i: number): boolean => words.list.titles.at(tokens, i) === 1;
  let found: Addressed[] | null = null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i], next = tokens[i + 1];
    if (token === undefined || token.kind !== 'word' || !isCapital(token)) continue;
    const start = token.start - sentence.start;
    if (token.raw.length > 1 && isTitle(i)) {
      const vocative = token.key === 'sir' || token.key === 'madam' || (last !== '' && (next?.key === last || tokens[i + 2]?.key === last));
      if (vocative) (found ??= []).push({ start, end: (next !== undefined && next.key === last ? next.end : token.end) - sentence.start, form: 'title' });
      continue;
    }
    const calls = first.length > 1 && token.key === first && next?.key !== last && !isTitle(i - 1);
    if (calls && (next === undefined || CALL_ENDS.has(next.key))) (found ??= []).push({ start, end: token.end - sentence.start, form: 'first' });
  }
  if (found === null && nobody.name !== customerName) nobody = { name: customerName, found: [] };
  return named.set(sentence.core, found === null ? nobody : { name: customerName, found }).found;
}
const CALL_ENDS = new Set([',', '!', '.', '?', '-', ':']);
