/** Text → blocks: lines with their zones, hard-wrapped lines joined. */
import type { Span } from '../types';
import type { Zone } from '../parsed';
import { zonesOf } from './zones';
import type { LineFacts, ZoneWords } from './zones';

export interface Block extends Span {
  readonly zone: Zone;
  /** What its line tells; null where several lines were joined. */
  readonly facts: LineFacts | null;
}
export interface Line extends Span {
  /** Without space at both ends. */
  readonly trimmed: string;
}

/** Mail programs wrap at 72 to 80 characters; a text whose longest line is in this range may be wrapped. */
const WRAP_FROM = 60;
const WRAP_TO = 84;
const LIST_ITEM = /^(?:[-*•·–—+>]|\d{1,2}[.)]|[a-z][.)])\s/i;

const OTHER_BREAKS = /[\r\u2028\u2029]/;

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  if (!OTHER_BREAKS.test(text)) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.push({ start, end, trimmed: text.slice(start, end).trim() });
      start = end + 1;
    }
    lines.push({ start, end: text.length, trimmed: text.slice(start).trim() });
    return lines;
  }
  for (let i = 0; i <= text.length; i += 1) {
    const code = i === text.length ? 10 : text.charCodeAt(i);
    if (code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029) continue;
    lines.push({ start, end: i, trimmed: text.slice(start, i).trim() });
    if (code === 13 && text.charCodeAt(i + 1) === 10) i += 1;
    start = i + 1;
  }
  return lines;
}

/** Empty lines are no blocks. The span of a block has no space at its ends. */
export function blocksOf(text: string, words: ZoneWords): Block[] {
  const lines = linesOf(text);
  const { zones, facts } = zonesOf(lines, text, words);
  const longest = lines.reduce((max, line) => Math.max(max, line.trimmed.length), 0);
  const wrapped = longest >= WRAP_FROM && longest <= WRAP_TO;
  const blocks: { start: number; end: number; zone: Zone; facts: LineFacts | null; lastLine: number }[] = [];
  lines.forEach((line, i) => {
    if (line.trimmed === '') return;
    const lead = text.slice(line.start, line.end).indexOf(line.trimmed[0] ?? '');
    const start = line.start + lead, end = start + line.trimmed.length;
    const zone = zones[i] ?? 'body';
    const before = blocks.at(-1);
    const previous = lines[i - 1];
    if (wrapped && before?.lastLine === i - 1 && before.zone === zone && zone === 'body' && previous !== undefined
      && continuesLine(previous.trimmed, line.trimmed, longest)) {
      before.end = end;
      before.facts = null;
      before.lastLine = i;
    } else {
      blocks.push({ start, end, zone, facts: facts[i] ?? null, lastLine: i });
    }
  });
  return blocks;
}

/** The next line's first word would not have fitted: the line was broken by a program, not by its writer. */
function continuesLine(line: string, next: string, longest: number): boolean {
  if (LIST_ITEM.test(next)) return false;
  const space = next.indexOf(' ');
  return line.length + 1 + (space < 0 ? next.length : space) > longest;
}
