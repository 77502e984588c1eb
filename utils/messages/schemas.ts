import { z } from 'zod';
import { isOwnUrl } from '../browser';
import { EXPORT_FORMATS, PROMISE_STATUSES, SEARCHES, STAGES } from './protocol';
import type { PromiseRecord, ReplyCommand, RequestName, Requests, RestoreFault, Settings } from './protocol';
import { packAsks } from './schemas/packs';
import { siteAsks } from './schemas/sites';

/**
 * The protocol as it is checked. The annotations hold each schema to the type of the same name: a field added there
 * and not here does not compile.
 */

const LONG = 20_000;
/** Characters of a file to restore: 100,000 promises take some 80 million. */
const RESTORE_MOST = 400_000_000;
const text = (max: number) => z.string().max(max);
const id = z.string().min(1).max(200);
/** A refusal in plain English, and what it is called where the agent is told. */
const told = (error: string, fault: RestoreFault) => ({ error, params: { fault } });

/** An ISO instant with offset or Z, and one that exists. */
const instant = z.string().max(40).refine((value) => instantOrNull(value) !== null, told('is no ISO instant with offset', 'instant'));
/** Every row that comes out of the ledger names a zone, and there are few: asked once each. */
const zones = new Map<string, boolean>();
const zone = z.string().min(1).max(80).refine((value) => {
  const known = zones.get(value);
  if (known !== undefined) return known;
  const is = isZone(value);
  if (zones.size < 1_000) zones.set(value, is);
  return is;
}, told('is no time zone', 'zone'));
/** A conversation is opened in a tab later: web pages and our own only, no script in an address. */
const url = z.string().max(4_000).refine(
  (value) => (/^https?:/iu.test(value) && URL.canParse(value)) || isOwnUrl(value),
  told('is no http(s) address', 'address'),
);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no time of day "HH:MM"');
const lang = z.enum(['en', 'pt-BR', 'pt-PT', 'pl']);
const kind = z.enum(['callback', 'reply', 'send', 'refund', 'fix', 'check', 'visit', 'other']);

const due = z.object({ start: instant, end: instant, precision: z.enum(['minute', 'hour', 'part_of_day', 'day', 'week', 'month']) })
  .refine(({ start, end }) => {
    // Runs also where a field was refused already.
    const [from, to] = [instantOrNull(start), instantOrNull(end)];
    return from === null || to === null || Temporal.Instant.compare(from, to) <= 0;
  }, told('ends before it starts', 'order'));
const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const conversation = z.object({ host: text(200), id: text(1_000), url, title: text(1_000).nullable() });
const customer = z.object({ name: text(300).nullable(), address: text(500).nullable() });

const draftFields = {
  id, kind, lang, due: due.nullable(), zone,
  text: text(LONG),
  conditional: z.boolean(),
  alternatives: z.array(due).max(20),
  conversation: conversation.nullable(),
  customer: customer.nullable(),
};
const draft = z.object({ ...draftFields, status: z.enum(['open', 'tentative']) });

const history = z.object({
  at: instant,
  what: z.enum(['noticed', 'confirmed', 'sent', 'moved', 'snoozed', 'kept', 'broken', 'dropped', 'handed-over', 'reopened', 'rang', 'edited']),
  // An edited sentence stands here whole, with the name of its field before it.
  detail: text(LONG + 100).exactOptional(),
});
/** A promise as it must look when it comes out of the database. */
export const promiseRecord: z.ZodType<PromiseRecord> = z.object({
  ...draftFields,
  createdAt: instant,
  updatedAt: instant,
  status: z.enum(PROMISE_STATUSES),
  rang: z.array(z.enum(STAGES)),
  snoozedUntil: instant.nullable(),
  previous: id.nullable(),
  history: z.array(history),
});

const hours = z.object({ days: z.array(z.int().min(1).max(7)).max(7), start: clockTime, end: clockTime })
  .refine((value) => value.start < value.end, 'working hours end before they start');
const settingsFields = {
  language: lang.nullable(),
  portuguese: z.enum(['pt-BR', 'pt-PT']),
  hours,
  holidays: z.enum(['PL', 'PT', 'BR', 'US', 'GB']).nullable(),
  teamDaysOff: z.array(z.iso.date()).max(20_000),
  replyTargetHours: z.number().min(0.25).max(24 * 31),
  agent: z.object({ name: text(200).nullable(), gender: z.enum(['m', 'f']).nullable() }),
  silenced: z.array(text(200)).max(5_000),
  taught: z.array(text(200)).max(5_000),
  theme: z.enum(['system', 'light', 'dark']),
  panel: z.record(text(300), z.object({ width: z.number().min(100).max(2_000), open: z.boolean() })),
  reminders: z.object({
    lead: z.partialRecord(kind, z.int().min(0).max(7 * 24 * 60)),
    quiet: z.object({ start: clockTime, end: clockTime }).nullable(),
  }),
  palette: z.object({ trigger: z.string().regex(/^(?=.*[^\p{L}\p{N}])\S{1,4}$/u, 'is no trigger: one to four signs, no blank, not letters alone'), expand: z.boolean() }),
  backup: z.enum(['off', 'daily', 'weekly']),
};
/** One schema a field, so that one damaged field costs that field and no other. */
export const settingsShape: { readonly [F in keyof Settings]: z.ZodType<Settings[F]> } = settingsFields;

