/** Which language is it? Small lists, no asset: it must answer before any knowledge is loaded. */
import type { Lang } from '../types';
import { blocksOf } from '../text/blocks';
import { Tokeniser, WordMemory } from '../text/tokens';
import type { Piece } from '../text/tokens';
import { COMMON, COUNTRY, SHARED } from './words';

export interface Identified {
  readonly lang: Lang;
  /** 0..1: 0 where nothing of the text was known. */
  readonly confidence: number;
  /** Portuguese: above 0 the marks of Brazil weigh more, below 0 those of Portugal; about 1 a mark. */
  readonly country: number;
  /** Portuguese only: the text itself told the country; otherwise it is the default handed in. */
  readonly countryKnown: boolean;
}

type Family = 'en' | 'pt' | 'pl';
/** So much of a text is looked at; more changes nothing. */
const ENOUGH = 4_000;
const memory = new WordMemory();

/**
 * The language of the writer's own words (quotes, code and footers left out, unless there is nothing else).
 * `portuguese` is what Portuguese without a mark of either country is taken for (pt-BR), `otherwise` what is answered where nothing is known (en).
 */
export function identify(text: string, options: { readonly portuguese?: 'pt-BR' | 'pt-PT'; readonly otherwise?: Lang } = {}): Identified {
  const { pieces, own } = piecesOf(text);
  const scores = score(pieces);
  const ranked = (Object.entries(scores) as [Family, number][]).sort((a, b) => b[1] - a[1]);
  const [best, second] = [ranked[0] ?? (['en', 0] as const), ranked[1] ?? (['en', 0] as const)];
  if (best[1] <= 0) return { lang: options.otherwise ?? 'en', confidence: 0, country: 0, countryKnown: false };
  const confidence = Math.round(Math.min(1, (best[1] - second[1]) / best[1] * Math.min(1, best[1] / 3)) * 100) / 100;
  if (best[0] !== 'pt') return { lang: best[0], confidence, country: 0, countryKnown: false };
  const country = countryOf(pieces, own);
  const known = Math.abs(country) >= 0.5;
  return { lang: known ? (country > 0 ? 'pt-BR' : 'pt-PT') : options.portuguese ?? 'pt-BR', confidence, country, countryKnown: known };
}

function piecesOf(text: string): { pieces: Piece[]; own: string } {
  const blocks = blocksOf(text.slice(0, ENOUGH * 4), { closings: [] });
  const own = blocks.filter(({ zone }) => zone === 'body');
  const used = own.length > 0 ? own : blocks;
  const joined = used.map(({ start, end }) => text.slice(start, end)).join('\n').slice(0, ENOUGH);
  return { pieces: new Tokeniser(joined, memory).run(), own: joined };
}

const POLISH = /[ąęłńśźżĄĘŁŃŚŹŻ]/;
const PORTUGUESE = /[ãõçÃÕÇ]/;
const PORTUGUESE_WEAK = /[áéíúâêôàÁÉÍÚÂÊÔÀ]/;
const POLISH_SHAPE = /sz|cz|rz|dz|ow$|ego$|emu$|ych$|owa|nia$|nie$|ie$|ej$|je$|^prz|^wy|^nie/;
const PORTUGUESE_SHAPE = /nh|lh|oes$|cao$|coes$|mente$|ndo$|ram$|aram$|eram$|iram$|dade$|eiro$|eira$|ava$|ei$|ou$|inho$|inha$|agem$|ente$|ado$|ada$|ido$|ida$|ar$|er$|ir$/;
const ENGLISH_SHAPE = /th|wh|sh|ing$|tion$|ed$|ly$|ght|ck$|ck|ness$|ment$|ee|oo|ay$|'(?:s|t|re|ve|ll|d|m)$/;

function score(pieces: readonly Piece[]): Record<Family, number> {
  const scores: Record<Family, number> = { en: 0, pt: 0, pl: 0 };
  for (const { kind, raw, key } of pieces) {
    if (kind !== 'word') continue;
    const weight = SHARED.has(key) ? 0.3 : 1;
    for (const family of ['en', 'pt', 'pl'] as const) if (COMMON[family].has(key)) scores[family] += weight;
    if (POLISH.test(raw)) scores.pl += 1.5;
    else if (raw.includes('ó')) { scores.pl += 0.4; scores.pt += 0.4; }
    if (PORTUGUESE.test(raw)) scores.pt += 1.5;
    else if (PORTUGUESE_WEAK.test(raw)) scores.pt += 0.8;
    if (key.length < 4) continue;
    if (POLISH_SHAPE.test(key)) scores.pl += 0.35;
    if (PORTUGUESE_SHAPE.test(key)) scores.pt += 0.3;
    if (ENGLISH_SHAPE.test(key)) scores.en += 0.35;
    if (/[kw]/.test(key)) scores.pt -= 0.3;
    if (/[vxq]/.test(key)) scores.pl -= 0.5;
  }
  return scores;
}

