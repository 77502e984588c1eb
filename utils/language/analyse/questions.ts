/** Every question and request of the customer, one by one. */
import type { Hit, Language, Parsed, Sentence } from '../parsed';
import type { Span } from '../types';
import { clausesOf } from './clauses';
import { contentOf, wordsOf } from './words';
import type { Words } from './words';

export type AskType = 'when' | 'amount' | 'where' | 'who' | 'why' | 'how' | 'which' | 'yes-no' | 'request';
export interface Ask extends Span {
  readonly type: AskType;
  readonly sentence: Sentence;
  /** Stems of what it is about. */
  readonly content: ReadonlySet<string>;
  /** Says that a question will come ("I have a question about …"): its entry's name ends in ".announces". */
  readonly announces?: boolean;
}

const TYPES: readonly AskType[] = ['when', 'amount', 'where', 'why', 'how', 'who', 'which'];

/** In text order; quotes, signatures, rhetorical questions and small talk left out. */
export function findAsks(language: Language, parsed: Parsed): Ask[] {
  const words = wordsOf(language);
  const all = parsed.sentences.filter((sentence) => !sentence.quoted).flatMap((sentence) => inSentence(parsed, sentence, words));
  // "I need it by then." beside a real question asks for nothing of its own.
  const asks = all.filter((ask) => ask.content.size > 0 || ask.sentence.ending === '?' || !all.some((other) => other !== ask && other.content.size > 0));
  return merged(announced(asks), words).map((ask) => (ask.content.size > 1 ? ask : { ...ask, content: new Set([...ask.content, ...contentBefore(parsed, ask.sentence, words)]) }));
}

/** "I have a question about my bill. Why is it so high?" is one question: the sentence that only announces it goes. */
function announced(asks: readonly Ask[]): Ask[] {
  return asks.filter((ask, i) => !ask.announces || asks[i + 1] === undefined || (asks[i + 1]?.sentence.index ?? 0) > ask.sentence.index + 1);
}

/** "I have no idea what it's for. Can you explain": the second names nothing of its own, so both are one question. */
function merged(asks: readonly Ask[], words: Words): Ask[] {
  const result: Ask[] = [];
  for (const ask of asks) {
    const before = result.at(-1);
    const leans = before !== undefined && before.sentence.index === ask.sentence.index - 1 && before.sentence.paragraph === ask.sentence.paragraph && before.sentence.ending !== '?'
      && onlyAsksToTell(ask, words);
    if (leans) result[result.length - 1] = { ...before, end: ask.end };
    else result.push(ask);
  }
  return result;
}

function onlyAsksToTell({ sentence, start, end }: Ask, words: Words): boolean {
  const own = sentence.tokens.filter((token) => token.kind !== 'sign' && token.start >= start && token.end <= end);
  const tells = words.set['asks-to-tell'];
  return own.some((token) => tells.has(token.key)) && own.every((token) => tells.has(token.key) || words.set.stopwords.has(token.key));
}

/** "Can you tell me?": what it is about was said in the sentence before. */
function contentBefore(parsed: Parsed, sentence: Sentence, words: Words): ReadonlySet<string> {
  const before = parsed.sentences[sentence.index - 1];
  return before === undefined || before.quoted ? new Set() : contentOf(before, words);
}

function inSentence(parsed: Parsed, sentence: Sentence, words: Words): Ask[] {
  const hits = parsed.hitsIn(sentence, 'ask');
  const openers = hits.filter((hit) => hit.mark !== 'rhetorical' && !isSubordinate(hit, sentence, words));
  const rhetorical = hits.filter((hit) => hit.mark === 'rhetorical');
  // "What is it, and why do I have to pay?" begins as a real question, whatever follows.
  const begins = (hit: Hit): boolean => sentence.ending === '?' && hit.from > 3 && words.list['question-openers'].find(sentence.tokens, 0, hit.from) >= 0;
  if (rhetorical.some((hit) => !begins(hit))) return besideRhetoric(sentence, rhetorical, openers, words);
  const wordCount = sentence.tokens.filter((token) => token.kind === 'word' || token.kind === 'number').length;
  if (sentence.ending === '?') {
    const empty = (wordCount < 2 && openers.length === 0 && !isOneWordQuestion(sentence)) || (contentOf(sentence, words).size === 0 && openers.length === 0 && wordCount < 4);
    if (empty || isSmalltalk(sentence, words)) return [];
    return splitQuestion(parsed, sentence, openers, words);
  }
  if (openers.length > 0) return fromOpeners(parsed, sentence, openers, words);
  return lostItsMark(sentence, words, wordCount) ? [make(sentence, sentence.start, sentence.end, false, words)] : [];
}

/** "Zdążycie?", "Conseguem?": where the verb says who, it asks by itself. Yes, no and "really?" are stopwords or short. */
function isOneWordQuestion({ tokens }: Sentence): boolean {
  return tokens.some(({ kind, key }) => kind === 'word' && key.length >= 6);
}

