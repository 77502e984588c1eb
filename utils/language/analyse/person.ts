/** The checks of the person: is somebody spoken to, seen and taken seriously? */
import { fold } from '../../rules';
import type { Hit, Sentence } from '../parsed';
import { isForeign } from './answered';
import { isTheirs, MISSING, names, NONE, present, seen } from './facts';
import type { Facts, Verdict } from './facts';
import { marksOf, promisesIn, UNKIND } from './said';
import { commonWith, contentOf, sharedWith } from './words';

/** The customer's name in the first lines, in whatever case the language calls it. */
export function greetingName({ input, body, language }: Facts): Verdict {
  const parts = (input.customerName ?? '').split(/[\s@.]+/).map(fold).filter((part) => part.length > 1);
  if (parts.length === 0) return NONE;
  const forms = new Set(parts.flatMap((part) => [part, fold(language.knowledge.names.get(part)?.vocative ?? part)]));
  for (const sentence of body.slice(0, 3)) {
    const token = sentence.tokens.find(({ key, raw }) => forms.has(key) || (raw[0] !== raw[0]?.toLowerCase() && [...forms].some((form) => isForm(key, form, language.lang === 'pl'))));
    if (token !== undefined) return present([token]);
  }
  return MISSING;
}
/** Polish inflects names: "Anna" is called "Anno", "Marek" "Marku". */
function isForm(key: string, name: string, inflects: boolean): boolean {
  if (!inflects || name.length < 3 || key.length < 3) return false;
  const root = name.slice(0, Math.max(Math.min(3, name.length - 1), name.length - 2));
  return key.startsWith(root) && Math.abs(key.length - name.length) <= 2;
}

/** In particular: a feeling named, or an apology beside what it is for. A formula acknowledges nobody, nor does what stands beside a reproach. */
export function acknowledge(facts: Facts): Verdict {
  const { reading, checks, parsed, spoilt, rude, cold } = facts;
  // Beside what it is for; in a reply without a formula its own words are enough.
  const particular = checks('apology').filter((hit) => [hit.sentence, hit.sentence - 1, hit.sentence + 1].some((at) => isTheirs(facts, parsed.sentences[at]) || (!cold && saysMuch(facts, parsed.sentences[at]))));
  const named = checks('acknowledge').filter((hit) => !cold || !WEAK.has(hit.entry.id));
  const found = [...named, ...(!rude ? particular : [])].filter((hit) => !spoilt.has(hit.sentence));
  if (found.length > 0) return present(found);
  const retold = cold ? [] : opening(facts).filter((sentence) => sharedWith(facts.matter, sentence, facts.words) >= 2);
  if (retold.length > 0) return present(retold);
  return reading === null || reading.emotion === 'calm' || reading.emotion === 'grateful' ? NONE : MISSING;
}
/** The first two sentences after the greeting that neither refuse nor instruct: who tells the customer's own story back has seen it. */
function opening({ body, parsed }: Facts): readonly Sentence[] {
  const after = body.filter((sentence) => { const { checks } = marksOf(parsed, sentence); return !(checks.has('greeting') && sentence.tokens.length < 8) && !(sentence.ending === '' && sentence.index === 0); });
  return after.slice(0, 2).filter((sentence) => { const { checks } = marksOf(parsed, sentence); return !checks.has('decline') && !checks.has('next_step') && !checks.has('courtesy'); });
}
const saysMuch = ({ words }: Facts, sentence: Sentence | undefined): boolean => sentence !== undefined && !sentence.quoted && contentOf(sentence, words).size >= 4;
/** Words that name what happened, but say nothing of it where the rest is cold. */
const WEAK: ReadonlySet<string> = new Set(['check.acknowledge-what-happened']);

