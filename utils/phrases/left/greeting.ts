/** The line that greets: is the name there, and is it this customer's? */
import { fold } from '../../language';
import type { Language } from '../../language';
import type { Variables } from '../fill';
import { isFirstName, samePerson } from './names';
import type { Left } from './types';

const GREETING = /^(?:hi|hello|hey|hiya|dear|greetings|(?:good )?(?:morning|afternoon|evening)|good day|ol[aá]|oi+|boas|bom dia|boa (?:tarde|noite)|viva|prezad[oa]s?|car[oa]s?|estimad[oa]s?|querid[oa]s?|exm[oa]s?\.?|cze[sś][cć]|hej|witam|witaj|dzie[nń] dobry|dobry wiecz[oó]r|szanown[yai]|drog[iaą]|drodzy)(?![\p{L}\p{N}’'-])/iu;
const TITLE = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sr|sra|srta|dna|dona|senhor|senhora|panie|pani|d|eng|enga|dra|seu)(?![\p{L}\p{N}])\.?|\(a\))/iu;
/** Greetings that take a role as well as a name: "Dear Passenger", "Szanowna Lokatorko". */
const ROLED = /(?:dear|prezad[oa]s?|car[oa]s?|estimad[oa]s?|querid[oa]s?|exm[oa]s?\.?|szanown[yai]|drog[iaą]|drodzy)$/iu;
const ABBREVIATED = /(?:mr|mrs|ms|mx|dr|prof)\.?$/iu;
const POLISH_TITLE = /(?:^|\s)(panie|pani)$/iu;
/** A name's words: "John", "Ana Clara", "Maria da Silva"; the case of the first is looked at elsewhere. */
const NAME = /^(?:\p{Lu}\.|\p{L}[\p{L}'’-]*)(?:[ \t]+(?:(?:d[aeo]s?|von|van|del|di)[ \t]+)?\p{Lu}[\p{L}'’-]*){0,3}/u;
/** In a greeting, nobody's name. */
const NOBODY: ReadonlySet<string> = new Set(`all everyone everybody team folks guys friends friend both sir madam ma there again customer customers client clients support colleague colleagues partner partners ladies gentlemen valued user member
 subscriber guest buyer seller shopper traveller applicant tenant resident parent student world thanks thank sorry welcome sure great yes no i we it this that your the our my please from here and or to in for as of happy good just hope apologies
 todos todas pessoal gente equipa equipe time turma cliente clientes senhor senhora senhores senhoras amigo amiga amigos amigas utilizador utilizadora usuario usuaria assinante colega colegas novamente tudo como obrigado obrigada lamento
 desculpe desculpa sim nao agradeco agradecemos aqui espero esperamos peco pedimos em o a os as seu sua nosso nossa consumidor consumidora morador hospede aluno aluna parceiro parceira
 panstwo panstwu panstwa wszystkim wszyscy zespole zespol klient kliencie klientka klientko klienci uzytkowniku uzytkowniczko panie panowie pan pani pana pania koledzy kolezanko kolego ponownie raz dziekuje dziekujemy
 przepraszam przepraszamy prosze tu w z na do i oraz bardzo milo odbiorco abonencie gosciu lokatorze pacjencie mieszkancu`.split(/\s+/u));
/** What a mail merge puts where it knows no name. */
const NOTHING: ReadonlySet<string> = new Set(['null', 'undefined', 'nan', 'none']);
/** A company, a department, a machine: nobody to be greeted by first name. */
const COMPANY = /(?:^|[^\p{L}])(?:ltd|limited|inc|llc|llp|plc|gmbh|corp|company|group|store|shop|support|team|service|services|office|info|admin|sales|hotel|studio|school|clinic|agency|bank|lda|ltda|sa|me|eireli|unipessoal|loja|empresa|grupo|servicos|comercio|industria|escola|clinica|equipe|equipa|condominio|sp|zoo|spolka|sklep|firma|biuro|hurtownia|serwis|szkola|przychodnia|dzial|via|noreply|no-reply)(?![\p{L}])|[&/|@\d]/u;

