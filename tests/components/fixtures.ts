/** A made-up reply and ledger to show, and a door to a world that answers from them. */
import type { AssetName, CatalogueRule } from '../../utils/rules';
import type { Door, From, PanelPush } from '../../components/panel';
import { makeStrings } from '../../components/shared';
import type { Reader } from '../../components/shared';
import type { Analysis, CheckName, Span } from '../../utils/language';
import type { ExportedFile, FigureLine, PromiseRecord, PromisesFound, PromiseSearch, PromiseView, ReplyView, RequestName, Requests, RestoreOutcome, Settings } from '../../utils/messages/protocol';
import en from '../../public/_locales/en/messages.json';
import pl from '../../public/_locales/pl/messages.json';
import ptBR from '../../public/_locales/pt_BR/messages.json';
import ptPT from '../../public/_locales/pt_PT/messages.json';

export type Locale = 'en' | 'pt-BR' | 'pt-PT' | 'pl';
export const LOCALES: Readonly<Record<Locale, Readonly<Record<string, { message: string }>>>> = { en, 'pt-BR': ptBR, 'pt-PT': ptPT, pl };

/** Chrome's placeholders in braces, as the background answers them. */
export const flat = (locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(LOCALES[locale]).map(([key, { message }]) => [key, message.replace(/\$(\w+?)\$/g, (_, name: string) => `{${name.toLowerCase()}}`)]));
export const stringsOf = (locale: Locale) => makeStrings(locale, flat(locale));

/** Wednesday, 2 December 2026, 10:00 in Lisbon. */
export const NOW = '2026-12-02T10:00:00Z';
export const ZONE = 'Europe/Lisbon';
export const TAB = 7;

export const SETTINGS: Settings = {
  language: 'en', portuguese: 'pt-PT', hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' }, holidays: null, teamDaysOff: [],
  replyTargetHours: 24, agent: { name: null, gender: null }, silenced: [], taught: [], theme: 'system', panel: {}, reminders: { lead: {}, quiet: null }, backup: 'off',
  palette: { trigger: ';;', expand: true },
};

const MESSAGE = 'This is the third time I am writing and I am fed up. When will the refund arrive? Who is dealing with this? I need it by Friday.';
const DRAFT = 'Dear Hannah, as per our policy we process the RMA soon. I will call you tomorrow at 3 pm. We will get back to you soon.';

export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`fixture: "${words}" is not in the text`);
  return { start, end: start + words.length };
}

export const ANALYSIS: Analysis = {
  lang: 'en',
  reading: {
    emotion: 'frustrated',
    emotions: { calm: 0, frustrated: 0.8, angry: 0.2, anxious: 0, confused: 0, disappointed: 0, grateful: 0 },
    cues: [{ ...spanOf(MESSAGE, 'fed up'), emotion: 'frustrated' }],
    stakes: [{ ...spanOf(MESSAGE, 'the third time'), kind: 'repeat' }, { ...spanOf(MESSAGE, 'by Friday'), kind: 'deadline' }],
    questions: [
      { ...spanOf(MESSAGE, 'When will the refund arrive?'), answered: false },
      { ...spanOf(MESSAGE, 'Who is dealing with this?'), answered: true },
    ],
  },
  findings: [
    { ...spanOf(DRAFT, 'as per our policy'), rule: 'cold.per-policy', category: 'robotic', message: 'Points at a rulebook instead of at the person.', suggestions: ['here is what I can do', 'this is how it works'] },
    { ...spanOf(DRAFT, 'RMA'), rule: 'jargon.rma', category: 'jargon', message: 'A word from inside the company.', suggestions: ['return'] },
    { ...spanOf(DRAFT, 'soon'), rule: 'vague.soon', category: 'dismissive', message: 'They hear that nobody knows when.', suggestions: [] },
  ],
  dimensions: {
    matter: { score: 2 / 3, present: ['next_step', 'clarity'], missing: ['answer'], evidence: {} },
    person: {
      score: 2 / 6, present: ['greeting_name', 'ownership'], missing: ['acknowledge_feeling', 'own_words', 'courtesy', 'warm_close'] satisfies CheckName[],
      evidence: { greeting_name: [spanOf(DRAFT, 'Dear Hannah')] },
    },
    process: { score: 1, present: ['what_next', 'by_when', 'who', 'follow_up_offer'], missing: [], evidence: { by_when: [spanOf(DRAFT, 'tomorrow at 3 pm')] } },
  },
};