/** "Are you kidding me, where is my refund?": what no rhetorical clause holds is asked all the same, from its first opener on. */
function besideRhetoric(sentence: Sentence, rhetorical: readonly Hit[], openers: readonly Hit[], words: Words): Ask[] {
  const { tokens } = sentence;
  const clauses = clausesOf(tokens, words).filter(([from, to]) => !rhetorical.some((hit) => hit.from < to && hit.to > from));
  for (const [from, to] of clauses) {
    const opener = openers.find((hit) => hit.from >= from && hit.from < to);
    const at = opener?.from ?? (sentence.ending === '?' && to >= tokens.length - 1 ? words.list['question-openers'].find(tokens, from, Math.min(to, from + 2)) : -1);
    const first = tokens[at], last = tokens[to - 1];
    if (first === undefined || last === undefined) continue;
    const ask = make(sentence, first.start, to >= tokens.length - 1 ? sentence.end : last.end, opener?.mark === 'request', words);
    return ask.content.size > 0 ? [ask] : [];
  }
  return [];
}

/** "When I called, nobody answered.": a question word at the head of a clause that a comma ends, and no verb turned round behind it ("why do you"). */
function isSubordinate(hit: Hit, { tokens, ending }: Sentence, words: Words): boolean {
  if (words.list['question-openers'].at(tokens, hit.from) > 1) return false;
  return hit.mark === 'question' && ending !== '?' && hit.from <= 1 && hit.to - hit.from <= 2 && tokens.slice(hit.to).some((token) => token.key === ',');
}

function isSmalltalk(sentence: Sentence, words: Words): boolean {
  const at = words.list.smalltalk.find(sentence.tokens);
  return at >= 0 && sentence.tokens.length < words.list.smalltalk.at(sentence.tokens, at) + 6;
}

/** "when will my parcel come": begins as a question does, and is no subordinate clause (those have a comma after them). */
function lostItsMark(sentence: Sentence, words: Words, count: number): boolean {
  const { tokens, ending } = sentence;
  let first = 0;
  while (first < 3 && words.list.greetings.at(tokens, first) > 0) first += 1;
  // "Hi there where is my order", "Hello Acme, …": one word or two say who is greeted.
  if (first > 0) for (let called = 0; called < 2 && words.list['question-openers'].at(tokens, first) === 0 && tokens[first]?.kind === 'word'; called += 1) first += 1;
  while (tokens[first]?.kind === 'sign') first += 1;
  const opener = words.list['question-openers'].at(tokens, first);
  return count >= 3 && (ending === '' || ending === '.') && opener > 0 && (opener > 1 || !tokens.slice(first).some((token) => token.key === ','));
}

/** "When will it come and how much do I owe?" is two. */
function splitQuestion(parsed: Parsed, sentence: Sentence, openers: readonly Hit[], words: Words): Ask[] {
  const { tokens } = sentence;
  const opens = (at: number): boolean => words.list['question-openers'].at(tokens, at) > 0 || TYPES.some((type) => type !== 'which' && words.list[`ask-${type}` as 'ask-when'].at(tokens, at) > 0)
    || openers.some((hit) => hit.from === at);
  let cut = -1;
  for (let i = 2; i < tokens.length - 2 && cut < 0; i += 1) {
    if (words.list.and.at(tokens, i) > 0 && opens(i + 1) && Array.from({ length: i }, (_, j) => j).some(opens)) cut = i;
  }
  const request = openers.some((hit) => hit.mark === 'request');
  if (cut < 0) return [make(sentence, sentence.start, sentence.end, request && !hasQuestionWord(sentence, words), words)];
  const middle = tokens[cut]?.start ?? sentence.start;
  return [
    make(sentence, sentence.start, parsed.text.slice(0, middle).trimEnd().length, false, words),
    make(sentence, tokens[cut + 1]?.start ?? middle, sentence.end, false, words),
  ];
}

function hasQuestionWord(sentence: Sentence, words: Words): boolean {
  return (['ask-when', 'ask-amount', 'ask-where', 'ask-why', 'ask-who'] as const).some((name) => words.list[name].in(sentence.tokens));
}

/** One ask an opener; it reaches to the next opener or the end of the sentence. An opener within three words of another is the same. */
function fromOpeners(parsed: Parsed, sentence: Sentence, openers: readonly Hit[], words: Words): Ask[] {
  const starts = openers.filter((hit, i) => i === 0 || hit.from - (openers[i - 1]?.to ?? 0) > 2);
  const asks = starts.map((hit, i) => {
    const next = starts[i + 1];
    const end = next === undefined ? sentence.end : parsed.text.slice(0, next.start).replace(/[\s,;]+(?:\p{L}{1,4}\s+)?$/u, '').length;
    const ask = make(sentence, hit.start, Math.max(end, hit.end), hit.mark === 'request', words);
    return hit.entry.id.endsWith('.announces') ? { ...ask, announces: true } : ask;
  });
  // A half with nothing of its own ("… and let me know") belongs to the one before.
  return asks.filter((ask, i) => i === 0 || ask.content.size > 0);
}

function make(sentence: Sentence, start: number, end: number, request: boolean, words: Words): Ask {
  const tokens = sentence.tokens.filter((token) => token.start >= start && token.end <= end);
  const part = start === sentence.start && end === sentence.end ? sentence : { tokens, core: {} };
  const wh = TYPES.find((type) => words.list[`ask-${type}` as 'ask-when'].in(tokens));
  const early = wh !== undefined && (wh !== 'which' || words.list['ask-which'].find(tokens) <= 3) ? wh : undefined;
  return { start, end, sentence, type: early ?? (request ? 'request' : 'yes-no'), content: contentOf(part, words) };
}
