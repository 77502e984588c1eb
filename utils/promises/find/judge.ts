/** Which commitments are none: negated, past, asked, offered, somebody else's, quoted. */
import { Notes, type Hit } from '../../language';
import { parted } from './clauses';
import { isWall, marksOf, type Laid } from './sentence';

/** How many words may stand between what turns a clause and the words it turns. */
const REACH = { negation: 2, past: 1, offer: 3, customer: 2, purpose: 1 } as const;

function turned(laid: Laid, hit: Hit, mark: keyof typeof REACH): boolean {
  return laid.turns.some((turn) => turn.mark === mark && !(mark === 'negation' && ifNot(laid, turn))
    && turn.to <= hit.from && hit.from - turn.to <= REACH[mark] && !parted(laid, turn.to, hit.from));
}

/** "A jak nie to zamówię": the "not" of a condition negates nothing behind it. */
function ifNot(laid: Laid, { from, to }: Hit): boolean {
  return laid.turns.some((turn) => turn.mark === 'condition' && turn.from < from && to <= turn.to);
}

/** Words between "if" and a verb of the condition itself: "if <the parts arrive> on Thursday, we'll …". */
const CONDITION_REACH = 3;

/**
 * The words of a condition promise nothing. A condition without a verb ("po zaksięgowaniu wpłaty", marked `noun`) may have its promise
 * right behind it. Further in, only what no first person says counts as the condition's own, and only where a promise follows its comma.
 */
function inCondition(laid: Laid, hit: Hit): boolean {
  return laid.turns.some((turn) => {
    if (turn.mark !== 'condition' || turn.to > hit.from || marksOf(turn).includes('noun') || parted(laid, turn.to, hit.from)) return false;
    if (hit.from === turn.to) return true;
    return hit.from - turn.to <= CONDITION_REACH && marksOf(hit).includes('nominal')
      && laid.commits.some((other) => other.from >= hit.to && parted(laid, hit.to, other.from));
  });
}

/** The words of a purpose: "I'll ring you to <tell you> how it went". */
function aimed(laid: Laid, hit: Hit): boolean {
  return laid.turns.some((turn) => turn.mark === 'purpose' && turn.from < hit.from && hit.from < turn.to);
}

function within(laid: Laid, hit: Hit, mark: 'negation' | 'customer' | 'offer'): boolean {
  return laid.turns.some((turn) => turn.mark === mark && turn.from < hit.to && turn.to > hit.from);
}

/** "You wrote that …", "I was told that …": whatever follows up to a "but" or a semicolon is told, not promised. */
function reported(laid: Laid, hit: Hit): boolean {
  return laid.turns.some((turn) => {
    if (turn.to > hit.from || !marksOf(turn).includes('told')) return false;
    for (let at = turn.to; at < hit.from; at++) {
      const key = laid.tokens[at]?.key ?? '';
      if (key === ';' || laid.words.turning.has(key)) return false;
    }
    return true;
  });
}

/**
 * Where present and past are written alike ("mandamos"), what follows tells that it is over: "<mandamos o código há dez minutos>".
 * Entries marked `since` take in the verb and those words.
 */
function over(laid: Laid, hit: Hit): boolean {
  return laid.turns.some((turn) => turn.mark === 'past' && turn.from < hit.to && turn.from >= hit.from && marksOf(turn).includes('since'));
}

/** Words after the last comma of a question that only ask for assent: "…, is that OK?" */
const TAG = 7;

/** A question unless it is only the tail that asks: "I'll call you at 3, is that OK?" */
function asked(laid: Laid, hit: Hit): boolean {
  if (laid.sentence.ending !== '?') return false;
  const last = lastWall(laid);
  return last < hit.to || laid.tokens.length - 2 - last > TAG;
}

const lastWalls = new Notes<number>();
/** The last sign within the sentence, its very last token apart; -1 where there is none. */
function lastWall({ sentence, tokens }: Laid): number {
  const known = lastWalls.get(sentence.core);
  if (known !== undefined) return known;
  let at = tokens.length - 2;
  while (at >= 0 && !isWall({ tokens }, at)) at--;
  return lastWalls.set(sentence.core, at);
}

/** Inside quotation marks within the sentence: somebody's words, told. */
function told({ quotes }: Laid, { start }: Hit): boolean {
  return quotes.some((quote) => quote.start <= start && start < quote.end);
}

/** The same without the times being read, which are dear and change nothing of this: no is no answer yet. */
export function isSurelyNone(laid: Laid, hit: Hit): boolean {
  return turned(laid, hit, 'negation') || within(laid, hit, 'negation')
    || turned(laid, hit, 'past') || over(laid, hit)
    || turned(laid, hit, 'offer') || within(laid, hit, 'offer')
    || turned(laid, hit, 'customer') || within(laid, hit, 'customer')
    || asked(laid, hit) || told(laid, hit) || reported(laid, hit);
}

/** True where the hit gives nobody's word. */
export function isNone(laid: Laid, hit: Hit): boolean {
  return isSurelyNone(laid, hit) || turned(laid, hit, 'purpose') || aimed(laid, hit) || inCondition(laid, hit);
}
