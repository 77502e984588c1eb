/** Marks that no pattern can give: sentences too long or tangled, walls of text, shouting, bare refusals. */
import type { Parsed, Sentence, Token } from '../parsed';
import type { Finding, Lang, Span } from '../types';
import { isShouted } from './emotions';
import { hasAlternative, inQuotation } from './findings';
import type { Draft } from './findings';
import { say } from './messages';
import { perSentence, wordsOf } from './words';
import type { Words } from './words';

/**
 * Words from which a sentence is long whatever it says, and from which it is tangled if clauses pile up in it. Plain-language
 * guides say 20 to 25 on average; a mark wants a sentence that is beyond doubt. Polish needs fewer words for the same, having no articles.
 */
const LONG: Readonly<Record<Lang, readonly [long: number, tangled: number]>> = { en: [40, 29], 'pt-BR': [42, 31], 'pt-PT': [42, 31], pl: [34, 25] };
const CLAUSES = 4;
const WALL_WORDS = 150;

/** complexity, heat and bare refusals. */
export function shapeFindings(draft: Draft): Finding[] {
  const { language, parsed } = draft;
  const words = wordsOf(language);
  const findings: Finding[] = [];
  for (const sentence of parsed.sentences) {
    if (sentence.quoted) continue;
    const { tangle, loud } = shapeOf(sentence, words);
    const hard = tangle?.(...LONG[language.lang]) ?? null;
    if (hard !== null) findings.push(mark('complexity.sentence', 'complexity', sentence, say(language.lang, hard)));
    for (const { start, end } of loud) findings.push(mark('heat.shouting', 'heat', { start: sentence.start + start, end: sentence.start + end }, say(language.lang, 'shouting')));
    const signs = heaped(parsed, sentence);
    if (signs !== null) findings.push(mark('heat.signs', 'heat', signs, say(language.lang, 'shouting')));
  }
  return [...findings, ...walls(parsed, language.lang, words), ...bareRefusals(draft, words)];
}

function mark(rule: string, category: Finding['category'], span: { readonly start: number; readonly end: number }, message: string): Finding {
  return { rule, category, start: span.start, end: span.end, message, suggestions: [] };
}

/** What a sentence's words alone tell; offsets are the sentence's own. `tangle` is null for most sentences: too short. */
const shapeOf = perSentence((sentence: Sentence, words: Words) => ({
  tangle: tangleOf(sentence, words), loud: shouting(sentence, words), count: wordCount(sentence),
}));
function wordCount({ tokens }: Sentence): number {
  let count = 0;
  for (const { kind } of tokens) if (kind !== 'sign') count += 1;
  return count;
}
const NOBODY: readonly Span[] = [];
const SHORTEST = 25;

function tangleOf({ tokens }: Sentence, words: Words): ((long: number, tangled: number) => 'long' | 'tangled' | null) | null {
  if (tokens.length < SHORTEST) return null;
  let count = 0, clauses = 0, semicolons = 0, shortItems = 0, sinceComma = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.kind !== 'sign') { count += 1; sinceComma += 1; }
    if (token.kind === 'word' && words.list.subordinators.at(tokens, i) > 0) clauses += 1;
    if (token.key === ';' || token.key === ':') { semicolons += 1; sinceComma = 0; }
    if (token.key === ',') { if (sinceComma <= 4) shortItems += 1; sinceComma = 0; }
  }
  // An enumeration is long, but easy: items between commas, or a list that a colon announces.
  if (shortItems >= 3 || semicolons >= 2) return null;
  return (long, tangled) => (count >= long ? 'long' : count >= tangled && clauses >= CLAUSES ? 'tangled' : null);
}

