/**
 * Does the draft answer what the customer asked? By content, not by position: a sentence of the draft answers when it takes up
 * the matter of the question and says the kind of thing that was asked for (a time, an amount, a yes or no, a thing done).
 */
import type { Language, Parsed, Sentence, Token } from '../parsed';
import type { PromiseLike } from '../types';
import type { Ask } from './questions';
import { Notes } from '../notes';
import { contentOf, namesAmount, namesTime, perSentence, shared, wordsOf } from './words';
import type { Words } from './words';

/** What a sentence of the draft has to offer. */
interface Statement {
  readonly sentence: Sentence;
  readonly content: ReadonlySet<string>;
  readonly time: boolean;
  readonly amount: boolean;
  readonly because: boolean;
  readonly done: boolean;
  readonly declined: boolean;
  readonly yesNo: boolean;
  readonly link: boolean;
  readonly explained: boolean;
  /** A promise with a time that can be checked. */
  readonly promised: boolean;
  /** A promise without one: says that they will see, and answers nothing. */
  readonly vague: boolean;
}

/** Do the two share no words? The two kinds of Portuguese do. */
export function isForeign(language: Language, theirs: Language): boolean {
  return language.knowledge.name !== theirs.knowledge.name;
}

/** true or false for each ask, in order. `foreign`: asked in another language than the draft's, so that words tell nothing of the matter. */
export function answered(language: Language, asks: readonly Ask[], draft: Parsed, promises: readonly PromiseLike[], foreign = false): boolean[] {
  const words = wordsOf(language);
  const statements = draft.sentences.filter((sentence) => !sentence.quoted).map((sentence) => describe(sentence, draft, promises, words)).filter((s): s is Statement => s !== null);
  return asks.map((ask) => statements.some((statement, i) => answers(ask, statement, statements[i - 1], foreign || asks.length === 1)));
}

/** What its words alone tell. */
const wordsTell = perSentence(({ tokens }: Sentence, words) => ({
  done: words.list.done.in(tokens) || didIt(tokens, words), refused: words.list.refusals.in(tokens), because: words.list.because.in(tokens),
  yesNo: words.list.yes.at(tokens, 0) > 0 || words.list.no.at(tokens, 0) > 0, link: tokens.some((token) => token.kind === 'link'),
}));

/**
 * "Podniosłem limit", "aumentei o limite": languages that tell by the verb's ending that I or we did something. Having received,
 * read or understood is no deed, nor is what we did not do.
 */
function didIt(tokens: readonly Token[], words: Words): boolean {
  if (words.endings.length === 0) return false;
  return tokens.some(({ kind, key, raw }, i) => kind === 'word' && key.length > 3 && words.endings.some((ending) => raw.toLowerCase().endsWith(ending))
    && !words.noEndings.some((ending) => key.endsWith(ending)) && !words.noDeeds.some((beginning) => key.startsWith(beginning))
    && ![tokens[i - 1], tokens[i - 2]].some((before) => before !== undefined && words.set.negators.has(before.key)));
}

interface Marks {
  readonly checks: ReadonlySet<string>;
  readonly robotic: boolean;
}
const marks = new Notes<Marks>();
/** What our knowledge says of a sentence: worked out once for its text. */
function marksOf(draft: Parsed, sentence: Sentence): Marks {
  return marks.get(sentence.core) ?? marks.set(sentence.core, {
    checks: new Set(draft.hitsIn(sentence, 'check').map((hit) => hit.mark)), robotic: draft.hitsIn(sentence, 'wording').some((hit) => hit.mark === 'robotic'),
  });
}

/** null: a greeting, a formula, a question of ours, a closing; nothing that could answer. */
function describe(sentence: Sentence, draft: Parsed, promises: readonly PromiseLike[], words: Words): Statement | null {
  const told = wordsTell(sentence, words);
  const { checks, robotic } = marksOf(draft, sentence);
  const own = promises.filter((promise) => promise.start < sentence.end && promise.end > sentence.start);
  const promised = own.some((promise) => (promise.due !== null && promise.deferred) || (promise.conditional && promise.dueSpan !== null));
  const done = checks.has('solved') || told.done;
  const declined = checks.has('decline') || told.refused;
  const { yesNo } = told;
  const content = contentOf(sentence, words);
  const statement: Statement = {
    sentence, content, done, declined, yesNo, promised,
    time: namesTime(sentence, words), amount: namesAmount(sentence, words),
    because: told.because, explained: checks.has('explain') || checks.has('next_step'), link: told.link,
    vague: own.length > 0 && !promised && !checks.has('solved'),
  };
  if (sentence.ending === '?' && !declined && !promised) return null;
  // "Your request has been received and forwarded": a formula answers nothing, whatever verbs it holds.
  if (robotic && !checks.has('solved') && !declined && !promised) return null;
  const empty = !done && !declined && !yesNo && !promised && !statement.explained;
  const formula = checks.has('acknowledge') || checks.has('apology') || checks.has('courtesy') || checks.has('greeting') || checks.has('warm_close') || checks.has('bare_close');
  return empty && formula && !statement.time && !statement.amount ? null : statement;
}

function answers(ask: Ask, statement: Statement, before: Statement | undefined, only: boolean): boolean {
  const common = shared(ask.content, statement.content);
  // "It will arrive on Friday": a short sentence leans on what was said before it.
  const leaning = common === 0 && before !== undefined && statement.sentence.paragraph === before.sentence.paragraph ? shared(ask.content, before.content) : 0;
  const strong = common >= 2 || (common >= 1 && common >= ask.content.size / 2) || (ask.content.size === 0);
  const touches = common > 0 || leaning > 0 || ask.content.size === 0;
  if (statement.vague) return false;
  // That "nothing can be done" says neither where nor when nor why.
  if (statement.declined && (touches || (only && (ask.type === 'request' || ask.type === 'yes-no')))) return true;
  if (statement.promised && (touches || only)) return true;
  if (ask.type === 'when') return statement.time && (touches || only);
  if (ask.type === 'amount') return statement.amount && (touches || only);
  if (ask.type === 'why') return (statement.because && (touches || only)) || (strong && statement.done) || (strong && common >= 2);
  if (ask.type === 'how') return (statement.explained || statement.link) && (touches || only) || strong;
  if (ask.type === 'yes-no') return (statement.yesNo && (touches || only || statement.content.size <= 2)) || strong || (statement.done && (touches || only));
  if (ask.type === 'request') return (statement.done && (touches || only)) || (statement.yesNo && touches) || (statement.time && strong);
  return strong || (statement.amount && touches) || ((statement.done || statement.link) && (touches || only));
}
