/** Places nobody filled in: "{customer}", "[your name]", "<nome>", "%FIRST_NAME%", "XXX", "____". */
import { fold } from '../../language';
import { firstOf } from './greeting';
import type { Left } from './types';
import type { Variables } from '../fill';

/** Signs one of which every hole has. */
const ANY = /[{}[\]<%]|__|xx|XX/;
const HOLE = /\{\{[^{}\n]{1,60}\}\}|\$?\{[^{}\n]{1,60}\}|<<[^<>\n]{1,40}>>|<[^<>\n]{1,40}>|\[\[[^[\]\n]{1,60}\]\]|\[[^[\]\n]{1,60}\]|%[A-Za-z_]{3,30}%|_{3,}|(?<![\p{L}\p{N}*•#])(?:[Xx]{2,}[-/.:])*[Xx]{3,}(?:[-/.:][Xx]{2,})*(?![\p{L}\p{N}*•])/gu;

/** Words that name what is to be filled in, folded; a bracket all of whose words are such is a hole. */
const NAMES = 'name firstname fname lastname surname fullname customer client recipient contact nome sobrenome apelido cliente imie imienia nazwisko nazwiska klient klienta klientki';
const MINE = 'your my agent agents signature seu teu meu agente atendente operador assinatura twoje moje agenta konsultant konsultanta podpis';
const TICKETS = 'ticket case reference ref protocolo chamado zgloszenie zgloszenia sprawy';
const PRODUCTS = 'product item produto artigo produkt produktu';
const DATES = 'date day weekday deadline data dia dzien termin prazo dd mm yyyy rrrr aaaa yy';
const REST = `time hour link url address email phone number order amount price sum total company reason tracking id code department position title team here month week year month details
  hora horas horario endereco morada telefone telemovel numero pedido encomenda valor montante quantia preco empresa motivo rastreio rastreamento codigo cargo departamento equipe equipa aqui mes semana fatura
  godzina godziny adres telefon numer zamowienie zamowienia kwota kwote cena firma powod przesylki faktury kod stanowisko dzial tutaj miesiac tydzien`;
const GLUE = 'the of s no nr n o a do da de dos das e i first last full primeiro completo ze w na';
const ASKS = 'insert add enter fill type put write inserir insira preencher preencha colocar coloque escrever wpisz wstaw uzupelnij podaj';
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));
const KINDS: readonly (readonly [Left['about'], ReadonlySet<string>])[] = [
  ['agent', setOf(MINE)], ['ticket', setOf(TICKETS)], ['product', setOf(PRODUCTS)], ['date', setOf(DATES)], ['first_name', setOf(NAMES)],
];
const VARIABLES = setOf('first_name name greeting_name matter agent ticket product promise date');
const GLUED = setOf(GLUE), ASKING = setOf(ASKS), NAMING = setOf(NAMES);
const KNOWN = setOf([NAMES, MINE, TICKETS, PRODUCTS, DATES, REST].join(' '));
/** <a>, <link> and the like are marks of a page where somebody writes of pages. */
const HTML = setOf('data time address link code title');

/** Beside these a bracket is a button or a field, called by its name. */
const BESIDE = /(?:click|press|tap|select|choose|hit|field|button|tab|menu|clique|clicar|carregue|carregar|selecione|escolha|campo|botao|opcao|kliknij|wybierz|nacisnij|pole|polu|przycisk|zakladka)(?: (?:on|the|em|no|na|o|w|em cima de))*\s*$/u;
const BEHIND = /^\s*(?:button|field|tab|menu|key|przycisk|pole)\b/u;

export interface HolesInput {
  readonly text: string;
  /** May a hole at this offset be one: is it the agent's own line? */
  readonly own: (offset: number) => boolean;
  readonly variables: () => Variables;
}

export function holesLeft({ text, own, variables }: HolesInput): Left[] {
  if (!ANY.test(text)) return [];
  const found: Left[] = [];
  for (const match of text.matchAll(HOLE)) {
    const start = match.index, end = start + match[0].length;
    const about = own(start) ? read(match[0], lineOf(text, start, end)) : undefined;
    if (about === undefined) continue;
    found.push({ kind: 'hole', start, end, about: about.name, suggestions: valuesFor(about, variables()) });
  }
  return found;
}

interface Line {
  /** Folded where it does not matter how long it is. */
  readonly before: string;
  readonly after: string;
  readonly greeting: boolean;
  readonly whole: string;
}
function lineOf(text: string, start: number, end: number): Line {
  const from = text.lastIndexOf('\n', start - 1) + 1, to = text.indexOf('\n', end);
  const before = text.slice(from, start), after = text.slice(end, to < 0 ? undefined : to);
  return { before, after, whole: before + text.slice(start, end) + after, greeting: firstOf(before) !== null && before.length < 60 };
}

interface Hole {
  readonly name: string | null;
  /** What it offers itself: "{me:Obrigado|Obrigada}", "{date|soon}". */
  readonly inside: string;
}