/** The customer's own words of substance. */
export function ownWords({ customer, body, words, input, language, theirs, matter: all, checks, spoilt, closed, cold }: Facts): Verdict {
  if (customer === null) return NONE;
  const name = (input.customerName ?? '').split(/\s+/).map((part) => fold(part).slice(0, 5)).filter((part) => all.has(part));
  const size = all.size - new Set(name).size;
  if (size < 2) return NONE;
  const used = new Set<string>();
  const taken = body.filter((sentence) => {
    let any = false;
    for (const word of commonWith(all, sentence, words)) if (!name.includes(word)) { used.add(word); any = true; }
    return any;
  });
  // In another language only a number or a name can be the same word, so nothing is asked for.
  if (isForeign(language, theirs)) return taken.length > 0 ? present(taken) : NONE;
  // In a reply that says nothing wrong one word shows it; formulas and reproaches have to show more.
  const spoken = checks('own').some((hit) => !spoilt.has(hit.sentence));
  const needed = !cold || spoken ? 1 : Math.min(2, Math.ceil(size / 2));
  if (used.size >= needed) return present(taken);
  // A warm reply may say it all in words of its own.
  return !cold && (closed || checks('acknowledge', 'warm_close', 'apology').length > 0) ? NONE : MISSING;
}

/** Missing only where the tone is rude, or blames with no thanks, please or apology beside it; or where nothing at all is kind. */
export function courtesy(facts: Facts): Verdict {
  const { checks, findings, rude } = facts;
  const kind = checks('courtesy', 'apology');
  // Curt: no thanks, no please, no apology, the feeling passed over and the name alone at the end.
  if (kind.length === 0 && facts.cold && acknowledge(facts).is === 'missing' && warmClose(facts).is === 'missing') return MISSING;
  const calm = facts.reading === null || CALM.has(facts.reading.emotion);
  if (rude) {
    const weight = findings.reduce((sum, { category }) => sum + (SHARP.has(category) ? 2 : UNKIND.has(category) ? 1 : 0), 0);
    // One sharp word is outweighed by thanks, a please or an apology; two are not. Who is upset is hurt by less.
    return weight >= (kind.length > 0 ? 3 : calm ? 2 : 1) ? MISSING : present(kind);
  }
  const any = [...kind, ...checks('acknowledge', 'greeting', 'warm_close', 'bare_close', 'follow_up')];
  return !calm && any.length === 0 && facts.promises.length === 0 && facts.deeds().length === 0 && facts.body.length < 4 ? MISSING : present(any);
}
const CALM: ReadonlySet<string> = new Set(['calm', 'confused', 'grateful']);
const SHARP: ReadonlySet<string> = new Set(['blame', 'sarcasm', 'heat']);

/** More than a formula: a wish, thanks for something, an offer, somebody's own words above the name. */
export function warmClose(facts: Facts): Verdict {
  const { closing: { sentences, line }, parsed, spoilt, rude, cold } = facts;
  if (rude) return MISSING;
  const isVague = vagueIn(facts);
  const found = sentences.filter((sentence, i) => !spoilt.has(sentence.index) && (sentence === line || isWarm(sentence, i)));
  return seen(found);

  function isWarm(sentence: Sentence, back: number): boolean {
    const { checks } = marksOf(parsed, sentence);
    if (checks.has('warm_close')) return true;
    if (sentence.ending === '!' && !checks.has('greeting') && sentence.index > 0) return true;
    return !cold && back < 2 && ((checks.has('follow_up') && !isVague(sentence)) || checks.has('acknowledge') || checks.has('apology'));
  }
}

/** "You will hear from us soon." */
const vagueIn = (facts: Facts) => (sentence: Sentence): boolean => promisesIn(facts.promises, sentence).some((promise) => promise.due === null && !promise.conditional);

/** Somebody on our side takes it on: does or did something, owns the mistake, promises in person. What a settled matter needs no more. */
export function ownership(facts: Facts): Verdict {
  const fine = (hit: Hit): boolean => !facts.spoilt.has(hit.sentence);
  const promised = facts.promises.filter((promise) => names(promise, facts) && (promise.due !== null || promise.conditional || !CONTACT.has(promise.kind ?? '')));
  const found = [...facts.checks('ownership').filter(fine), ...promised, ...facts.doing, ...(facts.cold ? [] : facts.deeds())];
  if (found.length > 0) return present(found);
  // A cold refusal leaves the customer with nobody.
  return facts.closed && !(facts.cold && facts.checks('decline').length > 0) ? NONE : MISSING;
}
const CONTACT: ReadonlySet<string> = new Set(['reply', 'callback', 'check']);