/** A line that begins with a title: "Pani Anno,", "D. Odete,". */
const TITLED = /^\s*(?:(?:panie|pani|sra?|mr|mrs|ms)\.?|d\.|dona|senhora?|seu)\s+\p{Lu}|^\s*(?:panie|pani)\s*,/iu;
/** A word that begins a reply, and more often is no name there. */
const RATHER_WORDS: ReadonlySet<string> = new Set(['april', 'june', 'summer', 'dawn', 'faith', 'grace', 'joy', 'bill', 'will', 'mark', 'art', 'rich', 'pat', 'graca', 'gloria', 'vera', 'aurora', 'mia', 'bela', 'luz', 'sao', 'sol', 'pola', 'roza', 'iga', 'lena', 'wiki', 'to', 'ze', 'mas']);

/** Where the first greeting of a line ends, or null: for a line up to a hole. */
export function firstOf(line: string): number | null {
  const lead = /^\s*/u.exec(line)?.[0].length ?? 0;
  const match = GREETING.exec(line.slice(lead));
  return match === null ? (TITLED.test(line) ? lead : null) : lead + match[0].length;
}

export interface GreetingInput {
  readonly language: Language;
  readonly line: string;
  /** Where the line begins in the draft. */
  readonly at: number;
  /** The draft ends with this line: a name at its end may still be typed. */
  readonly last: boolean;
  readonly customerName: string | null;
  readonly variables: () => Variables;
  /** Words (folded) of the customer's message, their address and the thread: whoever is named there may be meant. */
  readonly heard: () => ReadonlySet<string>;
}

interface Opening {
  /** "Dzień dobry, Pani": all before the name. */
  readonly head: string;
  /** Where the last title begins, or the head's end. */
  readonly title: number;
  readonly rest: string;
}

export function greetingLeft(input: GreetingInput): Left | null {
  const opening = openingOf(input.line, input.language);
  return opening === null ? null : noName(input, opening) ?? otherName(input, opening);
}

function openingOf(line: string, language: Language): Opening | null {
  let at = firstOf(line);
  if (at === null) return namedFirst(line, language);
  for (let more = 0; more < 3; more += 1) {
    const gap = /^[\s,]+(?:(?:and|e|i)\s+)?/u.exec(line.slice(at))?.[0].length ?? 0;
    const next = gap === 0 ? null : GREETING.exec(line.slice(at + gap));
    // "Hej Ola" greets Ola.
    if (next === null || (language.lang === 'pl' && /^ola$/iu.test(next[0]))) break;
    at += gap + next[0].length;
  }
  let title = at;
  for (let more = 0; more < 2; more += 1) {
    const gap = /^[\s,]*/u.exec(line.slice(at))?.[0].length ?? 0;
    const next = TITLE.exec(line.slice(at + gap));
    if (next === null) break;
    if (title === at || more === 0) title = at + gap;
    at += gap + next[0].length;
  }
  return { head: line.slice(0, at), title, rest: line.slice(at) };
}

/** "Anna, thank you for": a name we know, and a comma. */
function namedFirst(line: string, language: Language): Opening | null {
  const [, name] = /^\s*(\p{Lu}[\p{L}'’-]+)(?:\s+\p{Lu}[\p{L}'’-]+)?\s*[,!]/u.exec(line) ?? [];
  if (name === undefined || RATHER_WORDS.has(fold(name)) || !isPersonsName(fold(name), language)) return null;
  const at = line.length - line.trimStart().length;
  return { head: line.slice(0, at), title: at, rest: line.slice(at) };
}

