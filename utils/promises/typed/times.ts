/**
 * Times as they are typed in a hurry: "tmrw 9", "pn 10", "seg 14h", "5.12 o 10". They are put into the words the date grammars know,
 * read by them, and their places carried back. So there is one grammar a language, and here is only what typing leaves out.
 */
import type { AssetName, Span } from '../../language';
import { parseTimes } from '../dates';
import { splitWords, type Word } from '../dates/read';
import type { FoundTime, TimeExpr } from '../types';
import type { Lists } from './lists';

/** A time and where it stands: in one place, or its day here and its hour there. */
export interface TypedTime {
  readonly spans: readonly Span[];
  readonly expr: TimeExpr;
}

export interface Around {
  /** The text holds a time and nothing else: short words are taken for what they mean there ("sat", "ter"). */
  readonly alone: boolean;
  /** May the number at this place of the text be an hour, though nothing but a day beside it, or its "h", says so? */
  readonly hour: (words: readonly Word[], at: number, side: 'after-day' | 'before-day' | 'written-so') => boolean;
  /** Does something new begin at this place of the text, which is not counted by the number before it? */
  readonly anew: (words: readonly Word[], at: number) => boolean;
}

/** A word of the text, as it is handed to the grammar. */
interface Piece extends Span {
  readonly text: string;
  readonly glued: boolean;
  /** Not in the text as it stands. */
  readonly made: boolean;
}

/** The real times in a text, in order; "soon" and what cannot be said in dates are none. */
export function typedTimes(lists: Lists, asset: AssetName, text: string, around: Around): readonly TypedTime[] {
  const words = splitWords(text);
  const pieces = dotted(said(lists, words, around.alone));
  const plain = readPieces(asset, pieces);
  const hinted = withHints(lists, pieces, plain, words, around);
  const times = hinted === pieces ? plain : readPieces(asset, hinted);
  return joined(asset, text, times.filter(({ expr }) => expr.type !== 'vague' && expr.type !== 'unclear'), hinted);
}

/** Words as typed, each short form in the words it stands for. */
function said(lists: Lists, words: readonly Word[], alone: boolean): readonly Piece[] {
  const texts = words.map(({ text }) => text);
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    const found = lists.typed.at(texts, at) ?? shortAt(lists, words, texts, at, alone);
    const last = found && words[at + found.length - 1];
    if (!found || !last || (word.glued && /\p{L}|\p{Nd}/u.test(words[at - 1]?.text ?? ''))) {
      pieces.push({ text: word.raw, start: word.start, end: word.end, glued: word.glued, made: false });
      continue;
    }
    at += found.length - 1;
    // "pn.", "seg.": the dot is the short form's.
    const dot = words[at + 1];
    const dotted = dot?.text === '.' && dot.glued;
    if (dotted) at += 1;
    pieces.push({ text: found.value, start: word.start, end: dotted ? dot.end : last.end, glued: false, made: true });
  }
  return pieces;
}

/** Short forms that are words of their own, too, are taken for times before a number, a sign, or at the end alone. */
function shortAt(lists: Lists, words: readonly Word[], texts: readonly string[], at: number, alone: boolean): ReturnType<typeof lists.typed.at> {
  const found = (alone ? lists.typedAlone.at(texts, at) : null) ?? lists.typedShort.at(texts, at);
  if (!found || alone) return found;
  const next = words[at + found.length];
  return next === undefined || next.kind !== 'word' ? found : null;
}

/** "10.30" is an hour and "5.12" a date: where the second number cannot be a month, the dot becomes a colon. */
function dotted(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    const [hour, minute] = [pieces[at - 1], pieces[at + 1]];
    const more = pieces[at + 2];
    const clock = piece.text === '.' && piece.glued && minute?.glued === true && /^(?:1[3-9]|[2-5]\d|00)$/u.test(minute.text)
      && /^(?:\d|1\d|2[0-3])$/u.test(hour?.text ?? '') && !(more?.glued === true && more.text === '.');
    return clock ? { ...piece, text: ':', made: true } : piece;
  });
}

function readPieces(asset: AssetName, pieces: readonly Piece[]): readonly FoundTime[] {
  const { text, origin } = written(pieces);
  return parseTimes(asset, text).map(({ expr, start, end }) => ({ expr, start: origin(start, 'start'), end: origin(end, 'end') }));
}

/** The pieces as one text, and where a place of it is in the text that was typed. */
function written(pieces: readonly Piece[]): { readonly text: string; readonly origin: (at: number, side: 'start' | 'end') => number } {
  let text = '';
  const places: { readonly from: number; readonly piece: Piece }[] = [];
  for (const piece of pieces) {
    if (text !== '' && !piece.glued) text += ' ';
    places.push({ from: text.length, piece });
    text += piece.text;
  }
  const origin = (at: number, side: 'start' | 'end'): number => {
    const inside = side === 'start' ? at : at - 1;
    const place = [...places].reverse().find(({ from }) => from <= inside);
    if (!place) return 0;
    if (place.piece.made) return place.piece[side];
    return place.piece.start + at - place.from;
  };
  return { text, origin };
}

