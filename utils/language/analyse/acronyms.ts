/** Capitals that only the trade can read: "The ONT lost sync." What everybody knows stands in a list; all else has to be explained. */
import { fold } from '../../rules';
import type { Language, Parsed, Sentence, Token } from '../parsed';
import type { Finding } from '../types';
import { explained, inQuotation } from './findings';
import type { Draft } from './findings';
import { say } from './messages';
import { perSentence, wordsOf } from './words';
import type { Words } from './words';

const LISTS = ['caps-ok', 'everyday-codes', 'acronyms-known'] as const;
interface Known {
  readonly known: ReadonlySet<string>;
  /** Beside these words capitals are a code or a name. */
  readonly codes: ReadonlySet<string>;
}
const made = new WeakMap<object, Known>();
function knownOf({ knowledge }: Language): Known {
  let found = made.get(knowledge);
  if (found === undefined) {
    const list = (name: string): readonly string[] => (knowledge.lists[name] ?? []).map(fold);
    made.set(knowledge, found = { known: new Set(LISTS.flatMap(list)), codes: new Set(list('acronym-codes')) });
  }
  return found;
}

/** Two to five capitals, "ONT", in English also with its plural: "RMAs". */
const CAPITALS = /^\p{Lu}{2,5}s?$/u;
/** Places of words in capitals that stand alone among others: neither shouted nor part of a code. */
const candidates = perSentence(({ tokens }: Sentence, words: Words): readonly number[] => {
  const found: number[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === 'word' && token.raw.length <= 6 && CAPITALS.test(token.raw) && !words.set.stopwords.has(token.key) && standsAlone(tokens, i)) found.push(i);
  });
  return found.length === 0 ? NOWHERE : found;
});
const NOWHERE: readonly number[] = [];

function standsAlone(tokens: readonly Token[], i: number): boolean {
  const beside = [tokens[i - 1], tokens[i + 1]];
  if (beside.some((token) => token !== undefined && (token.kind === 'number' || token.kind === 'link' || token.key === '&' || token.key === '/'))) return false;
  // A neighbour in capitals makes a heading, a shout or a name of several words.
  return !beside.some((token) => token?.kind === 'word' && token.raw.length > 1 && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase());
}

/** One mark an acronym, where it first stands. */
export function acronymFindings({ language, parsed, customer, input }: Draft): Finding[] {
  const words = wordsOf(language), { known, codes } = knownOf(language);
  const findings: Finding[] = [], seen = new Set<string>();
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    for (const i of candidates(sentence, words)) {
      const token = sentence.tokens[i];
      const key = token?.key.length === token?.raw.length && token?.raw.endsWith('s') ? token.key.slice(0, -1) : token?.key ?? '';
      if (token === undefined || seen.has(key) || known.has(key) || near(sentence, i, codes)) continue;
      seen.add(key);
      if (said(customer, key) || fold(input.customerName ?? '').includes(key) || inQuotation(parsed.text, sentence, token)) continue;
      if (explained({ to: i + 1, from: i, end: token.end }, sentence, parsed.text, words)) continue;
      findings.push({ rule: 'jargon.acronym', category: 'jargon', start: token.start, end: token.end, message: say(language.lang, 'acronym'), suggestions: [] });
    }
  }
  return findings;
}

function near({ tokens }: Sentence, i: number, codes: ReadonlySet<string>): boolean {
  return [tokens[i - 2], tokens[i - 1], tokens[i + 1]].some((token) => token !== undefined && codes.has(token.key));
}
function said(customer: Parsed | null, key: string): boolean {
  return customer?.sentences.some(({ tokens }) => tokens.some((token) => token.key === key || token.key === `${key}s`)) === true;
}
