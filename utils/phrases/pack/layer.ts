/** A pack → what is laid over the built-in knowledge of one language. No zod: the pack was checked when it was read. */
import { compilePatterns } from '../../rules/patterns';
import type { Layer, PatternSource, PatternTrouble } from '../../rules/patterns';
import type { AssetName, KnownEntry, KnownPhrase, Variety } from '../../rules';
import { BOUNDS } from './bounds';
import { plainReason } from './reasons';
import type { Pack, PackCue, PackLanguage, PackLink, PackPhrase, PackRule, PackTerm } from './types';

/** Where a pattern stands in the pack: for errors. */
export type Place = readonly PropertyKey[];
export interface PackLayer extends Layer {
  /** Beside `entries`: the place of each. */
  readonly places: readonly Place[];
  /** What could not be compiled, with its place. */
  readonly troubles: readonly { readonly trouble: PatternTrouble; readonly place: Place; readonly text: string }[];
}

export const assetOf = (lang: PackLanguage): AssetName => (lang === 'en' || lang === 'pl' ? lang : 'pt');
const onlyOf = (lang: PackLanguage): { only?: Variety } => (lang === 'pt-BR' || lang === 'pt-PT' ? { only: lang } : {});

interface Draft {
  readonly known: KnownEntry;
  readonly place: Place;
  readonly patterns: readonly { readonly text: string; readonly pair?: number; readonly unless?: true; readonly place: Place }[];
}

/** Everything of the pack that is of this language. */
export function layerOf(pack: Pack, asset: AssetName): PackLayer {
  const of = <T extends { readonly lang: PackLanguage }>(list: readonly T[], make: (entry: T, i: number) => Draft): Draft[] => list.flatMap((entry, i) => (assetOf(entry.lang) === asset ? [make(entry, i)] : []));
  const drafts = [
    ...of(pack.rules, ruleEntry), ...of(pack.glossary, termEntry), ...of(pack.cues, cueEntry),
    ...of(pack.phrases.filter(({ words }) => words.length > 0), (phrase) => needEntry(phrase, pack.phrases.indexOf(phrase))),
  ];
  const sources: PatternSource[] = [], places: Place[] = [];
  drafts.forEach(({ patterns }, entry) => patterns.forEach(({ text, pair = -1, unless, place }) => {
    sources.push({ entry, text, pair, role: unless === true ? 1 : 0 });
    places.push(place);
  }));
  const { graph, troubles } = compilePatterns(sources, pack.sets, { states: BOUNDS.packStates, work: BOUNDS.packWork, each: BOUNDS.ruleStates });
  const phrases = [...pack.phrases.filter(({ lang }) => assetOf(lang) === asset).map(phraseOf), ...pack.links.filter(({ lang }) => assetOf(lang) === asset).map(linkOf)];
  return {
    graph, entries: drafts.map(({ known }) => ({ ...known, origin: pack.id })), phrases: phrases.map((phrase) => ({ ...phrase, origin: pack.id })),
    places: drafts.map(({ place }) => place),
    troubles: troubles.map((trouble) => (trouble.set === null
      ? { trouble, place: places[trouble.index] ?? [], text: sources[trouble.index]?.text ?? '' }
      : { trouble, place: ['sets', trouble.set, trouble.index], text: pack.sets[trouble.set]?.[trouble.index] ?? '' })),
  };
}

const numbered = (texts: readonly string[], at: Place) => texts.map((text, i) => ({ text, place: [...at, i] }));

function ruleEntry(rule: PackRule, i: number): Draft {
  const at = ['rules', i];
  const quiet = (rule.customer ?? (rule.category === 'jargon' ? 'quiet' : 'ignore')) === 'quiet';
  const swaps = Object.entries(rule.swap);
  return {
    place: at,
    known: {
      id: rule.id, kind: 'wording', mark: rule.category, ...onlyOf(rule.lang), why: rule.why, ...(swaps.length > 0 ? { swaps: swaps.map(([, to]) => to) } : { say: rule.say }),
      ...(rule.example === null ? {} : { example: rule.example }), ...(rule.whole ? { whole: true } : {}), ...(quiet ? { quiet: true } : {}),
    },
    patterns: [
      ...numbered(rule.find, [...at, 'find']), ...swaps.map(([text], pair) => ({ text, pair, place: [...at, 'swap', text] })),
      ...numbered(rule.unless, [...at, 'unless']).map((one) => ({ ...one, unless: true as const })),
    ],
  };
}

/** A term as it stands: signs of the pattern language mean nothing in it, and capitals count where it has them ("SLA", not "sla"). */
export function termPattern(term: string): string {
  return term.replace(/[()[\]{}|^$_#*=<>.…]/g, ' ').split(/\s+/).filter((word) => word !== '').map((word) => (/\p{Lu}.*\p{Lu}/u.test(word) ? `=${word}` : word)).join(' ');
}

function termEntry({ id, lang, term, forms, plain, explanation }: PackTerm, i: number): Draft {
  const at = ['glossary', i];
  return {
    place: at,
    known: { id, kind: 'wording', mark: 'jargon', ...onlyOf(lang), say: plain, why: explanation ?? plainReason(lang), quiet: true },
    patterns: [{ text: termPattern(term), place: [...at, 'term'] }, ...numbered(forms, [...at, 'forms'])],
  };
}

function cueEntry({ id, lang, emotion, stake, weight, find, unless }: PackCue, i: number): Draft {
  const at = ['cues', i];
  return {
    place: at,
    known: { id, kind: emotion === null ? 'stake' : 'emotion', mark: emotion ?? stake ?? '', ...onlyOf(lang), weight },
    patterns: [...numbered(find, [...at, 'find']), ...numbered(unless, [...at, 'unless']).map((one) => ({ ...one, unless: true as const }))],
  };
}

function needEntry({ id, lang, words }: PackPhrase, i: number): Draft {
  const at = ['phrases', i];
  return { place: at, known: { id: `needs.${id}`, kind: 'situation', mark: `phrase:${id}`, ...onlyOf(lang) }, patterns: numbered(words, [...at, 'words']) };
}

function phraseOf({ id, lang, title, text, tags, shortcut, at, for: { emotions, stakes, situations }, needs, words, gives, offer }: PackPhrase): KnownPhrase {
  return {
    id, lang, title, emotions, stakes, situations, gives, at, tags, shortcut, text: text as KnownPhrase['text'],
    ...(needs.length === 0 ? {} : { needs: needs.map((group) => group.split('|').map((one) => one.trim())) }),
    ...(words.length === 0 ? {} : { words: true as const }), ...(offer === 'search' ? { offer } : {}),
  };
}

/** An article of the team: found by its title and tags, and put in with its address. Braces in addresses are refused, so none is a variable. */
function linkOf({ id, lang, title, url, text, tags, shortcut }: PackLink): KnownPhrase {
  const said = text === null ? `${title.replace(/[{}]/g, '')}: ${url}` : text.includes('{url}') ? text.replaceAll('{url}', () => url) : `${text} ${url}`;
  return { id, lang, title, emotions: [], stakes: [], situations: ['self-service'], gives: [], at: 'middle', tags, shortcut, text: said, offer: 'search' };
}
