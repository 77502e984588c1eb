/** Which lines are the writer's own: quotes, signatures, footers and code are told apart, line by line. */
import { fold } from '../../rules';
import type { Zone } from '../parsed';
import type { Line } from './blocks';

/** Words of the language that zones depend on, folded. */
export interface ZoneWords {
  /** "best regards", "pozdrawiam": a line that is only this (and a comma, a name) begins the signature after it. */
  readonly closings: readonly string[];
  /** Remembers what `look` says of each line; without it each line is looked at each time. */
  readonly remember?: (lines: readonly Line[], look: (line: string) => LineFacts) => readonly LineFacts[];
}

/** What a line by itself tells. `paragraph` is the reader's own: what it made of the line where that is a paragraph by itself. */
export interface LineFacts {
  readonly folded: string;
  /** Begins as footers and automatic lines, logs or programs do: what it is depends on the lines around it. */
  readonly odd: boolean;
  /** Says nothing but goodbye. */
  readonly closing: boolean;
  paragraph?: unknown;
}

function look(line: string, closings: readonly string[]): LineFacts {
  const folded = fold(line.length > 300 ? line.slice(0, 300) : line);
  return { folded, closing: isClosing(folded, closings), odd: AUTOMATIC.test(folded) || FOOTERS.some((footer) => footer.test(folded)) || LOG.test(folded) || CODE.test(folded) };
}