/** What a hole stands for; undefined where it is none. */
function read(hole: string, line: Line): Hole | undefined {
  const { before, after, greeting } = line;
  const named = (name: Left['about']): Hole => ({ name: name ?? (greeting ? 'greeting_name' : null), inside: '' });
  if (hole.startsWith('_')) return isBlank(line) ? named(null) : undefined;
  if (/^x/iu.test(hole)) return isCrossed(hole, line) ? named(null) : undefined;
  const inside = hole.replace(/^[$]?[{[<%]{1,2}|[}\]>%]{1,2}$/gu, '').trim();
  if (hole.startsWith('{') || hole.startsWith('$')) {
    // In an address, a path or a program braces belong there.
    if (/[/=?&#(]$/u.test(before) || !/^[\p{L}_][\p{L}\p{N} _.'|:/,!-]*$/u.test(inside) || inside.length < 2 || /^[^|]*,|: /u.test(inside)) return undefined;
    const [first = ''] = inside.split('|');
    const variable = /^(me|you|form):/u.exec(first)?.[1] ?? first.trim().split('.')[0] ?? '';
    return { name: /^(?:me|you|form)$/u.test(variable) || VARIABLES.has(variable) ? variable : greeting ? 'greeting_name' : kindOf(wordsOf(inside)), inside };
  }
  if (hole.startsWith('[') && /^(?:\.{2,}|…)$/u.test(inside)) return greeting ? named('greeting_name') : undefined;
  if (hole.startsWith('[') && (after.startsWith('(') || BESIDE.test(fold(before.slice(-40))) || BEHIND.test(fold(after.slice(0, 12))))) return undefined;
  const words = wordsOf(inside);
  if (hole.startsWith('<') && !hole.startsWith('<<') && words.length === 1 && HTML.has(words[0] ?? '')) return undefined;
  const coded = hole.startsWith('[') && (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u.test(inside) || /^[a-z]+(?:_[a-z]+)+$/u.test(inside));
  return coded || isNamed(words) ? named(greeting && words.some((word) => NAMING.has(word)) ? 'greeting_name' : kindOf(words)) : undefined;
}

function valuesFor({ name, inside }: Hole, variables: Variables): readonly string[] {
  const { first_name, greeting_name, me, you } = variables;
  const [first = '', ...others] = inside.replace(/^(?:me|you|form):/u, '').split('|').map((part) => part.trim());
  const either = [first, ...others].filter(Boolean);
  switch (name) {
    case null: return others.filter(Boolean).slice(0, 1);
    case 'me': case 'you': {
      const gender = name === 'me' ? me : you;
      return gender === 'm' ? either.slice(0, 1) : gender === 'f' ? either.slice(1, 2) : either.slice(0, 2);
    }
    case 'form': return either.slice(0, 3);
    case 'matter': return others.filter(Boolean).slice(0, 1);
    case 'greeting_name': return [greeting_name, first_name].filter((value): value is string => typeof value === 'string' && value !== '').slice(0, 1);
    default: {
      const value = variables[name as 'ticket'];
      return typeof value === 'string' && value !== '' ? [value] : others.filter(Boolean).slice(0, 1);
    }
  }
}

const wordsOf = (inside: string): string[] => fold(inside).replace(/([a-z])'s\b/gu, '$1').split(/[^\p{L}]+/u).filter(Boolean);
/** Few words, all of them names of what is wanted; or an order to put it there. */
function isNamed(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 5) return false;
  const [first = '', ...rest] = words;
  const own = ASKING.has(first) ? rest : words;
  return own.some((word) => KNOWN.has(word)) && own.every((word) => KNOWN.has(word) || GLUED.has(word));
}
function kindOf(words: readonly string[]): Left['about'] {
  return KINDS.find(([, known]) => words.some((word) => known.has(word)))?.[0] ?? null;
}

/** "Your parcel arrives on ____": no line of underscores, no form for the customer to fill in. */
function isBlank({ before, after, whole }: Line): boolean {
  if (/[\p{L}\p{N}_*]$/u.test(before) || /^[\p{L}\p{N}_*]/u.test(after)) return false;
  if (/^[\s_\-*=|.]*$/u.test(whole)) return false;
  return !/[:?]\s*$/u.test(before) || /\S/u.test(after.replace(/[.,;]/gu, ''));
}

const NUMERAL_BEHIND = /^(?:-\p{L}| (?:wieku|wiek|w\.|seculo|século|century|lat)\b| \p{Lu})/u;
const NUMERAL_BEFORE = /(?:século|seculo|artigo|art\.|capítulo|capitulo|tom|rozdział|wieku|wiek|louis|edição|chapter|title)\s$/iu;
/** "order XXXX": no masked card, no "XXX wieku", no kisses at the end. */
function isCrossed(hole: string, { before, after }: Line): boolean {
  if (/^[-/. ]{0,2}[\d•*]/u.test(after) || /[\d•*][-/. ]{0,2}$/u.test(before) || /^[-/. ][Xx]+/u.test(after) || /[Xx][-/. ]$/u.test(before)) return false;
  if (/[@.]$/u.test(before) || /^(?:@|\.\p{L})/u.test(after)) return false;
  if (hole === 'XXX' && (NUMERAL_BEHIND.test(after) || NUMERAL_BEFORE.test(before))) return false;
  return /[A-Z]/u.test(hole) || /[-/.:]/u.test(hole) || (after.trim() !== '' && before.trim() !== '');
}