/** "Hi ,", "Dear Mr,", "Olá null!": the place of a name, and none in it. */
function noName({ line, at, language, variables, customerName }: GreetingInput, { head, title, rest }: Opening): Left | null {
  const nothing = /^[\s,]+(\p{L}+)\s*([,!.])/u.exec(rest);
  const gone = nothing !== null && NOTHING.has((nothing[1] ?? '').toLowerCase()) ? nothing
    : /^\s+([,!])/u.exec(rest) ?? (/^\s*dear$/iu.test(head) || (title < head.length && ABBREVIATED.test(head)) ? /^(,)/u.exec(rest) : null);
  if (gone === null) return null;
  const known = variables();
  const name = language.lang === 'pl' ? known.greeting_name ?? null : known.first_name ?? null;
  // Some put a blank before every "!": only where a name is there to put in.
  if (name === null && gone[1] === '!') return null;
  const sign = gone.at(-1) ?? ',';
  const start = line.length - line.trimStart().length, end = head.length + gone[0].length;
  const titled = title < head.length;
  const bare = head.slice(start, titled && (language.lang === 'en' || POLISH_TITLE.test(head)) ? title : undefined).replace(/[\s,]+$/u, '');
  const close = language.lang === 'pl' && /^(?:cze|hej)/iu.test(bare) ? language.knowledge.names.get(fold(known.first_name ?? ''))?.vocative : undefined;
  const called = name === null ? [] : [`${bare} ${close ?? name}${sign}`.trimStart()];
  // "Dear," and "Prezado," are no greetings by themselves.
  const alone = /^dear$/iu.test(bare) ? 'Hello' : bare === '' || /^(?:car[oa]|prezad|estimad|querid|exm|szanown|drog)/iu.test(bare) || (titled && language.lang !== 'pl' && language.lang !== 'en') ? null : bare;
  return { kind: 'no_name', start: at + start, end: at + end, about: name === null ? null : customerName, suggestions: [...called, ...(alone === null ? [] : [`${alone}${sign}`])] };
}

interface Candidate {
  /** Folded words. */
  readonly keys: readonly string[];
  readonly text: string;
  /** Where it begins in `rest`. */
  readonly at: number;
  readonly sure: boolean;
}

