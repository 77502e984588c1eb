/** What the customer feels, with the words that show it. */
import { firstFrom } from '../parsed';
import type { Hit, Language, Parsed, Sentence, Token } from '../parsed';
import { EMOTIONS } from '../types';
import type { Cue, Emotion, Stake, StakeKind } from '../types';
import { leaningOf } from './leaning';
import { isNegated, isOwn } from './stakes';
import { wordsOf } from './words';
import type { Words } from './words';

interface Evidence extends Cue {
  readonly weight: number;
}
/** Below this nothing is said to be felt. */
const FELT = 0.38;
/** What a stake adds to a feeling, where the customer names no feeling. */
const FROM_STAKE: Readonly<Record<StakeKind, readonly [Emotion, number]>> = {
  repeat: ['frustrated', 0.45], wait: ['frustrated', 0.4], deadline: ['anxious', 0.42], safety: ['anxious', 0.42], access: ['frustrated', 0.4], money: ['frustrated', 0.4],
};
const NEGATIVE: readonly Emotion[] = ['frustrated', 'angry', 'anxious', 'confused', 'disappointed'];
const bodyOf = (parsed: Parsed): Sentence[] => parsed.sentences.filter((sentence) => !sentence.quoted);

/** Weights 0..1 for each feeling, the strongest, and the cues. */
export function feel(language: Language, parsed: Parsed, stakes: readonly Stake[], asks: number): { emotion: Emotion; emotions: Record<Emotion, number>; cues: Cue[] } {
  const words = wordsOf(language);
  const evidence = onePerPlace([...fromWords(parsed, words, asks), ...fromEmoji(parsed, words), ...fromShouting(parsed, words)]);
  const dates = parsed.hits('stake').filter(({ mark }) => mark === 'deadline');
  const calmly = isCalmly(parsed, evidence, stakes, dates, asks);
  const worded = calmly ? evidence.map((item) => (tellsDeadline(item, dates) ? { ...item, weight: item.weight * MERELY_TOLD } : item)) : evidence;
  const said = mendedByThanks(turnSarcasm(worded, parsed, stakes));
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  const add = (emotion: Emotion, weight: number): void => { emotions[emotion] = 1 - (1 - emotions[emotion]) * (1 - Math.min(weight, 0.95)); };
  for (const { emotion, weight } of said) add(emotion, weight);
  const kinds = new Set(stakes.map(({ kind }) => kind));
  for (const kind of kinds) {
    const [emotion, weight] = FROM_STAKE[kind];
    const told = kind === 'deadline' ? calmly : (kind === 'money' || kind === 'access') && onlyAsked(parsed, stakes, kind);
    add(emotion, told ? weight * MERELY_TOLD : weight);
  }
  if (asks === 0) asComplaint(emotions, parsed, words);
  weigh(emotions, kinds, asks);
  const strongest = EMOTIONS.filter((emotion) => emotion !== 'calm').reduce((best, emotion) => (emotions[emotion] > emotions[best] ? emotion : best), 'frustrated' as Emotion);
  emotions.calm = Math.max(emotions.calm * (1 - emotions[strongest]), Math.round((1 - emotions[strongest]) * 100) / 100);
  const leaning = leaningOf(language, parsed);
  const all = leaning.odds === null ? emotions : withLeaning(emotions, leaning.odds);
  const emotion = leaning.odds === null ? (emotions[strongest] >= FELT ? strongest : 'calm') : EMOTIONS.reduce((best, one) => (all[one] > all[best] ? one : best));
  const named = emotion === 'calm' ? said : said.filter((item) => item.emotion !== 'calm');
  const shown: readonly Cue[] = emotion === 'calm' || named.some((item) => item.emotion === emotion) ? named : [...named, ...leaning.shows(emotion)];
  return { emotion, emotions: all, cues: shown.map(({ start, end, emotion: feeling }) => ({ start, end, emotion: feeling })).sort((a, b) => a.start - b.start) };
}

/**
 * What a feeling that its cues show in full adds to the exponent of its odds. Of 0 to 12, three tells the feeling of messages left out
 * best, in English and in Polish.
 */