/** "On 3 May, Ann wrote:" in the languages our users' customers quote in; a mail in Polish may quote one in English. */
const INTRO_START = /^(?:on|am|le|el|em|a|no dia|dnia|w dniu|data|dia|[a-z]{2,12}\.?,? \d{1,2}|\d{1,2}[./ ]|\d{4}-)/;
const INTRO_END = /(?:wrote|writes|schrieb|escreveu|escreve|napisal|napisala|napisal\(a\)|napisa\(la\)|pisze|a ecrit|escribio)(?: :|:)$/;
const INTRO_SHORT = /^\S.{0,80} (?:wrote|escreveu|napisal|napisala|napisal\(a\)|pisze)\s?:$/;
const ORIGINAL = /^[-_ ]{2,}\s?(?:original message|original appointment|forwarded message|mensagem original|mensagem encaminhada|mensagem reencaminhada|wiadomosc oryginalna|oryginalna wiadomosc|przekazana wiadomosc|wiadomosc przekazana|begin forwarded message|reply above this line)/;
const HEADER = /^(?:from|de|od|von|sent|enviado|enviada|wyslano|data|date|to|para|do|subject|assunto|temat|cc|dw)\s?: \S/;
const HEADER_FROM = /^\*?(?:from|de|od|von)\s?:\*? \S/;
/** Put there by a program, or by a lawyer. */
const FOOTERS: readonly RegExp[] = [
  /^(?:sent from (?:my|mail|outlook)|get outlook for|sent via|enviado (?:do|a partir|desde|pelo) |obter o outlook|wyslan[oe] z |pobierz outlook)/,
  /^(?:this (?:e-?mail|message|communication)|the information contained|confidentiality notice|disclaimer|legal notice|registered (?:office|in)|please consider the environment|think before you print)/,
  /^(?:esta mensagem|este e-?mail|a informacao contida|as informacoes contidas|aviso (?:legal|de confidencialidade)|antes de imprimir|pense antes de imprimir)/,
  /^(?:niniejsza (?:wiadomosc|korespondencja)|ta wiadomosc|tresc (?:tej|niniejszej) wiadomosci|wiadomosc ta|informacje zawarte|administratorem (?:pani|pana|panstwa|twoich|danych)|klauzula|pomysl o srodowisku|zanim wydrukujesz)/,
];
const FOOTER_SURE = /confiden|poufn|intended|recipient|destinat|adresat|disclos|privileg|rodo|gdpr|danych osobowych|dados pessoais|imprimir|wydruk|print|company n|krs|nip |virus|iphone|android|outlook|galaxy|ipad|telemovel|celular|smartfon|telefonu|mobile|phone/;
const AUTOMATIC = /^(?:unsubscribe|to unsubscribe|cancelar inscricao|anular subscricao|wypisz sie|este e um e-?mail automatico|this is an automated|wiadomosc wygenerowana automatycznie|ticket id\b|ref:_)/;
const LOG = /^(?:\d{4}-\d\d-\d\d[t ]\d\d:\d\d|\[\d\d[:/]|at [\w$.<>]+\(.*\)$|traceback \(|exception in |caused by: |\s*file ")|^(?:error|warn|info|debug)\b.*\d\d:\d\d/;
const CODE = /^(?:\$ |#!|<\/?\w+[^>]*>$|[{}\];]+$|(?:const|let|var|function|import|def|class|return|select|curl|npm|sudo)\b.*[;{}()=])/;
const PS = /^(?:p\.? ?s\.?|post scriptum)\b/;
/** So many lines may a signature have; a longer text after a closing is text again. */
const SIGNATURE_LINES = 10;
const SIGNATURE_WIDTH = 70;

/** One zone a line, and what each tells. */
export function zonesOf(lines: readonly Line[], text: string, words: ZoneWords): { readonly zones: readonly Zone[]; readonly facts: readonly LineFacts[] } {
  const lookAt = (line: string): LineFacts => look(line, words.closings);
  const facts = words.remember?.(lines, lookAt) ?? lines.map(({ trimmed }) => lookAt(trimmed));
  const folded = facts.map((fact) => fact.folded);
  const zones: Zone[] = lines.map(() => 'body');
  const rest = markQuotes(lines, folded, zones);
  markCode(lines, text, facts, zones);
  markFooters(facts, zones);
  markSignature(facts, zones, rest);
  return { zones, facts };
}

/** Marks quotes; returns the first line of the quote that goes to the end, else the number of lines. */
function markQuotes(lines: readonly Line[], folded: readonly string[], zones: Zone[]): number {
  for (let i = 0; i < lines.length; i += 1) {
    const line = folded[i] ?? '';
    if (line.startsWith('>')) { zones[i] = 'quote'; continue; }
    const used = introAt(folded, i);
    if (used === 0) continue;
    const next = folded.findIndex((other, j) => j >= i + used && other !== '');
    for (let j = i; j < i + used; j += 1) zones[j] = 'quote';
    if (next >= 0 && (folded[next] ?? '').startsWith('>')) { i += used - 1; continue; }
    for (let j = i; j < lines.length; j += 1) zones[j] = 'quote';
    return i;
  }
  return lines.length;
}

/** How many lines from `i` on introduce a quote; 0 if none does. */
function introAt(folded: readonly string[], i: number): number {
  const line = folded[i] ?? '';
  if (line === '') return 0;
  if (ORIGINAL.test(line)) return 1;
  if (HEADER_FROM.test(line) && [1, 2, 3].filter((step) => HEADER.test((folded[i + step] ?? '').replaceAll('*', ''))).length >= 2) return 1;
  if (line.length < 200 && ((INTRO_START.test(line) && INTRO_END.test(line)) || (/\d/.test(line) && INTRO_SHORT.test(line)))) return 1;
  const two = `${line} ${folded[i + 1] ?? ''}`;
  return line.length < 100 && /\d/.test(line) && !/[.!?]$/.test(line) && INTRO_START.test(line) && INTRO_END.test(two) && !INTRO_START.test(folded[i + 1] ?? '') ? 2 : 0;
}

function markCode(lines: readonly Line[], text: string, facts: readonly LineFacts[], zones: Zone[]): void {
  let fenced = false;
  lines.forEach((line, i) => {
    const fence = line.trimmed.startsWith('```');
    if (fenced || fence) zones[i] = 'code';
    if (fence && !(line.trimmed.length > 3 && line.trimmed.endsWith('```'))) fenced = !fenced;
    const { folded = '', odd = false } = facts[i] ?? {};
    if (!odd || zones[i] !== 'body' || line.trimmed === '') return;
    const first = text[line.start];
    const indented = first === '\t' || text.startsWith('    ', line.start);
    if (LOG.test(folded) || (CODE.test(folded) && (indented || /[;{}]$|^\$ |^#!|^[{}\];]+$|^</.test(line.trimmed)))) zones[i] = 'code';
  });
}

function markFooters(facts: readonly LineFacts[], zones: Zone[]): void {
  for (let i = 0; i < facts.length; i += 1) {
    const { folded: line = '', odd = false } = facts[i] ?? {};
    if (!odd || zones[i] !== 'body' || line === '') continue;
    const together = `${line} ${facts[i + 1]?.folded ?? ''}`;
    if (!AUTOMATIC.test(line) && !(FOOTERS.some((footer) => footer.test(line)) && FOOTER_SURE.test(together))) continue;
    for (let j = i; j < facts.length && facts[j]?.folded !== '' && zones[j] === 'body'; j += 1) zones[j] = 'footer';
  }
}

/** From "-- " to the end or the quote; or what follows a closing line, if it looks like name, post, numbers. */
function markSignature(facts: readonly LineFacts[], zones: Zone[], rest: number): void {
  const folded = facts.map((fact) => fact.folded);
  const divider = folded.findIndex((line, i) => i < rest && zones[i] === 'body' && /^(?:--|—|__+)$/.test(line) && folded.slice(i + 1, rest).filter((l) => l !== '').length <= SIGNATURE_LINES);
  let from = divider;
  if (divider < 0) {
    for (let i = rest - 1; i >= 0; i -= 1) {
      if (zones[i] !== 'body' || facts[i]?.closing !== true) continue;
      const ps = folded.findIndex((line, j) => j > i && PS.test(line));
      const after = folded.slice(i + 1, ps < 0 ? rest : Math.min(ps, rest)).filter((line) => line !== '');
      if (after.length > 0 && after.length <= SIGNATURE_LINES && after.every((line) => isSignatureLine(line) || FOOTERS.some((f) => f.test(line)))) from = i + 1;
      break;
    }
  }
  if (from < 0) return;
  for (let i = from; i < rest; i += 1) {
    if (PS.test(folded[i] ?? '')) break;
    if (zones[i] === 'body' && folded[i] !== '') zones[i] = 'signature';
  }
}

/** Short, and no sentence. */
function isSignatureLine(line: string): boolean {
  return line.length <= SIGNATURE_WIDTH && !(/[.!?]$/.test(line) && line.split(' ').length >= 5);
}

/** "Kind regards," "Com os melhores cumprimentos" "Pozdrawiam serdecznie": the line says nothing but goodbye. */
export function isClosing(line: string, closings: readonly string[]): boolean {
  if (line.length > 60) return false;
  const bare = line.replace(/[\s,.!:;-]+$/u, '').replace(/[,.!]/g, '');
  return closings.some((closing) => bare === closing);
}
