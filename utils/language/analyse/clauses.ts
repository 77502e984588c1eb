/** A sentence cut where its signs cut it. */
import type { Token } from '../parsed';
import type { Words } from './words';

/** Token ranges between commas, semicolons, colons, dashes and inner full stops; an "and" or "but" after one is left out. */
export function clausesOf(tokens: readonly Token[], words: Words): (readonly [from: number, to: number])[] {
  const clauses: (readonly [number, number])[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i += 1) {
    if (i < tokens.length && !(tokens[i]?.kind === 'sign' && BREAKS.has(tokens[i]?.key ?? ''))) continue;
    if (words.list.and.at(tokens, from) > 0 || words.list.but.at(tokens, from) > 0) from += 1;
    if (i > from) clauses.push([from, i]);
    from = i + 1;
  }
  return clauses;
}
const BREAKS: ReadonlySet<string> = new Set([',', ';', ':', '-', '…', '.', '(', ')', '!', '?']);