const CUES_COUNT = 3;
/** Chances of the feelings by cues and by the leaning of all words together; their sum is 1. */
function withLeaning(cued: Readonly<Record<Emotion, number>>, odds: readonly number[]): Record<Emotion, number> {
  const raised = EMOTIONS.map((emotion, i) => Math.exp((odds[i] ?? 0) + CUES_COUNT * cued[emotion]));
  const sum = raised.reduce((a, b) => a + b, 0);
  return Object.fromEntries(EMOTIONS.map((emotion, i) => [emotion, Math.round(((raised[i] ?? 0) / sum) * 100) / 100])) as Record<Emotion, number>;
}

/**
 * Who asks for nothing, gives no notice and says what was not as it should be, complains: of what little shows most, else it is hopes let
 * down (who is annoyed or afraid asks for something). A line or two in a chat ("it isn't the blue one") is no complaint.
 */
function asComplaint(emotions: Record<Emotion, number>, parsed: Parsed, words: Words): void {
  if (emotions.calm > 0.3 || emotions.grateful > 0.3) return;
  const body = bodyOf(parsed);
  if (body.reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length, 0) < COMPLAINT_WORDS) return;
  const strongest = NEGATIVE.reduce((best, emotion) => (emotions[emotion] > emotions[best] ? emotion : best), 'disappointed' as Emotion);
  const denies = body.some(({ tokens }) => tokens.some(({ key }) => words.set.negators.has(key)) || words.list.but.in(tokens));
  if (denies || emotions[strongest] >= 0.15) emotions[strongest] = Math.max(emotions[strongest], FELT + 0.02);
}
const COMPLAINT_WORDS = 14;

/** Which feeling the others give way to. Annoyance is what most trouble brings with it, so every plainer word for a feeling beats it. */
function weigh(emotions: Record<Emotion, number>, kinds: ReadonlySet<StakeKind>, asks: number): void {
  const scale = (emotion: Emotion, by: number): void => { emotions[emotion] *= by; };
  // "No rush", "just curious": the trouble is told and not suffered. Anger is not taken back by courtesy.
  for (const emotion of ['frustrated', 'anxious', 'confused'] as const) scale(emotion, 1 - 0.4 * emotions.calm);
  // Thanks are courtesy beside a complaint or a request; they are the feeling where little else is said.
  if (Math.max(...NEGATIVE.map((emotion) => emotions[emotion])) >= FELT) scale('grateful', 0.4);
  else if (asks > 0) scale('grateful', 0.75);
  // Anger is the stronger word for the same thing: plain anger beats any amount of annoyance, annoyance alone never becomes anger.
  if (emotions.angry >= PLAIN) for (const emotion of ['frustrated', 'disappointed', 'anxious'] as const) scale(emotion, 0.8);
  const repeated = kinds.has('repeat');
  if (emotions.anxious >= PLAIN || (kinds.has('deadline') && emotions.anxious >= FELT)) scale('frustrated', repeated ? 0.85 : 0.7);
  // Who has waited or written before is past wondering.
  if (repeated || kinds.has('wait')) scale('confused', 0.8);
  else if (emotions.confused >= PLAIN) scale('frustrated', 0.75);
  if (emotions.disappointed >= PLAIN) scale('frustrated', repeated ? 0.9 : 0.75);
  for (const emotion of EMOTIONS) emotions[emotion] = Math.round(emotions[emotion] * 100) / 100;
}
/** From here on a feeling is said in plain words. */
const PLAIN = 0.55;

/** Two entries that see one feeling in the same words have seen it once. */
function onePerPlace(evidence: readonly Evidence[]): Evidence[] {
  const result: Evidence[] = [];
  // What is kept of an emotion never overlaps: in the order of the text only its two neighbours are to be asked ("?!" a thousand times).
  const kept = new Map<Emotion, Evidence[]>();
  for (const item of [...evidence].sort((a, b) => b.weight - a.weight)) {
    const there = kept.get(item.emotion) ?? [];
    const at = firstFrom(there, ({ start }) => start < item.start), before = there[at - 1], after = there[at];
    if ((before && before.end > item.start) || (after && after.start < item.end)) continue;
    there.splice(at, 0, item);
    kept.set(item.emotion, there);
    result.push(item);
  }
  return result;
}

