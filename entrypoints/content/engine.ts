import { analyse, createLanguage, fold, identify, loadKnowledge, type Analysis, type AssetName, type Lang, type Language } from '../../utils/language';
import { createPhrases, foreignLanguages, leftIn, ruleOfLeft, variablesOf, type Left, type Phrases, type Suggestion } from '../../utils/phrases';
import { clockOf, find, replySigns, type Clock, type FoundPromise, type ReplySigns } from '../../utils/promises';
import type { Settings } from '../../utils/messages/protocol';
import type { Services } from './services';

/** One reply, as it stands. */
export interface Asked {
  readonly draft: string;
  readonly customer: string | null;
  readonly customerName: string | null;
  /** Their address, and what the editor holds of the thread: who is named there may be greeted. */
  readonly customerAddress?: string | null;
  readonly thread?: () => readonly string[];
  readonly settings: Settings;
  readonly now: string;
  readonly zone: string;
  /** Phrases this customer got last time. */
  readonly lastUsed: readonly string[];
}
export interface Found {
  readonly language: Language;
  readonly analysis: Analysis;
  readonly promises: readonly FoundPromise[];
  readonly suggestions: readonly Suggestion[];
  /** The library of that language, and what this customer got of it last time. */
  readonly phrases: Phrases;
  readonly lastUsed: readonly string[];
  /** What is still to fill in. */
  readonly left: readonly Left[];
  /** What the draft says of earlier promises. */
  readonly signs: ReplySigns;
}

interface Loaded {
  readonly language: Language;
  readonly phrases: Phrases;
}

/** The engine in the tab: pure calls, and the knowledge they need, asked for once a language. */
export class Engine {
  readonly #loaded = new Map<string, Promise<Loaded>>();
  #read: { readonly minute: string; readonly settings: Settings; readonly clock: Clock } | null = null;

  constructor(private readonly services: Services) {}

  /** @throws what asking for knowledge throws */
  async read(asked: Asked): Promise<Found> {
    const lang = languageOf(asked);
    const { language, phrases } = await this.#load(lang);
    const { draft, customer, customerName, settings } = asked;
    const promises = find(language, draft, this.#clock(asked));
    const silenced = new Set(settings.silenced), taught = new Set(settings.taught.map(fold));
    const analysis = analyse(language, { draft, customer, customerName, promises, silenced, taught });
    const suggestions = phrases.suggest({ analysis, language, draft, customer, customerName, lastUsed: asked.lastUsed, agent: settings.agent });
    const left = (await this.#left(asked, language, phrases)).filter((one) => !silenced.has(ruleOfLeft(one)));
    return { language, analysis, promises, suggestions, left, phrases, lastUsed: asked.lastUsed, signs: replySigns(language, draft, promises) };
  }

  /** A sentence in another language has that library asked for, once: rare, and then the phrase is known for what it is. */
  async #left({ draft, customer, customerName, customerAddress = null, thread = () => [], settings }: Asked, language: Language, phrases: Phrases): Promise<readonly Left[]> {
    const others = await Promise.all(foreignLanguages(language, draft).map((lang) => this.#load(lang).then((loaded) => loaded.phrases.all, () => [])));
    return leftIn({
      language, draft, customer, customerName, customerAddress, thread, phrases: phrases.all, others,
      variables: () => variablesOf({ language, draft, customer, customerName, agent: settings.agent }),
    });
  }

  /** Fetches a language before it is needed. */
  warm(lang: Lang): void {
    void this.#load(lang).catch(() => undefined);
  }

  /** The knowledge has changed: it is asked for anew when it is needed. */
  forget(): void {
    this.#loaded.clear();
  }

  #load(lang: Lang): Promise<Loaded> {
    const known = this.#loaded.get(lang);
    if (known) return known;
    const loading = this.services.knowledge(assetOf(lang)).then((json) => {
      const knowledge = loadKnowledge(json);
      const variety = lang === 'pt-BR' || lang === 'pt-PT' ? { variety: lang } : {};
      return { language: createLanguage(knowledge, variety), phrases: createPhrases(knowledge.phrases) };
    });
    this.#loaded.set(lang, loading);
    loading.catch(() => this.#loaded.delete(lang));
    return loading;
  }

  /**
   * The clock drafts are read by. It stays the same object for a minute, seconds left out: times are said in minutes at the finest,
   * and `promises` remembers by the clock what it worked out, so that a keystroke dates one promise and not all of them again.
   */
  #clock({ now, zone, settings }: Asked): Clock {
    const minute = now.slice(0, 'YYYY-MM-DDThh:mm'.length);
    if (this.#read?.minute !== minute || this.#read.settings !== settings || this.#read.clock.zone !== zone) {
      const whole = Temporal.Instant.from(now).round({ smallestUnit: 'minute', roundingMode: 'floor' }).toString();
      this.#read = { minute, settings, clock: clockOf(whole, zone, settings.hours, settings.holidays, settings.teamDaysOff) };
    }
    return this.#read.clock;
  }
}

export function assetOf(lang: Lang): AssetName {
  return lang === 'en' || lang === 'pl' ? lang : 'pt';
}

/** Words a draft needs before its own language counts against the customer's. */
const ENOUGH_WORDS = 4;

/** The draft's language; while it is too short to tell, the customer's; else the interface's. */
export function languageOf({ draft, customer, settings }: Pick<Asked, 'draft' | 'customer' | 'settings'>): Lang {
  const { portuguese } = settings;
  const otherwise = settings.language ?? 'en';
  const heard = customer === null ? null : identify(customer, { portuguese, otherwise });
  const own = identify(draft, { portuguese: heard?.lang === 'pt-BR' || heard?.lang === 'pt-PT' ? heard.lang : portuguese, otherwise });
  const words = draft.trim().split(/\s+/u).length;
  if (own.confidence > 0 && (words >= ENOUGH_WORDS || heard === null || heard.confidence === 0)) return own.lang;
  return heard !== null && heard.confidence > 0 ? heard.lang : own.lang;
}
