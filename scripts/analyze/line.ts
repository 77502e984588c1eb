/** One line of the command: read, checked, analysed. The shape is that of README.md, "The command line". */
import 'temporal-polyfill/global';
import { analyse, identify } from '../../utils/language';
import type { Lang, Language } from '../../utils/language';
import { find, holidaysOf } from '../../utils/promises';
import type { Clock, WorkingHours } from '../../utils/promises';
import type { Phrases } from '../../utils/phrases';

export interface Line {
  readonly id: unknown;
  readonly draft: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
  readonly lang: Lang | 'pt' | 'auto';
  readonly clock: Clock;
}
/** Where and when the command runs, for lines that do not say. */
export interface Here {
  readonly now: string;
  readonly zone: string;
  /** What packs say, for lines that do not. */
  readonly hours?: WorkingHours | null;
  readonly holidays?: readonly string[];
}

/** A language made ready, with its phrases. */
export interface Reader {
  readonly language: Language;
  readonly phrases: Phrases;
}

const LANGS = ['en', 'pt-BR', 'pt-PT', 'pl', 'pt', 'auto'] as const;
const COUNTRIES = ['PL', 'PT', 'BR', 'US', 'GB'] as const;
const HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' };
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** Holidays are looked up so many days ahead: no promise reaches further. */
const AHEAD = 800;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON of one line → what to analyse. Throws an Error that says what is wrong. */
export function readLine(value: unknown, here: Here): Line {
  if (!isRecord(value)) throw new Error('not a JSON object');
  const text = (name: string): string | null => {
    const field = value[name];
    if (field === undefined || field === null) return null;
    if (typeof field !== 'string') throw new Error(`${name} is not a string`);
    return field;
  };
  const draft = text('draft'), customer = text('customer');
  if (draft === null && customer === null) throw new Error('neither draft nor customer is given');
  const lang = text('lang') ?? 'auto';
  const known = LANGS.find((one) => one === lang);
  if (known === undefined) throw new Error(`lang is one of ${LANGS.join(', ')}`);
  return { id: value['id'] ?? null, draft, customer, customerName: text('customerName'), lang: known, clock: readClock(value, text, here) };
}

function readClock(value: Record<string, unknown>, text: (name: string) => string | null, here: Here): Clock {
  const now = text('now') ?? here.now, zone = text('timeZone') ?? here.zone;
  let today: Temporal.ZonedDateTime;
  try {
    today = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  } catch {
    throw new Error(`now is an ISO instant with offset and timeZone an IANA zone, not ${JSON.stringify(now)} in ${JSON.stringify(zone)}`);
  }
  return { now, zone, hours: readHours(value['workingHours'], here.hours ?? HOURS), holidays: readHolidays(value['holidays'], here.holidays ?? [], today) };
}

function readHours(hours: unknown, usual: WorkingHours): WorkingHours {
  if (hours === undefined || hours === null) return usual;
  if (!isRecord(hours)) throw new Error('workingHours is not an object');
  const { days = HOURS.days, start = HOURS.start, end = HOURS.end } = hours;
  const good = Array.isArray(days) && days.length > 0 && days.every((day) => Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7);
  if (!good) throw new Error('workingHours.days is a list of 1 (Monday) to 7 (Sunday)');
  if (typeof start !== 'string' || typeof end !== 'string' || !TIME.test(start) || !TIME.test(end) || start >= end) throw new Error('workingHours.start and end are "HH:MM", the start first');
  return { days: days.map(Number), start, end };
}

function readHolidays(holidays: unknown, usual: readonly string[], today: Temporal.ZonedDateTime): ReadonlySet<string> {
  if (holidays === undefined || holidays === null) return new Set(usual);
  if (Array.isArray(holidays)) {
    return new Set(holidays.map((day) => {
      try {
        return Temporal.PlainDate.from(String(day)).toString();
      } catch {
        throw new Error(`holidays: ${JSON.stringify(day)} is no date`);
      }
    }));
  }
  const country = COUNTRIES.find((one) => one === holidays);
  if (country === undefined) throw new Error(`holidays is a list of dates or one of ${COUNTRIES.join(', ')}`);
  const date = today.toPlainDate();
  return new Set(holidaysOf(country, date.subtract({ days: 31 }).toString(), date.add({ days: AHEAD }).toString()));
}