function walls(parsed: Parsed, lang: Lang, words: Words): Finding[] {
  return parsed.paragraphs.flatMap((paragraph) => {
    if (paragraph.zone !== 'body' || paragraph.end - paragraph.start < WALL_WORDS * 4) return [];
    const sentences = parsed.sentences.slice(paragraph.first, paragraph.last);
    const count = sentences.reduce((sum, sentence) => sum + shapeOf(sentence, words).count, 0);
    const first = sentences[0];
    return count >= WALL_WORDS && sentences.length >= 4 && first !== undefined ? [mark('complexity.wall', 'complexity', first, say(lang, 'wall'))] : [];
  });
}

/** Two words or more in capitals. One stressed word is no shout. */
function shouting(sentence: Sentence, words: Words): readonly Span[] {
  const { tokens } = sentence;
  if (!tokens.some((token, i) => isLoud(token, words) && isLoud(tokens[i + 1], words))) return NOBODY;
  const found: Span[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    let to = i;
    while (isLoud(tokens[to], words)) to += 1;
    if (to - i < 2) continue;
    const first = tokens[i], last = tokens[to - 1];
    const wordy = tokens.slice(i, to).some((token) => token.raw.length >= 5 || words.set.stopwords.has(token.key) || words.set.negators.has(token.key));
    if (wordy && first && last && !isHeading(sentence, i, to)) found.push({ start: first.start - sentence.start, end: last.end - sentence.start });
    i = Math.max(i, to - 1);
  }
  return found;
}
/** Signs heaped at the end, with a question mark among them: "?!", "???". */
function heaped({ text }: Parsed, { start, end, ending }: Sentence): Span | null {
  if (ending !== '?') return null;
  const signs = text.slice(Math.max(start, end - 5), end).match(/[!?]{2,}$/)?.[0] ?? '';
  return signs.length >= 2 ? { start: end - signs.length, end } : null;
}
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
function isLoud(token: Token | undefined, words: Words): boolean {
  // Most words have a small second letter: no need to make capitals of them.
  return token !== undefined && !isSmall(token.raw.charCodeAt(1)) && (isShouted(token, words) || (token.kind === 'word' && token.raw.length === 2 && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase() && words.set.stopwords.has(token.key)));
}
/** A line that is all capitals and no sentence: a heading, a name. */
function isHeading(sentence: Sentence, from: number, to: number): boolean {
  return (sentence.ending === '' || sentence.ending === ':') && from === 0 && to >= wordCount(sentence) && to <= 4;
}

/** Marks that already say that the sentence is cold: a second one on it teaches nothing more. */
const COLD: ReadonlySet<string> = new Set(['negative', 'blame', 'dismissive', 'sarcasm', 'binding', 'robotic', 'heat', 'bias']);

/** A refusal seen by the checks, with nothing offered beside it and no mark on it yet. */
function bareRefusals({ language, parsed, input }: Draft, words: Words): Finding[] {
  return parsed.hits('check').filter((hit) => hit.mark === 'decline').flatMap((hit) => {
    const sentence = parsed.sentences[hit.sentence];
    if (sentence === undefined || sentence.quoted || sentence.ending === '?' || parsed.hitsIn(sentence, 'wording').some(({ mark }) => COLD.has(mark))) return [];
    // "I can't promise it": honest about what nobody can know, and no refusal.
    if (words.list['no-refusals'].find(sentence.tokens, hit.from) >= 0) return [];
    if (!words.list['bare-refusals'].in(sentence.tokens) || inQuotation(parsed.text, sentence, hit)) return [];
    if (hasAlternative(parsed, sentence, hit, input, words) || offeredBefore(parsed, sentence, words)) return [];
    return [mark('negative.bare-refusal', 'negative', hit, say(language.lang, 'refusal'))];
  });
}
/** What was offered in the sentence before counts as well ("I've sent you a voucher. A refund itself we can't make."). */
function offeredBefore(parsed: Parsed, sentence: Sentence, words: Words): boolean {
  const before = parsed.sentences[sentence.index - 1];
  return before !== undefined && !before.quoted && (words.list.done.in(before.tokens) || parsed.hitsIn(before, 'check').some((hit) => hit.mark === 'solved' || hit.mark === 'next_step'));
}