const settingsChange: z.ZodType<Partial<Settings>> = z.strictObject({
  language: settingsFields.language.exactOptional(),
  portuguese: settingsFields.portuguese.exactOptional(),
  hours: settingsFields.hours.exactOptional(),
  holidays: settingsFields.holidays.exactOptional(),
  replyTargetHours: settingsFields.replyTargetHours.exactOptional(),
  agent: settingsFields.agent.exactOptional(),
  silenced: settingsFields.silenced.exactOptional(),
  taught: settingsFields.taught.exactOptional(),
  theme: settingsFields.theme.exactOptional(),
  panel: settingsFields.panel.exactOptional(),
  reminders: settingsFields.reminders.exactOptional(),
  palette: settingsFields.palette.exactOptional(),
  backup: settingsFields.backup.exactOptional(),
});

const change: z.ZodType<Requests['promise.change']['ask']['change']> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('keep') }),
  z.object({ do: z.literal('break') }),
  z.object({ do: z.literal('drop') }),
  z.object({ do: z.literal('reopen') }),
  z.object({ do: z.literal('confirm'), due: due.nullable() }),
  z.object({ do: z.literal('move'), due }),
  z.object({ do: z.literal('snooze'), until: instant }),
  z.object({ do: z.literal('hand-over'), to: text(300) }),
  z.object({ do: z.literal('sent') }),
  z.object({ do: z.literal('unsent') }),
  z.object({ do: z.literal('edit'), text: text(LONG).exactOptional(), kind: kind.exactOptional(), customer: customer.nullable().exactOptional() }),
]);

const key = text(200);
const command: z.ZodType<ReplyCommand> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('show') }),
  z.object({ do: z.literal('replace'), key, span, expect: text(LONG), text: text(LONG) }),
  z.object({ do: z.literal('insert'), key, text: text(LONG), phrase: text(200).nullable() }),
  z.object({ do: z.literal('reveal'), key, span }),
  z.object({ do: z.literal('dismiss'), key, rule: text(200), text: text(LONG) }),
  z.object({ do: z.literal('keep'), key, start: z.int().min(0), due: due.nullable() }),
  z.object({ do: z.literal('not-a-promise'), key, start: z.int().min(0) }),
  z.object({ do: z.literal('silence'), rule: text(200) }),
  z.object({ do: z.literal('teach'), term: text(200) }),
  z.object({ do: z.literal('focus'), key }),
  z.object({ do: z.literal('diagnose'), key }),
  z.object({ do: z.literal('message'), key, from: z.enum(['selection', 'none']) }),
  z.object({ do: z.literal('teach-site') }),
  z.object({ do: z.literal('palette') }),
  z.object({ do: z.literal('slide'), open: z.boolean() }),
]);

const tab = z.int().min(0);
const nothing: z.ZodType<Record<string, never>> = z.strictObject({});

/** What each request may ask. */
export const asks: { readonly [N in RequestName]: z.ZodType<Requests[N]['ask']> } = {
  ...packAsks,
  ...siteAsks,
  'knowledge.get': z.object({ asset: z.enum(['en', 'pt', 'pl']) }),
  'catalogue.get': z.object({ asset: z.enum(['en', 'pt', 'pl']) }),
  'strings.get': z.object({ language: lang.nullable() }),
  'settings.get': nothing,
  'settings.set': z.object({ change: settingsChange }),
  'settings.follow': z.object({ field: z.enum(Object.keys(settingsFields) as (keyof Settings)[]) }),
  'promise.add': z.object({ promise: draft }),
  'promise.change': z.object({ id, change }),
  'promise.list': z.object({
    which: z.enum(['open', 'due', 'tentative', 'closed']),
    conversation: z.object({ host: text(200), id: text(1_000) }).exactOptional(),
    customer: text(500).exactOptional(),
    limit: z.int().min(1).max(500).exactOptional(),
  }),
  'promise.around': z.object({ from: instant, to: instant }),
  'promise.search': z.object({
    text: text(500),
    which: z.enum(SEARCHES),
    from: instant.exactOptional(),
    to: instant.exactOptional(),
    after: text(500).exactOptional(),
    limit: z.int().min(1).max(500).exactOptional(),
  }),
  'promise.chain': z.object({ id }),
  'promise.change-many': z.object({ ids: z.array(id).min(1).max(500), change }),
  'promise.load': z.object({ day: z.iso.date() }),
  'promise.export': z.object({ format: z.enum(EXPORT_FORMATS) }),
  'promise.restore': z.object({ text: text(RESTORE_MOST), apply: z.boolean() }),
  'figures.get': z.object({ weeks: z.int().min(1).max(520) }),
  'promise.open': z.object({ id }),
  'phrase.used': z.object({ phrase: id, conversation: text(1_000).nullable(), customer: text(500).nullable() }),
  'phrase.own': nothing,
  'phrase.favour': z.object({ phrase: id, on: z.boolean() }),
  'host.list': nothing,
  'store.back': nothing,
  'page.look': z.object({
    host: text(60), name: text(100),
    look: z.object({ data: text(20), place: z.int().min(0).max(0xffffffff), ranks: z.record(text(40), z.int().min(0).max(100)), failed: z.array(text(40)).max(60) }),
  }),
  'phrase.last': z.object({ customer: text(500) }),
  'panel.hello': z.object({ tab: tab.exactOptional() }),
  'panel.ready': z.object({ tab }),
  'panel.open-native': nothing,
  'reply.command': z.object({ to: z.union([z.object({ tab, frame: z.int().min(0) }), z.object({ tab })]), command }),
};

function instantOrNull(value: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(value);
  } catch {
    return null;
  }
}

function isZone(value: string): boolean {
  try {
    new Temporal.PlainDateTime(2000, 1, 1).toZonedDateTime(value);
    return true;
  } catch {
    return false;
  }
}