function candidateIn({ head, rest, title }: Opening, language: Language, last: boolean): Candidate | null {
  const role = title === head.length && ROLED.test(head);
  const gap = /^[\s,]*/u.exec(rest)?.[0] ?? '';
  const match = NAME.exec(rest.slice(gap.length));
  if (match === null) return null;
  const text = match[0].replace(/[.'’-]+$/u, '');
  const keys = fold(text).split(/[^\p{L}]+/u).filter((key) => key.length > 1 && !/^(?:d[aeo]s?|von|van|del|di)$/u.test(key));
  const [first = ''] = keys;
  const after = rest.slice(gap.length + text.length);
  if (first === '' || (last && after.trim() === '') || keys.some((key) => NOBODY.has(key)) || isSeveral(after, language)) return null;
  const sure = isPersonsName(first, language);
  const capital = text[0] !== text[0]?.toLowerCase();
  const closed = /^\s*(?:[,!.:;–—-]|$)/u.test(after);
  // "Hi Maria thanks for": only a name we know, and nobody who introduces themselves: "Hi, Tom here".
  if (!closed && (!sure || !capital || gap.includes(',') || /^\s*(?:here|aqui|tu|z|from|da|do|de|speaking)(?!\p{L})/iu.test(after))) return null;
  // A word we do not know as a name is one where it stands alone with the greeting; "Dear Passenger" is everybody.
  if (!sure && (!capital || role || !/^\s*[,!:]?\s*$/u.test(after))) return null;
  return { keys, text, at: gap.length, sure };
}

/** "Anna and Piotr", "Anna, Piotr", "Anna/Piotr". */
function isSeveral(after: string, language: Language): boolean {
  if (/^\s*(?:(?:and|e|i|oraz|ou|or|lub)(?!\p{L})|[&/+])/iu.test(after)) return true;
  const next = /^\s*,\s*(\p{Lu}[\p{L}'’-]*)/u.exec(after)?.[1];
  return next !== undefined && isPersonsName(fold(next), language);
}

/** "Dzień dobry, Panie Tomaszu" to a customer whom nobody, nowhere, calls so. */
function otherName(input: GreetingInput, opening: Opening): Left | null {
  const { head, title } = opening;
  const { language, customerName, heard } = input;
  const parts = partsOf(customerName);
  const [first = ''] = parts;
  if (customerName === null || parts.length === 0) return null;
  const candidate = candidateIn(opening, language, input.last);
  if (candidate === null) return null;
  const known = isPersonsName(first, language) || parts.some((part) => part.length > 2 && isFirstName(part));
  if (!known && !(parts.length > 1 && candidate.sure)) return null;
  if (candidate.keys.some((key) => parts.some((part) => sameName(key, part, language)) || heard().has(key))) return null;
  const polish = POLISH_TITLE.test(head);
  const titled = title < head.length;
  const start = polish || (titled && language.lang === 'en') ? title : head.length + candidate.at;
  return {
    kind: 'other_name', start: input.at + start, end: input.at + head.length + candidate.at + candidate.text.length, about: customerName,
    suggestions: called(input, candidate, { polish, titled }),
  };
}

function called({ language, customerName, variables }: GreetingInput, { keys }: Candidate, { polish, titled }: { polish: boolean; titled: boolean }): readonly string[] {
  const { first_name, greeting_name, form } = variables();
  const first = first_name ?? null;
  if (language.lang === 'pl') {
    const own = first === null ? null : language.knowledge.names.get(fold(first))?.vocative ?? null;
    const right = polish ? greeting_name ?? null : own;
    return right === null ? [] : [form === 'ty' && polish && own !== null ? own : right];
  }
  const whole = titled || keys.length > 1 ? [customerName] : [];
  return [...new Set([...(titled && language.lang === 'en' ? [] : [first]), ...whole])].filter((name): name is string => name !== null && name !== '');
}

/** The customer's names, folded; none where it is a company, an address, a handle. */
function partsOf(customerName: string | null): readonly string[] {
  if (customerName === null || COMPANY.test(fold(customerName)) || customerName === customerName.toLowerCase()) return [];
  const ordered = customerName.includes(',') ? customerName.split(',').reverse().join(' ') : customerName;
  return fold(ordered).split(/[^\p{L}]+/u).filter((part) => part.length > 1 && !/^(?:mr|mrs|ms|miss|dr|prof|sr|sra|dona|pan|pani|eng|d[aeo]s?|von|van)$/u.test(part));
}

function isPersonsName(key: string, language: Language): boolean {
  return isFirstName(key) || language.knowledge.names.has(key) || nominativesIn(language).has(key);
}

/** May a greeting's word be this part of the name: itself, its vocative, a short form of it? In doubt it is. */
function sameName(key: string, part: string, language: Language): boolean {
  const base = nominativesIn(language).get(key) ?? key;
  if (key === part || base === part || samePerson(base, part) || samePerson(key, part)) return true;
  if (language.lang === 'pl' && isInflected(key, part)) return true;
  const [less, more] = key.length <= part.length ? [key, part] : [part, key];
  const stem = less.replace(/(?:inh[oa]|it[oa]|zinh[oa]|ie|y|us|ek|ka)$/u, '');
  return less.length >= 2 && (more.startsWith(less) || (stem.length >= 3 && more.startsWith(stem)));
}

/** "Anna" is called "Anno", "Nowak" "Nowaku", "Kowalska" "Kowalską". */
function isInflected(key: string, name: string): boolean {
  if (name.length < 3 || key.length < 3) return false;
  const root = name.slice(0, Math.max(Math.min(3, name.length - 1), name.length - 2));
  return key.startsWith(root) && Math.abs(key.length - name.length) <= 2;
}

const nominatives = new WeakMap<Language, ReadonlyMap<string, string>>();
/** Vocatives, folded, with the name they call; empty but in Polish. */
function nominativesIn(language: Language): ReadonlyMap<string, string> {
  let known = nominatives.get(language);
  if (known === undefined) {
    known = new Map([...language.knowledge.names].map(([name, { vocative }]) => [fold(vocative), name]));
    nominatives.set(language, known);
  }
  return known;
}
