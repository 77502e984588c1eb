/** What the customer feels, with the words that show it. */
import type { Hit, Language, Parsed, Sentence, Token } from '../parsed';
import { EMOTIONS } from '../types';
import type { Cue, Emotion, Stake, StakeKind } from '../types';
import { wordsOf } from './words';
import type { Words } from './words';

interface Evidence extends Cue {
  readonly weight: number;
}
/** Below this nothing is said to be felt. */
const FELT = 0.38;
/** What a stake adds to a feeling, where the customer names no feeling. */
const FROM_STAKE: Readonly<Record<StakeKind, readonly [Emotion, number]>> = {
  repeat: ['frustrated', 0.45], wait: ['frustrated', 0.4], deadline: ['anxious', 0.42], safety: ['anxious', 0.42], access: ['frustrated', 0.15], money: ['frustrated', 0.15],
};
const NEGATIVE: readonly Emotion[] = ['frustrated', 'angry', 'anxious', 'confused', 'disappointed'];
const bodyOf = (parsed: Parsed): Sentence[] => parsed.sentences.filter((sentence) => !sentence.quoted);

/** Stakes in the writer's own words; negated ones ("no rush, it is not urgent") left out. */
export function findStakes(language: Language, parsed: Parsed): Stake[] {
  const words = wordsOf(language);
  const stakes: Stake[] = [];
  let before: Hit | undefined;
  for (const hit of parsed.hits('stake')) {
    if (!isOwn(parsed, hit) || negated(parsed, hit, words, 2)) continue;
    const last = stakes.filter((stake) => stake.kind === hit.mark).at(-1);
    // Words beside each other that say the same stake are one place.
    if (last !== undefined && before?.sentence === hit.sentence && hit.start - last.end <= 2) stakes[stakes.lastIndexOf(last)] = { ...last, end: Math.max(last.end, hit.end) };
    else stakes.push({ start: hit.start, end: hit.end, kind: hit.mark as StakeKind });
    before = hit;
  }
  return stakes;
}

/** Weights 0..1 for each feeling, the strongest, and the cues. */
export function feel(language: Language, parsed: Parsed, stakes: readonly Stake[], asks: number): { emotion: Emotion; emotions: Record<Emotion, number>; cues: Cue[] } {
  const words = wordsOf(language);
  const evidence = [...fromWords(parsed, words, asks), ...fromEmoji(parsed, words), ...fromShouting(parsed, words)];
  const calmly = isCalmly(parsed, evidence, stakes, asks);
  const sarcastic = turnSarcasm(calmly ? evidence.map((item) => (tellsDeadline(item, stakes) ? { ...item, weight: item.weight * MERELY_TOLD } : item)) : evidence, parsed, stakes);
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0])) as Record<Emotion, number>;
  const add = (emotion: Emotion, weight: number): void => { emotions[emotion] = 1 - (1 - emotions[emotion]) * (1 - Math.min(weight, 0.95)); };
  for (const { emotion, weight } of sarcastic) add(emotion, weight);
  for (const kind of new Set(stakes.map((stake) => stake.kind))) {
    const [emotion, weight] = FROM_STAKE[kind];
    add(emotion, calmly && kind === 'deadline' ? weight * MERELY_TOLD : weight);
  }
  const hurt = Math.max(...NEGATIVE.map((emotion) => emotions[emotion]));
  // Thanks are courtesy beside a complaint or a request; they are the feeling where little else is said.
  if (hurt >= FELT) emotions.grateful *= 0.4;
  else if (asks > 0) emotions.grateful *= 0.75;
  // Anger is the stronger word for the same thing: plain anger beats any amount of annoyance, annoyance alone never becomes anger.
  if (emotions.angry >= 0.55) emotions.frustrated *= 0.8;
  for (const emotion of EMOTIONS) emotions[emotion] = Math.round(emotions[emotion] * 100) / 100;
  const strongest = EMOTIONS.filter((emotion) => emotion !== 'calm').reduce((best, emotion) => (emotions[emotion] > emotions[best] ? emotion : best), 'frustrated' as Emotion);
  emotions.calm = Math.max(emotions.calm * (1 - emotions[strongest]), Math.round((1 - emotions[strongest]) * 100) / 100);
  const emotion = emotions[strongest] >= FELT ? strongest : 'calm';
  const shown = emotion === 'calm' ? sarcastic : sarcastic.filter((item) => item.emotion !== 'calm');
  return { emotion, emotions, cues: shown.map(({ start, end, emotion: feeling }) => ({ start, end, emotion: feeling })).sort((a, b) => a.start - b.start) };
}

/** A date that was only told weighs so much: two ways of telling it stay below what is felt. */
const MERELY_TOLD = 0.35;
/** "My flight is tomorrow": worry only in so far as a deadline is. */
const tellsDeadline = (item: Evidence, stakes: readonly Stake[]): boolean =>
  item.emotion === 'anxious' && stakes.some((stake) => stake.kind === 'deadline' && stake.start < item.end && stake.end > item.start);

/** A question put calmly: something is asked, nothing is exclaimed, and no word of distress stands beside the deadline itself. */
function isCalmly(parsed: Parsed, evidence: readonly Evidence[], stakes: readonly Stake[], asks: number): boolean {
  if (asks === 0 && !evidence.some(({ emotion }) => emotion === 'calm' || emotion === 'grateful')) return false;
  if (stakes.some(({ kind }) => kind === 'repeat' || kind === 'wait' || kind === 'safety')) return false;
  if (evidence.some((item) => NEGATIVE.includes(item.emotion) && !tellsDeadline(item, stakes))) return false;
  // "Obrigada!" is no alarm.
  return !bodyOf(parsed).some((sentence) => sentence.ending === '!' && !evidence.some(({ emotion, start }) => emotion === 'grateful' && start >= sentence.start && start < sentence.end) && sentence.tokens.length > 4);
}

function isOwn(parsed: Parsed, hit: Hit): boolean {
  return parsed.sentences[hit.sentence]?.quoted === false;
}

/** Is there a "not" within so many words before the hit, in the same clause? */
function negated(parsed: Parsed, hit: Hit, words: Words, reach: number): boolean {
  const tokens = parsed.sentences[hit.sentence]?.tokens ?? [];
  for (let i = hit.from - 1, seen = 0; i >= 0 && seen < reach; i -= 1) {
    const token = tokens[i];
    if (token === undefined || (token.kind === 'sign' && token.key !== '-')) return false;
    if (words.set.negators.has(token.key)) return true;
    seen += 1;
  }
  return false;
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
    if (sentence?.ending === '!') weight *= 1.1;
    // "Dziękuję." under a request closes the letter.
    if (emotion === 'grateful' && asks > 0 && tokens.filter((token) => token.kind === 'word').length <= 4) weight *= 0.4;
    if (tokens.slice(hit.from, hit.to).some((token) => isShouted(token, words))) weight *= 1.2;
    const span = { start: hit.start, end: hit.end };
    if (!negated(parsed, hit, words, 3) || emotion === 'confused') result.push({ ...span, emotion, weight });
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