/** "You looked after us in a terrible week", "I'd given up hope": what was bad before warm thanks tells how much they are meant. */
function mendedByThanks(evidence: readonly Evidence[]): Evidence[] {
  const warm = evidence.filter(({ emotion, weight }) => emotion === 'grateful' && weight >= 0.5);
  const bad = evidence.filter(({ emotion }) => NEGATIVE.includes(emotion));
  const lastThanks = Math.max(-1, ...warm.map(({ end }) => end));
  if (lastThanks < 0 || bad.some(({ start, weight, emotion }) => start > lastThanks || (emotion === 'angry' && weight >= 0.8))) return [...evidence];
  const thanks = 1 - warm.reduce((rest, { weight }) => rest * (1 - Math.min(weight, 0.95)), 1), hurt = 1 - bad.reduce((rest, { weight }) => rest * (1 - Math.min(weight, 0.95)), 1);
  return thanks < hurt ? [...evidence] : evidence.map((item) => (NEGATIVE.includes(item.emotion) ? { ...item, weight: item.weight * 0.4 } : item));
}

/** A date that was only told weighs so much: two ways of telling it stay below what is felt. */
const MERELY_TOLD = 0.35;
/** "My flight is tomorrow": worry only in so far as a deadline is. The words of the date count, not the whole clause ("what happens if …"). */
const tellsDeadline = (item: Evidence, dates: readonly Hit[]): boolean =>
  item.emotion === 'anxious' && dates.some((hit) => hit.start < item.end && hit.end > item.start && hit.end - hit.start > (item.end - item.start) / 2);

/** "How do I see a refund in my account?": what stands in questions alone is asked about and has not happened. */
const onlyAsked = (parsed: Parsed, stakes: readonly Stake[], kind: StakeKind): boolean => stakes.every((stake) => stake.kind !== kind
  || bodyOf(parsed).some(({ start, end, ending }) => ending === '?' && start <= stake.start && stake.start < end));

/** A question put calmly: something is asked, nothing is exclaimed, and no word of distress stands beside the deadline itself. */
function isCalmly(parsed: Parsed, evidence: readonly Evidence[], stakes: readonly Stake[], dates: readonly Hit[], asks: number): boolean {
  if (asks === 0 && !evidence.some(({ emotion }) => emotion === 'calm' || emotion === 'grateful')) return false;
  // A date is merely told where nothing else is at stake and nothing is said to be lost with it (such entries' names end in ".lose").
  if (dates.some(({ entry }) => entry.id.endsWith('.lose'))) return false;
  if (stakes.some(({ kind }) => kind !== 'deadline' && kind !== 'money') || new Set(stakes.map(({ kind }) => kind)).size > 1) return false;
  if (evidence.some((item) => NEGATIVE.includes(item.emotion) && !tellsDeadline(item, dates))) return false;
  // "Obrigada!" is no alarm.
  return !bodyOf(parsed).some((sentence) => sentence.ending === '!' && !evidence.some(({ emotion, start }) => emotion === 'grateful' && start >= sentence.start && start < sentence.end) && sentence.tokens.length > 4);
}

function fromWords(parsed: Parsed, words: Words, asks: number): Evidence[] {
  const result: Evidence[] = [];
  for (const hit of parsed.hits('emotion')) {
    if (!isOwn(parsed, hit)) continue;
    const sentence = parsed.sentences[hit.sentence];
    const tokens = sentence?.tokens ?? [];
    const emotion = hit.mark as Emotion;
    let weight = hit.entry.weight ?? 0.6;
    const near = tokens.slice(Math.max(0, hit.from - 2), hit.to + 1).map((token) => token.key);
    if (near.some((key) => words.set.intensifiers.has(key))) weight *= 1.2;
    if (near.slice(0, 2).some((key) => words.set.softeners.has(key))) weight *= 0.8;
    if (sentence?.ending === '!' && emotion !== 'calm') weight *= 1.1;
    // "Dziękuję." under a request closes the letter.
    if (emotion === 'grateful' && asks > 0 && hit.sentence > 0 && tokens.filter((token) => token.kind === 'word').length <= 4) weight *= 0.4;
    if (tokens.slice(hit.from, hit.to).some((token) => isShouted(token, words))) weight *= 1.2;
    const span = { start: hit.start, end: hit.end };
    if (!isNegated(parsed, hit, words, 3) || emotion === 'confused') result.push({ ...span, emotion, weight });
    // "not happy", "can't thank you enough": praise denied is a complaint, a complaint denied is nothing.
    else if (emotion === 'grateful') result.push({ ...span, emotion: 'disappointed', weight: weight * 0.7 });
  }
  return result;
}

