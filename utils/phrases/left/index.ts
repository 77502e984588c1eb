/**
 * What was left in a draft that should not go out as it stands. Looked for at every keystroke, and cheap for it: brackets are looked
 * at where there are any, names in the lines that greet, phrases in sentences that changed.
 */
import { fold } from '../../language';
import type { Language, Parsed } from '../../language';
import type { Variables } from '../fill';
import type { Phrase } from '../types';
import { firstOf, greetingLeft } from './greeting';
import { holesLeft } from './holes';
import type { Left } from './types';
import { varietyLeft } from './variety';

export * from './types';
export { foreignLanguages, warmVarieties } from './variety';
export { tellLeft } from './tell';

export interface LeftInput {
  readonly language: Language;
  readonly draft: string;
  readonly customer: string | null;
  readonly customerName: string | null;
  /** Their mail address, where the page tells it. */
  readonly customerAddress: string | null;
  /** What the editor holds of the thread below the reply: whoever is named there may be greeted. */
  readonly thread: () => readonly string[];
  readonly phrases: readonly Phrase[];
  /** Libraries of the other languages that `foreignLanguages` found in the draft. */
  readonly others: readonly (readonly Phrase[])[];
  /** What holes are filled with; asked only where there is one. */
  readonly variables: () => Variables;
}

/** Paragraphs from the top in which a greeting may stand. */
const GREETED = 3;

/** In text order; none overlaps another. */
export function leftIn(input: LeftInput): readonly Left[] {
  const { language, draft } = input;
  if (draft.trim() === '') return [];
  const parsed = language.parse(draft);
  const found: Left[] = [...holesLeft({ text: draft, own: ownLines(parsed), variables: input.variables })];
  const greeted = greetings(input, parsed);
  for (const left of [...greeted, ...varietyLeft({ ...input, parsed })]) if (!found.some(({ start, end }) => start < left.end && left.start < end)) found.push(left);
  return found.sort((a, b) => a.start - b.start);
}

function greetings(input: LeftInput, { paragraphs, text }: Parsed): Left[] {
  let seen = 0;
  for (const { start, end, zone } of paragraphs) {
    if (zone !== 'body' || seen >= GREETED) continue;
    seen += 1;
    const newline = text.indexOf('\n', start);
    const line = text.slice(start, newline < 0 || newline > end ? end : newline);
    if (seen > 1 && firstOf(line) === null) continue;
    const left = greetingLeft({ ...input, line, at: start, last: start + line.length >= text.trimEnd().length, heard: () => heardOf(input, text, paragraphs) });
    if (left !== null) return [left];
    if (firstOf(line) !== null) return [];
  }
  return [];
}

/** What a signature leaves open is the agent's own as well; quotes, code and footers are not. */
function ownLines({ paragraphs }: Parsed): (offset: number) => boolean {
  return (offset) => {
    const paragraph = paragraphs.find(({ end }) => offset < end);
    return paragraph === undefined || offset < paragraph.start || paragraph.zone === 'body' || paragraph.zone === 'signature';
  };
}

/** Everybody who is named by the customer, in their address, or in what the draft quotes. */
function heardOf({ customer, customerAddress, thread }: LeftInput, text: string, paragraphs: Parsed['paragraphs']): ReadonlySet<string> {
  const quoted = paragraphs.filter(({ zone }) => zone === 'quote').map(({ start, end }) => text.slice(start, end));
  return new Set([customer ?? '', customerAddress?.split('@', 1)[0] ?? '', ...thread(), ...quoted].flatMap((heard) => fold(heard).split(/[^\p{L}]+/u)));
}
