/**
 * Sentences made from small parts, each with what a careful reader finds in it: tests/promises/shapes/<language>.yaml.
 *
 *   parts:
 *     will: [I'll, We will]            # words that stand for each other
 *     when: [tomorrow, on Friday]
 *   said:                              # verdict, then the shape: a promise a word, with `if` (conditional) or `now` (done while writing)
 *     - [callback, "{will} call you {when}."]
 *     - [check + reply if, "{will} check and write to you if it is here."]
 *   none: ["Parcels arrive {when}."]
 *
 * Names of parts that begin with "when" hold times that have a date: a promise that is not conditional must then have one. A shape is
 * tried in all its combinations, or in `MOST` of them spread evenly, always the same ones.
 */
import { find, type Clock, type FoundPromise } from '../../utils/promises';
import type { Language } from '../../utils/language';
import { yamlOf } from './help';

interface Sheet {
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly said: readonly (readonly [verdict: string, ...shapes: string[]])[];
  readonly none: readonly string[];
}
export interface Shape { readonly verdict: string; readonly shape: string }
export type Fault = 'missed' | 'false alarm' | 'kind' | 'conditional or now' | 'undated';

/** Friday 13 November 2026, 16:40: a weekend lies ahead, and nothing that is named is past. */
export const AT: Clock = { now: '2026-11-13T16:40:00+00:00', zone: 'Europe/London', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: new Set() };

/** Sentences of one shape at most. */
const MOST = 30;
/** Steps through the combinations; prime, so that it divides no number of them but its own multiples. */
const STRIDE = 7919;

export function shapesOf(name: string): { readonly shapes: readonly Shape[]; readonly sentences: (shape: string) => readonly string[] } {
  const { parts, said, none } = yamlOf<Sheet>(`tests/promises/shapes/${name}.yaml`);
  const shapes = [
    ...said.flatMap(([verdict, ...rest]) => rest.map((shape) => ({ verdict, shape }))),
    ...none.map((shape) => ({ verdict: '', shape })),
  ];
  return { shapes, sentences: (shape) => expand(shape, parts) };
}

/** @throws Error on a part that is not named. */
function expand(shape: string, parts: Sheet['parts']): readonly string[] {
  const pieces = shape.split(/[{}]/u);
  const choices = pieces.map((piece, at) => {
    if (at % 2 === 0) return [piece];
    const part = parts[piece];
    if (!part) throw new Error(`no part "${piece}" for "${shape}"`);
    return part;
  });
  const all = choices.reduce((product, { length }) => product * length, 1);
  const found = new Set<string>();
  for (let n = 0; n < Math.min(all, MOST); n++) {
    let rest = all > MOST ? (n * STRIDE) % all : n;
    const words = choices.map((choice) => {
      const word = choice[rest % choice.length] ?? '';
      rest = Math.floor(rest / choice.length);
      return word;
    });
    const text = words.join('').replace(/ {2,}/gu, ' ').replace(/ ([,.!?])/gu, '$1').trim();
    found.add(text.slice(0, 1).toUpperCase() + text.slice(1));
  }
  return [...found];
}

const manner = ({ conditional, deferred }: FoundPromise): string => `${conditional ? ' if' : ''}${deferred ? '' : ' now'}`;

/** What is wrong with what was found in a sentence; null where nothing is. */
export function faultOf(language: Language, sentence: string, { verdict, shape }: Shape): { readonly fault: Fault; readonly told: string } | null {
  const promises = find(language, sentence, AT), wanted = verdict === '' ? [] : verdict.split(' + ');
  const told = promises.map((one) => `${one.kind}${manner(one)}${one.due ? ` ${one.due.end.slice(5, 16)}` : ''} «${sentence.slice(one.start, one.end)}»`).join(', ');
  const fault = ((): Fault | null => {
    if (promises.length !== wanted.length) return promises.length < wanted.length ? 'missed' : 'false alarm';
    if (promises.some(({ kind }, at) => kind !== wanted[at]?.split(' ')[0])) return 'kind';
    if (promises.some((one, at) => `${one.kind}${manner(one)}` !== wanted[at])) return 'conditional or now';
    return /\{when/u.test(shape) && promises.every(({ due, conditional }) => due === null && !conditional) && promises.length > 0 ? 'undated' : null;
  })();
  return fault && { fault, told };
}