const HOUR = /^(?:\d|1\d|2[0-4])$/u;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/u;
const MONTH = /^(?:0?[1-9]|1[0-2])$/u;

/**
 * The pieces with "at" before a bare hour beside a day, and "on" before a bare date; and, since the grammars take a number before a word
 * for a count ("at 10 re the invoice"), with a comma before what begins anew.
 */
function withHints(lists: Lists, pieces: readonly Piece[], times: readonly FoundTime[], words: readonly Word[], around: Around): readonly Piece[] {
  const covered = (piece: Piece): boolean => times.some(({ start, end }) => piece.start < end && piece.end > start);
  const wordAt = (piece: Piece): number => words.findIndex(({ start }) => start === piece.start);
  const hints = new Map<Piece, string>();
  pieces.forEach((piece, at) => {
    if (piece.made || covered(piece)) return;
    const [before, next, month] = [pieces[at - 1], pieces[at + 1], pieces[at + 2]];
    if (piece.glued && before !== undefined) return;
    if (DAY.test(piece.text) && (next?.text === '.' || next?.text === '/') && next.glued && month?.glued === true && MONTH.test(month.text)
      && pieces[at + 3]?.glued !== true && around.hour(words, wordAt(month), 'after-day')) hints.set(piece, lists.hint.on);
    else if (HOUR.test(piece.text)) {
      const afterDay = times.some(({ expr, end }) => namesDay(expr) && before?.end === end) && around.hour(words, wordAt(piece), 'after-day');
      const beforeDay = times.some(({ expr, start }) => namesDay(expr) && next?.start === start) && around.hour(words, wordAt(piece), 'before-day');
      const second = lists.range && afterDay && next?.text === '-' && month !== undefined && HOUR.test(month.text) ? next : null;
      if (second && lists.range) hints.set(piece, lists.range[0]).set(second, lists.range[1]);
      else if (afterDay || beforeDay || (isClock(lists, piece, next) && around.hour(words, wordAt(piece), 'written-so'))) hints.set(piece, lists.hint.at);
    }
  });
  const comma = (piece: Piece, next: Piece | undefined): boolean => /^\p{Nd}+$/u.test(piece.text) && !covered(piece) && next !== undefined && !next.glued
    && /^\p{L}/u.test(next.text) && !times.some(({ start }) => start === next.start) && (hints.get(piece) === lists.hint.at || around.anew(words, wordAt(next)));
  const parted = pieces.map((piece, at) => comma(piece, pieces[at + 1]));
  if (hints.size === 0 && !parted.includes(true)) return pieces;
  return pieces.flatMap((piece, at) => {
    const hint = hints.get(piece);
    return [
      ...(hint === undefined ? [] : [{ text: hint, start: piece.start, end: piece.start, glued: false, made: true }]),
      // The dash of "10-12" is said by the hint.
      ...(hint !== undefined && piece.text === '-' ? [] : [hint === undefined ? piece : { ...piece, glued: false }]),
      ...(parted[at] === true ? [{ text: ',', start: piece.end, end: piece.end, glued: true, made: true }] : []),
    ];
  });
}

/** "18h": a time of day by itself, where a language writes hours so. */
function isClock({ clockFrom }: Lists, hour: Piece, next: Piece | undefined): boolean {
  return clockFrom !== null && Number(hour.text) >= clockFrom && Number(hour.text) < 24 && next?.glued === true && next.text.toLowerCase() === 'h';
}

function namesDay(expr: TimeExpr): boolean {
  return expr.type === 'day' || (expr.type === 'part' && expr.day !== null);
}
function lacksDay(expr: TimeExpr): boolean {
  return (expr.type === 'clock' || expr.type === 'range' || expr.type === 'part') && expr.day === null;
}

/** "tomorrow, Anna, at 10": the day of one and the hour of the other, read as if they stood together. */
function joined(asset: AssetName, text: string, times: readonly FoundTime[], pieces: readonly Piece[]): readonly TypedTime[] {
  const alone = times.map(({ expr, start, end }): TypedTime => ({ expr, spans: [{ start, end }] }));
  const day = times.find(({ expr }) => namesDay(expr));
  const hour = times.find(({ expr }) => lacksDay(expr));
  if (!day || !hour) return alone;
  const asSaid = ({ start, end }: Span): string => written(pieces.filter((piece) => piece.start < end && piece.end >= start && piece.end <= end)).text;
  const together = `${asSaid(day)} ${asSaid(hour)}`;
  const [whole, more] = parseTimes(asset, together);
  if (!whole || more || whole.start > 0 || whole.end < together.length) return alone;
  const both = [day, hour].map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  return [{ expr: whole.expr, spans: both }, ...alone.filter((_, index) => times[index] !== day && times[index] !== hour)]
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}