const promise = (words: string, rest: Partial<PromiseView>): PromiseView => ({
  ...spanOf(DRAFT, words), kind: 'callback', deferred: true, conditional: false, due: null, dueSpan: null, alternatives: [],
  confidence: 0.9, vague: false, text: words, kept: null, dismissed: false, ...rest,
});

export const TOMORROW_AT_THREE = { start: '2026-12-03T15:00:00+00:00', end: '2026-12-03T15:00:00+00:00', precision: 'minute' } as const;

const at = (iso: string) => ({ start: iso, end: iso, precision: 'minute' }) as const;
export const TOMORROW_AT_TEN = at('2026-12-03T10:00:00+00:00');
export const AT_THREE = at('2026-12-02T15:00:00+00:00');
export const AT_THREE_AT_NIGHT = at('2026-12-03T03:00:00+00:00');

export function sampleView(change: Partial<ReplyView> = {}): ReplyView {
  return {
    key: 'a', revision: 1, host: { id: 'practice', name: 'Practice inbox', level: 'full', missing: [] },
    conversation: { host: 'practice', id: 'en-refund', url: 'chrome-extension://x/practice.html#/conversation/en-refund', title: 'Refund' },
    customer: { name: 'Hannah Brooks', address: 'hannah.brooks@customer.test', message: MESSAGE, since: '2026-12-02T05:00:00Z' },
    internal: false, draft: DRAFT, analysis: ANALYSIS,
    promises: [
      promise('I will call you tomorrow at 3 pm', { due: TOMORROW_AT_THREE }),
      promise('We will get back to you soon', { kind: 'reply', vague: true }),
    ],
    suggestions: [
      { phrase: 'ack.third-time', text: 'I can see this is the third time you have had to ask, Hannah, and I am sorry it came to that.', why: 'She has written before and is frustrated.', gives: ['acknowledge_feeling'] },
      { phrase: 'close.warm', text: 'I will stay with this until the money is back on your card.', why: 'A closing that is more than a formula.', gives: ['warm_close'] },
    ],
    from: {}, left: [], state: 'ready', problem: null, sentUnconfirmed: [], clipboard: false, signs: { kept: [], solved: null }, ...change,
  };
}

export function sampleRecord(id: string, change: Partial<PromiseRecord> = {}): PromiseRecord {
  return {
    id, createdAt: '2026-12-01T10:00:00Z', updatedAt: '2026-12-01T10:00:00Z', status: 'open', kind: 'callback',
    text: 'I will call you on Wednesday morning.', lang: 'en', conditional: false, due: TOMORROW_AT_THREE, alternatives: [], zone: ZONE,
    conversation: { host: 'practice', id: 'en-other', url: 'chrome-extension://x/practice.html#/conversation/en-other', title: 'Lost parcel' },
    customer: { name: 'João Silva', address: 'joao.silva@customer.test' }, rang: [], snoozedUntil: null, previous: null, history: [], ...change,
  };
}

const rule = (id: string, category: string, flags: string, only: 'pt-BR' | 'pt-PT' | null = null): CatalogueRule => ({
  id, category, only, why: `Why ${id}.`, flags, passes: 'A plain sentence.', advice: 'say it plainly',
});
/** A few rules of each language. */
export const CATALOGUE: Readonly<Record<AssetName, readonly CatalogueRule[]>> = {
  en: [rule('jargon.rma', 'jargon', 'Open an <RMA>.'), rule('robotic.policy', 'robotic', '<As per our policy> no.')],
  pt: [rule('jargon.protocolo', 'jargon', 'O <protocolo> é 7.', 'pt-BR'), rule('jargon.portes', 'jargon', 'Os <portes> são 4 €.', 'pt-PT')],
  pl: [],
};

