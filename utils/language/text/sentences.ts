/** Tokens of a paragraph → its sentences. */
import { isLetter } from '../../rules';
import type { Sentence, Token } from '../parsed';
import type { Piece } from './tokens';

/** A sentence within its paragraph: offsets of the paragraph, tokens included. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly ending: Sentence['ending'];
}

const CLOSERS = ')]}';

function startsUpper(token: Token): boolean {
  const first = token.raw[0] ?? '';
  return first !== first.toLowerCase();
}

/** Does the full stop at `i` belong to an abbreviation, an initial or a number, rather than end a sentence? */
function belongs(pieces: readonly Piece[], i: number, from: number, abbreviations: ReadonlySet<string>): boolean {
  const before = pieces[i - 1], next = pieces[i + 1];
  if (before === undefined || !(pieces[i]?.glued ?? false)) return next !== undefined && next.glued;
  if (next === undefined) return false;
  if (next.glued && next.kind !== 'sign') return !(startsUpper(next) && next.key.length > 1 && before.key.length > 1 && before.kind === 'word');
  if (before.kind === 'number') return i - 1 === from || (next.kind === 'word' && !startsUpper(next) && before.key.length <= 4 && /^\d+$/.test(before.key));
  if (before.kind !== 'word') return false;
  const compound = before.key.length === 1 && pieces[i - 2]?.key === '.' && pieces[i - 3]?.key.length === 1 ? (pieces[i - 3]?.key ?? '') + before.key : before.key;
  // "at 3 p.m. We …" ends, "at 3 p.m. today" and "at 3 p.m. ET on Monday" do not.
  if (abbreviations.has(compound)) return !(HALVES.has(compound) && startsUpper(next)) || (HOURS.has(compound) && dates(next, pieces[i + 2]));
  return before.key.length === 1 && isLetter(before.key.charCodeAt(0)) && (startsUpper(before) || i - 1 === from) && startsUpper(next);
}

/** Short forms that often end their sentence: before a capital they do ("120 zł. Jutro …", "do pt. Napiszę …"). */
const HALVES: ReadonlySet<string> = new Set(('am pm etc itd itp ltd inc hs h zl gr min sek tys mln mld pkt szt kg pon pn wt czw pt sob nd niedz rob').split(' '));

const HOURS: ReadonlySet<string> = new Set(['am', 'pm']);
/** With a capital, and still of the time that "p.m." is part of. */
const DATING: ReadonlySet<string> = new Set(('et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eastern central mountain pacific uk london '
  + 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun '
  + 'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec').split(' '));
/** After a day's name, these begin a sentence about that day: "… at 3 p.m. Monday is a holiday." */
const ABOUT_DAY: ReadonlySet<string> = new Set("is was will would works isn't won't has suits morning's may might can could should".split(' '));
function dates(next: Piece, after: Piece | undefined): boolean {
  return next.kind === 'word' && DATING.has(next.key) && !ABOUT_DAY.has(after?.key ?? '');
}

const END_OF: Readonly<Record<string, Sentence['ending']>> = { '.': '.', '?': '?', '!': '!', '…': '…' };

/**
 * Divides. `abbreviations`: folded, without their full stop. A full stop of an abbreviation disappears from the tokens,
 * so that "e.g. this" and "eg this" are the same words.
 */
export function cutSentences(pieces: readonly Piece[], abbreviations: ReadonlySet<string>): Cut[] {
  const cuts: Cut[] = [];
  let tokens: Token[] = [];
  let from = 0;
  let ending: Sentence['ending'] = '';
  const close = (next: number): void => {
    const first = tokens[0], last = tokens.at(-1);
    if (first !== undefined && last !== undefined) cuts.push({ start: first.start, end: last.end, tokens, ending: ending === '' && last.key === ':' ? ':' : ending });
    tokens = [];
    from = next;
    ending = '';
  };
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if (ending !== '' && !continues(piece)) close(i);
    const end = piece.kind === 'sign' ? END_OF[piece.key] : undefined;
    if (end === '.' && belongs(pieces, i, from, abbreviations)) {
      if (!(pieces[i + 1]?.glued ?? false)) continue;
      if (pieces[i + 1]?.kind !== 'sign') continue;
    } else if (end === '…') {
      const next = pieces[i + 1];
      if (next === undefined || startsUpper(next) || next.kind === 'emoji') ending = ending === '' ? end : ending;
    } else if (end !== undefined) {
      ending = ending === '?' || end === '?' ? '?' : ending === '!' ? '!' : end;
    }
    tokens.push(piece);
  }
  close(pieces.length);
  return cuts;
}

/** After the sign that ends: further such signs, closing brackets, emoji still belong to the sentence. */
function continues(piece: Piece): boolean {
  if (piece.kind === 'emoji') return true;
  return piece.kind === 'sign' && (END_OF[piece.key] !== undefined || CLOSERS.includes(piece.key) || (piece.glued && piece.key === ','));
}
