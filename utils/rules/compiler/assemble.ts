/** What the folders of one language say → compiled knowledge. */
import { fold } from '../fold';
import { GraphBuilder } from './graph';
import { PatternError, parseInContext, parsePattern } from './pattern';
import type { Pattern } from './pattern';
import type { LanguageSource, RuleError, Source } from './source';
import type { PhraseEntry, RuleEntry } from '../schema';
import type { EntryKind, Knowledge, KnownEntry, KnownPhrase } from '../types';

/** Compiles one language. What is at fault is left out and told in `errors` (with those of the reading). */
export function assemble(source: LanguageSource): { knowledge: Knowledge; errors: RuleError[] } {
  const errors: RuleError[] = [...source.errors];
  const sets = parseSets(source, errors);
  const builder = new GraphBuilder();
  const entries: KnownEntry[] = [];
  for (const item of source.entries) {
    const index = entries.length;
    const known = knownEntry(item);
    entries.push(known);
    const scope = sets.get(item.home) ?? new Map<string, Pattern>();
    const add = (text: string, field: string, pair: number, role: 0 | 1): void => {
      try {
        const { pattern, before, after } = parseInContext(text);
        builder.add(pattern, text, scope, { entry: index, pair, role, context: before * 16 + after });
      } catch (error) {
        errors.push({ file: item.file, entry: item.entry.id, field, problem: error instanceof Error ? error.message : String(error) });
      }
    };
    const { entry } = item;
    if ('find' in entry) entry.find?.forEach((text, i) => add(text, `find.${i}`, -1, 0));
    if ('swap' in entry && entry.swap !== undefined) Object.keys(entry.swap).forEach((text, i) => add(text, `swap.${text}`, i, 0));
    entry.unless?.forEach((text, i) => add(text, `unless.${i}`, -1, 1));
  }
  addNeeds(source, sets, builder, entries, errors);
  const lists: Record<string, readonly string[]> = {};
  for (const [name, words] of Object.entries(source.lists)) lists[name] = words.map((word) => word.normalize('NFC'));
  const names = new Map(Object.entries(source.names).map(([name, known]) => [fold(name), known]));
  return { knowledge: { name: source.name, entries, graph: builder.finish(), phrases: source.phrases.map(knownPhrase), lists, names }, errors };
}

/** The words a phrase needs in the customer's message become entries of their own, marked by the phrase. */
function addNeeds(source: LanguageSource, sets: ReadonlyMap<string, Map<string, Pattern>>, builder: GraphBuilder, entries: KnownEntry[], errors: RuleError[]): void {
  for (const { entry, home, file, only } of source.phrases) {
    if (entry.needs === undefined || Array.isArray(entry.needs) || entry.needs.words === undefined) continue;
    const index = entries.push({ id: `needs.${entry.id}`, kind: 'situation', mark: `phrase:${entry.id}`, ...(only === null ? {} : { only }) }) - 1;
    entry.needs.words.forEach((text, i) => {
      try {
        builder.add(parsePattern(text), text, sets.get(home) ?? new Map<string, Pattern>(), { entry: index, pair: -1, role: 0, context: 0 });
      } catch (error) {
        errors.push({ file, entry: entry.id, field: `needs.words.${i}`, problem: error instanceof Error ? error.message : String(error) });
      }
    });
  }
}

/** By language folder: its own sets over those of the folder the asset is named after. */
function parseSets(source: LanguageSource, errors: RuleError[]): Map<string, Map<string, Pattern>> {
  const result = new Map<string, Map<string, Pattern>>();
  const homes = new Set([source.name, ...source.sets.keys(), ...source.entries.map((item) => item.home), ...source.phrases.map((item) => item.home)]);
  for (const home of homes) {
    const scope = new Map(result.get(source.name) ?? []);
    for (const [name, members] of source.sets.get(home) ?? []) {
      const parts: Pattern[] = [];
      for (const member of members) {
        try {
          parts.push(parsePattern(member));
        } catch (error) {
          const problem = error instanceof PatternError ? error.message : String(error);
          errors.push({ file: `${home}/sets.yaml`, entry: name, field: member, problem });
        }
      }
      scope.set(name, { type: 'choice', parts });
    }
    result.set(home, scope);
  }
  return result;
}

function kindAndMark(entry: RuleEntry): { kind: EntryKind; mark: string } {
  if ('category' in entry) return { kind: 'wording', mark: entry.category };
  if ('ask' in entry) return { kind: 'ask', mark: entry.ask };
  if ('check' in entry) return { kind: 'check', mark: entry.check };
  if ('commit' in entry) return { kind: 'commit', mark: entry.commit };
  if ('clause' in entry) return { kind: 'clause', mark: entry.clause };
  if ('situation' in entry) return { kind: 'situation', mark: entry.situation };
  return entry.emotion === undefined ? { kind: 'stake', mark: entry.stake ?? '' } : { kind: 'emotion', mark: entry.emotion };
}

function knownEntry({ entry, only }: Source<RuleEntry>): KnownEntry {
  const { kind, mark } = kindAndMark(entry);
  const known = { id: entry.id, kind, mark, ...(only === null ? {} : { only }) };
  if ('category' in entry) {
    return {
      ...known, why: entry.why,
      ...(entry.say === undefined ? {} : { say: entry.say }),
      ...(entry.swap === undefined ? {} : { swaps: Object.values(entry.swap).map((to) => (typeof to === 'string' ? [to] : to)) }),
      ...(entry.example === undefined ? {} : { example: entry.example }),
      ...(entry.whole === true ? { whole: true } : {}),
      ...((entry.customer ?? (entry.category === 'jargon' ? 'quiet' : 'ignore')) === 'quiet' ? { quiet: true } : {}),
    };
  }
  if ('weight' in entry || kind === 'emotion' || kind === 'stake') return { ...known, weight: 'weight' in entry ? entry.weight ?? 0.6 : 0.6 };
  return 'deferred' in entry && entry.deferred === false ? { ...known, deferred: false } : known;
}

function knownPhrase({ entry, only, home }: Source<PhraseEntry>): KnownPhrase {
  const lang = only ?? home as KnownPhrase['lang'];
  const text = typeof entry.text === 'string' ? entry.text
    : Object.fromEntries(Object.entries(entry.text).filter((pair): pair is [string, string] => pair[1] !== undefined));
  const { needs } = entry;
  const shown = needs === undefined ? [] : Array.isArray(needs) ? needs : needs.shown;
  return {
    id: entry.id, lang, title: entry.title, emotions: entry.for.emotions, stakes: entry.for.stakes, situations: entry.for.situations,
    gives: entry.gives, at: entry.at, tags: entry.tags, shortcut: entry.shortcut ?? null, text,
    ...(shown.length === 0 ? {} : { needs: shown.map((group) => group.split('|').map((name) => name.trim())) }),
    ...(needs !== undefined && !Array.isArray(needs) && needs.words !== undefined ? { words: true } : {}),
    ...(entry.offer === undefined ? {} : { offer: entry.offer }),
  };
}