/** The language of a line: as given, else that of the draft; a draft too short to tell follows the customer. */
export function langOf({ lang, draft, customer, zone }: Pick<Line, 'lang' | 'draft' | 'customer'> & { readonly zone: string }): Lang {
  if (lang !== 'auto' && lang !== 'pt') return lang;
  const found = identify(draft ?? customer ?? '');
  const theirs = customer === null ? null : identify(customer);
  const chosen = found.confidence < 0.3 && theirs !== null && theirs.confidence > found.confidence ? theirs : found;
  if (lang === 'auto' && !chosen.lang.startsWith('pt')) return chosen.lang;
  // Both write from the same country, in most cases the one whose clock is on the wall.
  const place = placeOf(zone);
  const country = found.country + (draft === null ? 0 : THEIRS * (theirs?.country ?? 0)) + (place === null ? 0 : place === 'pt-BR' ? PLACE : -PLACE);
  return country < 0 ? 'pt-PT' : 'pt-BR';
}
/** What the customer's marks of a country weigh beside the draft's, and what the zone weighs beside one mark. */
const THEIRS = 0.6;
const PLACE = 1;

const PORTUGAL = /^(?:Europe\/Lisbon|Portugal|Atlantic\/(?:Azores|Madeira|Cape_Verde)|Africa\/(?:Luanda|Maputo|Bissau|Sao_Tome)|Asia\/(?:Macau|Macao|Dili))$/;
const BRAZIL = /^(?:Brazil\/.+|America\/(?:Sao_Paulo|Bahia|Fortaleza|Recife|Belem|Manaus|Cuiaba|Campo_Grande|Porto_Velho|Rio_Branco|Porto_Acre|Boa_Vista|Maceio|Araguaina|Santarem|Eirunepe|Noronha))$/;
/** Whose Portuguese is written in a zone; null where none is. */
function placeOf(zone: string): 'pt-BR' | 'pt-PT' | null {
  return PORTUGAL.test(zone) ? 'pt-PT' : BRAZIL.test(zone) ? 'pt-BR' : null;
}

/** A customer who writes in another language than the reply is read in theirs, where that is beyond doubt. */
function theirLang({ draft, customer }: Pick<Line, 'draft' | 'customer'>, lang: Lang): Lang {
  if (draft === null || customer === null) return lang;
  const found = identify(customer);
  return found.confidence >= SURE && found.lang.slice(0, 2) !== lang.slice(0, 2) ? found.lang : lang;
}
const SURE = 0.5;

/** What goes out for a line, without its id. */
export function analyseLine(line: Line, readerOf: (lang: Lang) => Reader): Record<string, unknown> {
  const lang = langOf({ ...line, zone: line.clock.zone });
  const { language, phrases } = readerOf(lang);
  const promises = line.draft === null ? [] : find(language, line.draft, line.clock);
  const theirs = theirLang(line, lang);
  const customerLanguage = theirs === lang ? null : readerOf(theirs).language;
  const analysis = analyse(language, { draft: line.draft, customer: line.customer, customerName: line.customerName, promises, customerLanguage });
  const dimensions = analysis.dimensions === null ? null : Object.fromEntries(Object.entries(analysis.dimensions).map(([name, { score, present, missing }]) => [name, { score, present, missing }]));
  const suggestions = phrases.suggest({ language, analysis, draft: line.draft, customer: line.customer, customerName: line.customerName });
  return {
    lang, reading: analysis.reading, findings: analysis.findings,
    promises: promises.map(({ start, end, kind, deferred, conditional, due, dueSpan, alternatives, confidence }) => ({ start, end, kind, deferred, conditional, due, dueSpan, alternatives, confidence })),
    dimensions, suggestions: suggestions.map(({ phrase, text, why }) => ({ phrase, text, why })),
  };
}
