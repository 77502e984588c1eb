/** A pack's rules, glossary and cues tried on their own examples: a rule that does not do what it shows is refused, with the example. */
import { createLanguage } from '../../language';
import type { Hit, Language } from '../../language';
import type { AssetName, EntryKind, Knowledge } from '../../rules';
import { BOUNDS } from './bounds';
import { quoted } from './errors';
import type { Errors } from './errors';
import { assetOf, layerOf } from './layer';
import type { PackLayer, Place } from './layer';
import type { Pack, PackCue, PackLanguage, PackRule } from './types';

export type KnownLists = Readonly<Partial<Record<AssetName, Knowledge['lists']>>>;

/** Adds what is wrong to `errors`, in the order of the pack. */
export function provePack(pack: Pack, lists: KnownLists, errors: Errors): void {
  for (const asset of ['en', 'pt', 'pl'] as const) {
    if (!pack.languages.some((lang) => assetOf(lang) === asset)) continue;
    const layer = layerOf(pack, asset);
    if (!compiled(layer, errors)) continue;
    const languages = new Map<PackLanguage, Language>();
    const inLanguage = (lang: PackLanguage): Language => {
      const known = languages.get(lang);
      if (known !== undefined) return known;
      const knowledge: Knowledge = { name: asset, entries: layer.entries, graph: layer.graph, phrases: [], lists: lists[asset] ?? {}, names: new Map() };
      const made = createLanguage(knowledge, lang === 'pt-PT' ? { variety: lang } : {});
      languages.set(lang, made);
      return made;
    };
    pack.rules.forEach((rule, i) => { if (assetOf(rule.lang) === asset) for (const lang of varieties(rule.lang)) proveRule(inLanguage(lang), rule, ['rules', i], errors); });
    pack.cues.forEach((cue, i) => { if (assetOf(cue.lang) === asset) for (const lang of varieties(cue.lang)) proveFlags(inLanguage(lang), cue.emotion === null ? 'stake' : 'emotion', cue, false, ['cues', i], errors); });
    pack.glossary.forEach(({ id, lang, plain }, i) => {
      if (assetOf(lang) !== asset) return;
      // A plain word that holds a term again would be marked as soon as it stands there.
      plain.forEach((advice, j) => {
        const again = inLanguage(lang).parse(advice).hits('wording')[0];
        if (again !== undefined) errors.add(['glossary', i, 'plain', ...(plain.length === 1 ? [] : [j])], 'advice_flagged', { advice: quoted(advice), rule: again.entry.id === id ? id : again.entry.id });
      });
    });
  }
}

const varieties = (lang: PackLanguage): readonly PackLanguage[] => (lang === 'pt' ? ['pt-BR', 'pt-PT'] : [lang]);

function compiled({ troubles }: PackLayer, errors: Errors): boolean {
  for (const { trouble: { fault, at }, place, text } of troubles) {
    const pattern = quoted(text);
    if (fault === 'large') errors.add(place.slice(0, 2), 'pattern_large', { max: BOUNDS.ruleStates });
    else if (fault === 'empty') errors.add(place, 'pattern_empty', { pattern });
    else if (fault === 'set') errors.add(place, 'pattern_set', { set: quoted(/^\{([^{}]*)\}/.exec(text.slice(at))?.[1] ?? pattern) });
    else errors.add(place, 'pattern', { at: at + 1, pattern });
  }
  return troubles.length === 0;
}

/** "As <per our policy> we" → the sentence, and the places between the marks as "start-end". */
function unmarked(flag: string): { readonly text: string; readonly spans: readonly (readonly [number, number])[] } {
  const spans: [number, number][] = [];
  let text = '', open = 0;
  for (const part of flag.split(/([<>])/)) {
    if (part === '<') open = text.length;
    else if (part === '>') spans.push([open, text.length]);
    else text += part;
  }
  return { text, spans };
}
/** With the rule that marks the words: often another one took them. */
const shown = (hits: readonly Hit[], text: string): string => quoted(hits.map(({ start, end, entry }) => `<${text.slice(start, end)}> (${entry.id})`).join(', ')) || '–';

function proveFlags(language: Language, kind: EntryKind, entry: Pick<PackRule | PackCue, 'id' | 'flags' | 'passes'>, whole: boolean, at: Place, errors: Errors): void {
  const own = (text: string): readonly Hit[] => language.parse(text).hits(kind).filter((hit) => hit.entry.id === entry.id);
  entry.flags.forEach((flag, i) => {
    const { text, spans } = unmarked(flag), hits = own(text);
    const exact = hits.map(({ start, end }) => `${start}-${end}`).join() === spans.map((span) => span.join('-')).join();
    const inside = whole && hits.length > 0 && spans.every(([start, end]) => hits.some((hit) => start <= hit.start && hit.end <= end));
    if (!exact && !inside) errors.add([...at, 'flags', i], 'flag_missed', { example: quoted(flag), found: shown(language.parse(text).hits(kind), text) });
  });
  entry.passes.forEach((text, i) => {
    const hit = own(text)[0];
    if (hit !== undefined) errors.add([...at, 'passes', i], 'pass_flagged', { example: quoted(text), found: quoted(text.slice(hit.start, hit.end)) });
  });
}

function proveRule(language: Language, rule: PackRule, at: Place, errors: Errors): void {
  const before = errors.list.length;
  proveFlags(language, 'wording', rule, rule.whole, at, errors);
  if (errors.list.length > before) return;
  const told = new Set<string>();
  for (const flag of rule.flags) {
    const { text } = unmarked(flag), parsed = language.parse(text);
    for (const hit of parsed.hits('wording').filter((one) => one.entry.id === rule.id)) {
      const sentence = rule.whole ? parsed.sentences[hit.sentence] ?? hit : hit;
      for (const advice of (hit.pair >= 0 ? hit.entry.swaps?.[hit.pair] : hit.entry.say) ?? []) {
        const after = text.slice(0, sentence.start) + advice + text.slice(sentence.end);
        const again = language.parse(after).hits('wording').find((other) => other.start < sentence.start + advice.length && other.end > sentence.start);
        if (again === undefined || told.has(advice)) continue;
        told.add(advice);
        errors.add([...at, hit.pair >= 0 ? 'swap' : 'say'], 'advice_flagged', { advice: quoted(advice), rule: again.entry.id });
      }
    }
  }
  const again = rule.example === null ? undefined : language.parse(rule.example).hits('wording')[0];
  if (again !== undefined) errors.add([...at, 'example'], 'advice_flagged', { advice: quoted(rule.example ?? ''), rule: again.entry.id });
}
