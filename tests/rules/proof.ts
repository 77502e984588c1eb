/** What an entry must show for itself: exact spans flagged, passing sentences silent, advice not flagged again. */
import type { Hit, Language } from '../../utils/language';
import type { EntryKind, Variety } from '../../utils/rules';
import type { RuleEntry, Source } from '../../utils/rules/compile';

export interface Marked {
  readonly text: string;
  readonly spans: readonly string[];
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** "As <per our policy> we" → the text without the marks, and the spans. */
export function unmark(sentence: string): Marked {
  const places: { start: number; end: number }[] = [];
  let text = '', open = -1;
  for (const char of sentence) {
    if (char === '<' && open < 0) open = text.length;
    else if (char === '>' && open >= 0) { places.push({ start: open, end: text.length }); open = -1; }
    else text += char;
  }
  return { text, places, spans: places.map(({ start, end }) => text.slice(start, end)) };
}

export function kindOf(entry: RuleEntry): EntryKind {
  if ('category' in entry) return 'wording';
  if ('ask' in entry) return 'ask';
  if ('check' in entry) return 'check';
  if ('commit' in entry) return 'commit';
  if ('clause' in entry) return 'clause';
  if ('situation' in entry) return 'situation';
  return entry.emotion === undefined ? 'stake' : 'emotion';
}

/** The varieties an entry must hold in. */
export function varietiesOf(source: Source<RuleEntry>): readonly (Variety | null)[] {
  if (source.home === 'en' || source.home === 'pl') return [null];
  return source.only === null ? ['pt-BR', 'pt-PT'] : [source.only];
}

const show = (hits: readonly Hit[], text: string): string =>
  hits.map((hit) => `${hit.entry.id} <${text.slice(hit.start, hit.end)}>`).join(', ') || 'nothing';

/** What is wrong with an entry, in sentences; empty if all is proved. */
export function faultsOf(language: Language, { entry }: Source<RuleEntry>): string[] {
  const kind = kindOf(entry), faults: string[] = [];
  const found = (text: string): readonly Hit[] => language.parse(text).hits(kind);
  const whole = 'whole' in entry && entry.whole === true;
  for (const flag of entry.flags) {
    const { text, places } = unmark(flag);
    const own = found(text).filter((hit) => hit.entry.id === entry.id);
    const wanted = places.map(({ start, end }) => `${start}-${end}`).join();
    const got = own.map(({ start, end }) => `${start}-${end}`).join();
    const inside = whole && own.length > 0 && places.every((place) => own.some((hit) => place.start <= hit.start && hit.end <= place.end));
    if (got !== wanted && !inside) faults.push(`must flag ${flag}, but found there: ${show(found(text), text)}`);
    faults.push(...adviceFaults(language, entry, text, own));
  }
  for (const text of entry.passes) {
    const own = found(text).filter((hit) => hit.entry.id === entry.id);
    if (own.length > 0) faults.push(`must pass "${text}", but flags: ${show(own, text)}`);
  }
  if ('example' in entry && entry.example !== undefined) {
    const again = language.parse(entry.example).hits('wording');
    if (again.length > 0) faults.push(`the example "${entry.example}" is flagged itself: ${show(again, entry.example)}`);
  }
  return faults;
}

/** Each advice is put in where the entry's own flag stands, and nothing may mark it again. */
function adviceFaults(language: Language, entry: RuleEntry, text: string, own: readonly Hit[]): string[] {
  const faults: string[] = [];
  const whole = 'whole' in entry && entry.whole === true;
  for (const hit of own) {
    const advice = (hit.pair >= 0 ? hit.entry.swaps?.[hit.pair] : hit.entry.say) ?? [];
    const sentence = language.parse(text).sentences[hit.sentence];
    const start = whole && sentence ? sentence.start : hit.start, end = whole && sentence ? sentence.end : hit.end;
    for (const say of advice) {
      const after = text.slice(0, start) + say + text.slice(end);
      const again = language.parse(after).hits('wording').filter((other) => other.start < start + say.length && other.end > start);
      if (again.length > 0) faults.push(`the advice "${say}" is flagged again: ${show(again, after)}`);
    }
  }
  return faults;
}