/** Reads "tomorrow 10" and "3" (either half of the day), and of a line the customer after "call" and the words after "re". */
export const READER: Reader = {
  when: (text) => (text.includes('tomorrow') ? [TOMORROW_AT_TEN] : /^3$/u.test(text) ? [AT_THREE, AT_THREE_AT_NIGHT] : []),
  until: (due) => due.start,
  log: (line) => {
    const customer = /^call ([A-Z]\S+ [A-Z]\S+|\S+@\S+)/u.exec(line)?.[1] ?? null;
    const address = customer?.includes('@') ? customer : null;
    const doubtful = / 3\/12\b/u.test(line);
    return {
      kind: line.startsWith('call') ? 'callback' : 'other',
      what: /\bre (.+)$/u.exec(line)?.[1] ?? '',
      customer, address, name: address === null ? customer : null,
      due: line.includes('tomorrow') ? TOMORROW_AT_TEN : / at 3\b/u.test(line) ? AT_THREE : null,
      alternatives: / at 3\b/u.test(line) ? [AT_THREE_AT_NIGHT] : doubtful ? [TOMORROW_AT_TEN, AT_THREE_AT_NIGHT] : [],
      doubt: doubtful ? 'day-month' : line.includes('yesterday') ? 'past' : null,
    };
  },
};

const CLOSED = ['kept', 'dropped', 'broken', 'moved', 'handed-over'];
/** Rows of one page where the asker names no other limit; few, so that a test sees a second one. */
const PAGE = 50;

/** As the background searches, without its indexes. */
function searched(records: readonly PromiseRecord[], { text, which, from, to, after, limit = PAGE }: PromiseSearch): PromisesFound {
  const end = ({ due }: PromiseRecord) => (due ? Temporal.Instant.from(due.end).epochMilliseconds : Number.POSITIVE_INFINITY);
  const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
  const days = (record: PromiseRecord) => (record.due ? Temporal.Instant.from(record.due.end).toZonedDateTimeISO(ZONE).toPlainDate().toString() : '');
  const today = Temporal.Instant.from(NOW).toZonedDateTimeISO(ZONE).toPlainDate().toString();
  const of: Record<PromiseSearch['which'], (record: PromiseRecord) => boolean> = {
    all: () => true, open: ({ status }) => status === 'open', tentative: ({ status }) => status === 'tentative', kept: ({ status }) => status === 'kept',
    broken: ({ status }) => status === 'broken', closed: ({ status }) => CLOSED.includes(status),
    overdue: (record) => record.status === 'open' && end(record) < at(NOW), today: (record) => record.status === 'open' && days(record) === today,
    week: (record) => record.status === 'open' && days(record) >= today && days(record) <= '2026-12-06',
  };
  const fold = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gu, 'l').toLowerCase();
  const has = (record: PromiseRecord) => fold(text).split(/\s+/u).every((word) => fold([record.text, record.customer?.name, record.customer?.address].join(' ')).includes(word));
  const found = records.filter((record) => of[which](record) && has(record) && (!from || end(record) >= at(from)) && (!to || end(record) < at(to)));
  const start = Number(after ?? 0);
  const count = (name: keyof PromisesFound['counts']) => records.filter(of[name]).length;
  return {
    promises: found.slice(start, start + limit),
    more: start + limit < found.length ? String(start + limit) : null,
    counts: { overdue: count('overdue'), today: count('today'), week: count('week'), open: count('open'), tentative: count('tentative') },
  };
}

/** Answers of a test's own, by request. */
export type Answers = { [N in RequestName]?: (ask: Requests[N]['ask']) => Requests[N]['answer'] };
export interface World {
  answers: Answers;
  locale: Locale;
  settings: Settings;
  records: readonly PromiseRecord[];
  /** Which of `records` are due. */
  due: readonly string[];
  commandOk: boolean;
  figures: readonly FigureLine[];
  restore: RestoreOutcome;
  /** What the agent usually keeps in a day. */
  usual: number | null;
  /** Thrown by every request. */
  error: Error | null;
}