function fromEmoji(parsed: Parsed, words: Words): Evidence[] {
  return bodyOf(parsed).flatMap((sentence) => sentence.tokens.filter((token) => token.kind === 'emoji').flatMap((token) => {
    const emotion = words.emoji.get(token.key) as Emotion | undefined;
    return emotion === undefined ? [] : [{ start: token.start, end: token.end, emotion, weight: emotion === 'grateful' ? 0.25 : emotion === 'angry' ? 0.6 : 0.4 }];
  }));
}

export function isShouted(token: Token, words: Words): boolean {
  return token.kind === 'word' && token.raw.length >= 3 && token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase() && !words.set['caps-ok'].has(token.key);
}

/** Capitals and heaped signs. A text all in capitals is a habit as often as a shout. */
function fromShouting(parsed: Parsed, words: Words): Evidence[] {
  const body = bodyOf(parsed);
  const result: Evidence[] = [];
  let shouted = 0, all = 0;
  for (const { tokens } of body) {
    for (let i = 0; i < tokens.length; i += 1) {
      if (tokens[i]?.kind !== 'word') continue;
      all += 1;
      let to = i;
      while (to < tokens.length && isShouted(tokens[to] ?? NONE, words)) to += 1;
      shouted += to - i;
      const first = tokens[i], last = tokens[to - 1];
      if (to - i >= 3 && first && last) result.push({ start: first.start, end: last.end, emotion: 'angry', weight: 0.4 });
      if (to > i) { all += to - i - 1; i = to - 1; }
    }
  }
  const few = all > 12 && shouted > all * 0.7 ? result.slice(0, 1) : result.slice(0, 3);
  for (const sentence of body) {
    const signs = parsed.text.slice(sentence.end - Math.min(4, sentence.end - sentence.start), sentence.end).replace(/[^!?]/g, '');
    if (signs.length >= 3) few.push({ start: sentence.end - signs.length, end: sentence.end, emotion: signs.includes('?') ? 'frustrated' : 'angry', weight: signs.includes('?') ? 0.25 : 0.15 });
  }
  return few;
}
const NONE: Token = { kind: 'sign', raw: '', key: '', start: 0, end: 0 };

/** "Great, third week without internet": praise in the same sentence as a wait, a repeat or a complaint is none. */
function turnSarcasm(evidence: readonly Evidence[], parsed: Parsed, stakes: readonly Stake[]): Evidence[] {
  const sentenceAt = (at: number): number => parsed.sentences.findIndex((sentence) => sentence.start <= at && at < sentence.end);
  const bitter = new Set([
    ...stakes.filter(({ kind }) => kind === 'wait' || kind === 'repeat').map(({ start }) => sentenceAt(start)),
    ...evidence.filter(({ emotion, weight }) => (emotion === 'angry' || emotion === 'frustrated' || emotion === 'disappointed') && weight >= 0.5).map(({ start }) => sentenceAt(start)),
  ]);
  return evidence.map((item) => {
    if (item.emotion !== 'grateful' || !bitter.has(sentenceAt(item.start))) return item;
    const sentence = parsed.sentences[sentenceAt(item.start)];
    const opens = sentence !== undefined && item.start - sentence.start < 12;
    return opens ? { ...item, emotion: 'frustrated' as const, weight: 0.6 } : { ...item, weight: item.weight * 0.3 };
  });
}