/** Above 0 Brazil, below 0 Portugal: words, and the grammar that tells them apart. */
function countryOf(pieces: readonly Piece[], text: string): number {
  let sum = 0;
  const seen = new Set<string>();
  pieces.forEach((piece, i) => {
    const { raw, key } = piece;
    const lower = raw.toLowerCase();
    const before = pieces[i - 1], next = pieces[i + 1];
    const weight = COUNTRY[lower] ?? COUNTRY[key] ?? 0;
    if (weight !== 0 && !seen.has(key)) { seen.add(key); sum += weight; }
    // "estou a tentar" against "estou tentando".
    if (ESTAR.has(key) && next?.key === 'a' && /(?:ar|er|ir|or)$/.test(pieces[i + 2]?.key ?? '')) sum -= 2;
    if (ESTAR.has(key) && /(?:ando|endo|indo)$/.test(next?.key ?? '')) sum += 1.5;
    // "continua sem", "nós aqui a adivinhar", "só a confirmar": an infinitive of what goes on.
    if (key === 'a' && ONGOING.has(before?.key ?? '') && next?.key !== 'partir' && /(?:ar|er|ir)$/.test(next?.key ?? '')) sum -= 1;
    // "eu te dou", "e nos solidarizamos", "vai me ajudar": the pronoun before its verb, where Portugal puts it behind.
    if ((key === 'me' || key === 'te' || key === 'nos') && BEFORE_PROCLISIS.has(before?.key ?? '') && /(?:o|a|e|ei|ou|mos|am|em)$/.test(next?.key ?? '') && (next?.key.length ?? 0) > 2) sum += 0.8;
    if (/[aei]mos$/.test(key) && lower.endsWith('ámos')) sum -= 2;
    // Accents that differ: "eletrónico", "prémio"; "eletrônico", "prêmio", "bebê".
    if (/[ôê]n[aeiou]|[ôê]m[aeiou]/.test(lower)) sum += 1.5;
    if (/[óé](?:n[ioa]|m[ioa])[a-zà-ú]*$/.test(lower) && lower.length > 5) sum -= 1;
    // "enviei-lhe", "diga-me": the pronoun behind; "me enviaram", "lhe enviei" at the start: before.
    const hyphen = before !== undefined && piece.start === before.end + 1 && text[before.end] === '-';
    if (hyphen && CLITICS.has(key)) sum -= LO_LA.has(key) ? 0.4 : 0.7;
    if ((key === 'me' || key === 'te') && (i === 0 || before?.kind === 'sign') && next?.kind === 'word') sum += 1;
    if ((key === 'me' || key === 'te' || key === 'lhe') && /(?:ar|er|ir)$/.test(next?.key ?? '') && AUXILIARY.has(before?.key ?? '')) sum += 1.2;
    sum += grammar(key, before?.key ?? '', next?.key ?? '', i === 0 || before?.kind === 'sign');
    if (/^r\$|^\d+x$/.test(key)) sum += 1.5;
  });
  return sum;
}
/**
 * Portugal puts an article before a possessive ("a sua encomenda"), says "é que", "até ao fim", "tenho de" and "tudo a funcionar";
 * Brazil says "seu pedido", "até o fim", "tenho que", "faz três semanas", "tem como". Each is a leaning only.
 */
function grammar(key: string, before: string, next: string, first: boolean): number {
  if (POSSESSIVES.has(key)) return CONTRACTED.has(before) ? -0.35 : first ? 0.6 : ARTICLE_LIKE.has(before) ? 0 : 0.4;
  if (key === 'ate') return next === 'ao' || next === 'aos' ? -1.2 : next === 'o' || next === 'os' ? 1 : 0;
  if (key === 'que' && before === 'e') return -0.4;
  if (key === 'tenho' || key === 'temos' || key === 'tem') return next === 'de' ? -0.5 : next === 'que' ? 0.4 : next === 'como' ? 0.8 : 0;
  if (key === 'tudo' || key === 'continua' || key === 'continuo') return next === 'a' ? -0.8 : 0;
  if (key === 'faz') return NUMBERS.has(next) || /^\d+$/.test(next) ? 1 : 0;
  return key === 'gente' && before === 'a' ? 1 : 0;
}
const POSSESSIVES = new Set(['seu', 'sua', 'seus', 'suas', 'meu', 'minha', 'meus', 'minhas', 'nosso', 'nossa', 'nossos', 'nossas']);
const CONTRACTED = new Set(['o', 'a', 'os', 'as', 'do', 'da', 'dos', 'das', 'no', 'na', 'nos', 'nas', 'ao', 'pelo', 'pela']);
const ARTICLE_LIKE = new Set([...CONTRACTED, 'um', 'uma', 'este', 'esta', 'esse', 'essa', 'e', 'ou', 'todos', 'todas']);
const NUMBERS = new Set(['um', 'uma', 'dois', 'duas', 'tres', 'quatro', 'cinco', 'seis', 'dias', 'semanas', 'meses', 'mais', 'quase', 'tempo']);
const ESTAR = new Set(['estou', 'estamos', 'esta', 'estao', 'estava', 'estavam', 'estive', 'continuo', 'continua', 'ando', 'andamos', 'fico']);
const CLITICS = new Set(['me', 'lhe', 'lhes', 'nos', 'vos', 'se', 'te', 'lo', 'la', 'los', 'las', 'o', 'a']);
const ONGOING = new Set(['aqui', 'so', 'agora', 'ali', 'todos', 'horas', 'dias', 'continua', 'andar', 'estar', 'sempre']);
const BEFORE_PROCLISIS = new Set(['eu', 'voce', 'voces', 'gente', 'e', 'mas', 'ele', 'ela', 'eles', 'elas']);
/** After an infinitive ("buscá-la") both countries write it so. */
const LO_LA = new Set(['lo', 'la', 'los', 'las']);
const AUXILIARY = new Set(['pode', 'podem', 'poderia', 'poderiam', 'vai', 'vao', 'vou', 'consegue', 'conseguem', 'favor', 'quer', 'queria', 'gostaria']);