/** A door whose requests are answered from `world` and noted in `asked`; `push` plays a push from the watched tab. */
export function fakeDoor(change: Partial<World> = {}) {
  const world: World = { answers: {}, locale: 'en', settings: SETTINGS, records: [], due: [], commandOk: true, error: null, figures: [], restore: { add: 0, update: 0, same: 0, bad: [], applied: false }, usual: null, ...change };
  const asked: { name: RequestName; ask: unknown }[] = [];
  const ears = new Set<(push: PanelPush, from: From) => void>();
  const answers: Answers = {
    'panel.hello': () => ({ tab: TAB }),
    'panel.ready': () => ({ ok: true }),
    'site.here': () => ({ state: 'known', site: null, name: 'mail.example.com' }),
    'site.taught': () => ({ sites: [] }),
    'settings.get': () => world.settings,
    'settings.set': ({ change: part }) => (world.settings = { ...world.settings, ...part }),
    'strings.get': ({ language }) => ({ language: language ?? world.locale, strings: flat(language ?? world.locale) }),
    'reply.command': () => ({ ok: world.commandOk }),
    'catalogue.get': ({ asset }) => ({ json: JSON.stringify(CATALOGUE[asset]) }),
    'promise.open': () => ({ opened: 'tab' }),
    'policy.get': () => ({ managed: false, problems: [], settings: [], daysOff: [] }),
    'pack.list': () => ({ packs: [], off: [] }),
    'store.back': () => ({ back: null }),
    'promise.around': ({ from, to }) => ({
      promises: world.records.filter(({ status, due }) => status === 'open' && due !== null && due.end >= from && due.end <= to),
    }),
    'promise.change': ({ id }) => world.records.find((record) => record.id === id) ?? sampleRecord(id),
    'promise.search': (ask) => searched(world.records, ask),
    'promise.load': ({ day }) => ({
      open: world.records.filter(({ status, due }) => status === 'open' && due !== null && Temporal.Instant.from(due.end).toZonedDateTimeISO(ZONE).toPlainDate().toString() === day).length,
      usual: world.usual,
    }),
    'promise.chain': ({ id }) => ({ promises: world.records.filter((record) => record.id.split('#')[0] === id.split('#')[0]).sort((a, b) => a.id.localeCompare(b.id)) }),
    'promise.change-many': ({ ids }) => ({ changed: world.records.filter((record) => ids.includes(record.id)), refused: [] }),
    'promise.add': ({ promise: draft }) => sampleRecord(draft.id, draft),
    'promise.export': ({ format }): ExportedFile => ({ name: `keepword.${format}`, mime: 'text/plain', text: format }),
    'promise.restore': ({ apply }) => ({ ...world.restore, applied: apply }),
    'figures.get': () => ({ rows: world.figures }),
    'promise.list': ({ which, customer }) => {
      const due = world.records.filter((record) => world.due.includes(record.id));
      const kept = which === 'due' ? due : world.records.filter((record) => (which === 'closed' ? CLOSED.includes(record.status) : record.status === which));
      const promises = customer === undefined ? kept : kept.filter((record) => record.customer?.address === customer);
      return { promises, next: world.records.find((record) => record.status === 'open' && !world.due.includes(record.id)) ?? null, dueToday: due.length };
    },
  };
  const door: Door = {
    ask: (name, ask) => {
      asked.push({ name, ask });
      const answer = world.answers[name] ?? answers[name];
      if (world.error) return Promise.reject(world.error);
      return answer ? Promise.resolve(answer(ask)) : Promise.reject(new Error(`fake door: no answer to ${name}`));
    },
    listen: (hear, signal) => {
      ears.add(hear);
      signal.addEventListener('abort', () => ears.delete(hear));
    },
    onElsewhere: () => undefined,
    sites: { request: async () => true, remove: async () => true },
    now: () => NOW, zone: () => ZONE, preferred: ['en-GB'], framed: true, tab: null, reader: async () => READER, page: (path) => `/${path}`,
  };
  return {
    door, world, asked,
    push: (push: PanelPush, from: From = { tab: TAB, frame: 0 }) => ears.forEach((hear) => hear(push, from)),
    commands: () => asked.filter(({ name }) => name === 'reply.command').map(({ ask }) => (ask as Requests['reply.command']['ask']).command),
    /** What was asked under a name. */
    asks: <N extends RequestName>(wanted: N) => asked.filter(({ name }) => name === wanted).map(({ ask }) => ask as Requests[N]['ask']),
    changes: () => asked.filter(({ name }) => name === 'promise.change').map(({ ask }) => ask as Requests['promise.change']['ask']),
  };
}
