/** The form of what was learnt: lists of "trait weight weight …", several to a line, made by the tools of tests/corpus and never by hand. */

/** Between the traits of one line. */
export const WEIGHTS_BREAK = ' | ';

/** Each trait with its weights, one a class, in the order of the list. */
export function weightsIn(lines: readonly string[]): (readonly [trait: string, weights: readonly number[]])[] {
  return lines.flatMap((line) => line.split(WEIGHTS_BREAK)).map((item) => {
    const [trait = '', ...weights] = item.split(' ');
    return [trait, weights.map(Number)] as const;
  });
}
