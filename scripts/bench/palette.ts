/** What one letter typed into the palette costs over a library of ten thousand phrases. */
import { createPhrases } from '../../utils/phrases';
import type { SearchContext } from '../../utils/phrases';
import type { KnownPhrase } from '../../utils/rules';
import { cpu, median } from './measure';
import { SENTENCES } from './texts';

export interface PaletteFigures {
  /** CPU milliseconds of one letter, the slowest twentieth left out; one frame is 16. */
  readonly palette_10k_ms: number;
  /** Of the first look in a session, with nothing typed. */
  readonly palette_10k_open_ms: number;
  /** Of indexing all of them, which happens in idle slices. */
  readonly palette_10k_index_ms: number;
}

const PHRASES = 10_000;
const SESSIONS = 120;
/** Sessions before anything is measured: an agent's tab has been open for a while. */
const WARM = 20;
const SYLLABLES = ['ba', 'co', 'de', 'fi', 'gu', 'ha', 'li', 'mo', 'na', 'pe', 'ru', 'si'];

/** Numbers that look like chance and are the same every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
}

/** Some 6,000 different words, the ordinary ones as often as all others together: a team's products and places beside plain English. */
function vocabulary(roll: (below: number) => number): readonly string[] {
  const plain = SENTENCES.join(' ').toLowerCase().match(/[a-z]+/gu) ?? [];
  const made = Array.from({ length: 6_000 }, () => Array.from({ length: 2 + roll(3) }, () => SYLLABLES[roll(SYLLABLES.length)]).join(''));
  return [...Array.from({ length: made.length }, (_, i) => plain[i % plain.length] ?? ''), ...made];
}

export async function paletteFigures(): Promise<PaletteFigures> {
  const roll = dice(7);
  const words = vocabulary(roll);
  const some = (count: number): string => Array.from({ length: count }, () => words[roll(words.length)]).join(' ');
  const known: readonly KnownPhrase[] = Array.from({ length: PHRASES }, (_, i) => ({
    id: `p${i}`, lang: 'en', title: some(5), emotions: i % 3 === 0 ? ['angry'] : [], stakes: i % 5 === 0 ? ['repeat'] : [], situations: ['delay'], gives: [], at: 'middle',
    tags: [some(1)], shortcut: i % 4 === 0 ? `s${i}` : null, text: `${some(24)}, {first_name|}.`,
  }));
  const phrases = createPhrases(known);
  const index = await cpu(() => phrases.warm(Infinity), 1, 1);
  const about = { emotion: 'angry', shown: new Set(['repeat', 'delay']) } as const;
  const letters: number[] = [], first: number[] = [];
  for (let session = 0; session < WARM + SESSIONS; session += 1) {
    const context: SearchContext = { lang: 'en', limit: 30, about };
    const opening = await cpu(() => phrases.find('', context), 1, 1);
    const asked = mistyped(some(1 + roll(3)), roll);
    const spent: number[] = [];
    for (let length = 1; length <= asked.length; length += 1) spent.push(await cpu(() => phrases.find(asked.slice(0, length), context), 1, 1));
    if (session < WARM) continue;
    first.push(opening);
    letters.push(...spent);
  }
  letters.sort((a, b) => a - b);
  return { palette_10k_ms: letters[Math.floor(letters.length * 0.95)] ?? NaN, palette_10k_open_ms: median(first), palette_10k_index_ms: index };
}

/** Every third question with a slip: two letters changed over. */
function mistyped(asked: string, roll: (below: number) => number): string {
  if (roll(3) > 0 || asked.length < 4) return asked;
  const at = 1 + roll(asked.length - 3);
  return asked.slice(0, at) + asked.charAt(at + 1) + asked.charAt(at) + asked.slice(at + 2);
}
