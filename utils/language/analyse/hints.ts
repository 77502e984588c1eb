/**
 * What is no mark on a word, but worth telling: warmth in the wrong measure. Three kind sentences in a row read as recited, and one
 * between two steps makes the customer lose the place.
 */
import type { Parsed, Sentence } from '../parsed';
import type { Hint, Lang, PromiseLike } from '../types';
import { marksOf, promisesIn, toldIn } from './said';
import { namesTime } from './words';
import type { Words } from './words';

const SAID: Readonly<Record<Lang, Readonly<Record<Hint['kind'], string>>>> = {
  en: {
    piled: 'Several sentences of sympathy in a row sound recited: keep the one that names what happened, then help.',
    interrupts: 'Sympathy between two steps makes the customer lose the place: say it before the first step.',
  },
  'pt-BR': {
    piled: 'Várias frases de empatia seguidas soam decoradas: fique com a que diz o que aconteceu e passe à ajuda.',
    interrupts: 'Empatia no meio dos passos faz o cliente se perder: diga isso antes do primeiro passo.',
  },
  'pt-PT': {
    piled: 'Várias frases de empatia seguidas soam a texto decorado: fique com a que diz o que aconteceu e passe à ajuda.',
    interrupts: 'Empatia no meio dos passos faz o cliente perder-se: diga-a antes do primeiro passo.',
  },
  pl: {
    piled: 'Kilka zdań współczucia z rzędu brzmi jak wyuczone: wystarczy to, które nazywa, co się stało, a potem pomoc.',
    interrupts: 'Współczucie między krokami gubi klienta: lepiej powiedzieć je przed pierwszym krokiem.',
  },
};
/** Two relational sentences in a row are warm; from the third on they pile up. */
const MOST = 2;

export function hintsFor(lang: Lang, parsed: Parsed, promises: readonly PromiseLike[], words: Words): Hint[] {
  const body = parsed.sentences.filter((sentence) => !sentence.quoted);
  const kinds = body.map((sentence) => kindOf(parsed, sentence, promises, words));
  const hints: Hint[] = [];
  for (let from = 0; from < body.length; from += 1) {
    let to = from;
    while (kinds[to] === 'feeling') to += 1;
    const first = body[from], last = body[to - 1];
    if (to - from > MOST && first && last) hints.push({ kind: 'piled', start: first.start, end: last.end, message: SAID[lang].piled });
    else if (to > from && kinds[from - 1] === 'step' && kinds[to] === 'step' && first && last) hints.push({ kind: 'interrupts', start: first.start, end: last.end, message: SAID[lang].interrupts });
    from = Math.max(from, to - 1);
  }
  return hints;
}

/** feeling: acknowledges or apologises and does nothing else. step: tells the customer what to do. */
function kindOf(parsed: Parsed, sentence: Sentence, promises: readonly PromiseLike[], words: Words): 'feeling' | 'step' | null {
  const { checks } = marksOf(parsed, sentence);
  if (checks.size === 0) return null;
  const told = toldIn(sentence, words);
  const promised = promisesIn(promises, sentence).length > 0;
  const instructs = parsed.hitsIn(sentence, 'check').some((hit) => hit.mark === 'next_step') && !told.acts && !promised;
  if (checks.has('acknowledge') || checks.has('apology')) return promised || told.done || told.acts || instructs || namesTime(sentence, words) || checks.has('solved') || checks.has('follow_up') ? null : 'feeling';
  return instructs ? 'step' : null;
}
