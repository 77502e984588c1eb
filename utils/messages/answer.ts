import type { z } from 'zod';
import { onMessage } from '../browser';
import type { Sender } from '../browser';
import { isPush } from './push';
import { cut, isPartMessage, Parts } from './parts';
import { RESTORE_FAULTS } from './protocol';
import type { Envelope, PromiseRecord, Push, Reply, RequestName, Requests, RestoreFault } from './protocol';
import { asks, promiseRecord, settingsShape } from './schemas';

export type { Sender };

/** One handler a request; the compiler asks for it when the protocol grows. */
export type Handlers = {
  readonly [N in RequestName]: (ask: Requests[N]['ask'], sender: Sender) => Promise<Requests[N]['answer']> | Requests[N]['answer'];
};

/**
 * Answers every request to the background: the one runtime.onMessage listener there. Each ask is checked before its
 * handler sees it. Whatever goes wrong is answered as `{ok: false, error}` that says what and where; nothing is
 * thrown across contexts. The handler is called before anything is awaited, so a user's gesture reaches it.
 * @param overhear is shown the pushes that pass by (replies telling panels what they are about).
 */
export function answer(handlers: Handlers, overhear: (push: Push, sender: Sender) => void): () => void {
  const parts = new Parts();
  return onMessage((message, sender) => {
    if (isPush(message)) {
      overhear(message, sender);
      return undefined;
    }
    if (!isForBackground(message)) return undefined;
    if (isPartMessage(message)) return sender.own ? Promise.resolve(parts.take(message.part)) : undefined;
    const name = message.ask;
    if (!isRequestName(name)) return Promise.resolve<Reply>({ ok: false, error: `the background knows no request ${JSON.stringify(name)}` });
    return handle(handlers, { ...message, ask: name }, sender, parts);
  });
}

async function handle<N extends RequestName>(handlers: Handlers, { ask: name, with: ask, leftOut }: Heard & { readonly ask: N }, sender: Sender, parts: Parts): Promise<Reply<N>> {
  try {
    const checked = asks[name].safeParse(leftOut ? { ...(ask as object), ...parts.whole(leftOut) } : ask);
    if (!checked.success) return { ok: false, error: `${name}: ${problems(checked.error.issues)}` };
    const answer = await handlers[name](checked.data, sender);
    const long = cut(answer);
    if (!long) return { ok: true, answer };
    parts.hold(long.parts);
    return { ok: true, answer: long.rest as Requests[N]['answer'], leftOut: long.leftOut };
  } catch (error) {
    return { ok: false, error: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

interface Heard {
  readonly ask?: unknown;
  readonly with?: unknown;
  readonly leftOut?: NonNullable<Envelope['leftOut']>;
}

function isForBackground(message: unknown): message is Heard {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'background';
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(asks, name);
}

/**
 * What is wrong with a row of the ledger, or null where it is sound: "due.end: is no ISO instant with offset".
 * The database hands out nothing this refuses.
 */
export function recordProblem(row: unknown): string | null {
  const checked = promiseRecord.safeParse(row);
  return checked.success ? null : problems(checked.error.issues);
}

/** A record from outside as it may be kept, without what we do not know; or what is wrong with it, by place. */
export function checkRecord(raw: unknown): { readonly record: PromiseRecord } | { readonly issues: readonly { readonly where: string; readonly why: RestoreFault }[] } {
  const checked = promiseRecord.safeParse(raw);
  if (checked.success) return { record: checked.data };
  return { issues: checked.error.issues.slice(0, PROBLEMS).map((issue) => ({ where: placeOf(issue.path), why: faultOf(issue, raw) })) };
}

function faultOf(issue: z.core.$ZodIssue, raw: unknown): RestoreFault {
  const given = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], raw);
  switch (issue.code) {
    case 'invalid_type': return given === undefined ? 'missing' : 'type';
    case 'invalid_value': return given === undefined ? 'missing' : 'value';
    case 'too_big': return 'large';
    case 'too_small': return 'small';
    case 'custom': return RESTORE_FAULTS.find((fault) => fault === issue.params?.fault) ?? 'unfit';
    default: return 'unfit';
  }
}

/** "due.start", "history[3].at" */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('').replace(/^\./u, '');
}

/** Which fields of kept settings are sound, by name. */
export function soundSettings(kept: unknown): Partial<Record<keyof typeof settingsShape, unknown>> {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(settingsShape).flatMap(([field, schema]) => {
      const checked = schema.safeParse((kept as Record<string, unknown>)[field]);
      return checked.success ? [[field, checked.data]] : [];
    }),
  );
}

/** As many problems of one thing are told. */
const PROBLEMS = 3;

/** Each with its place. */
function problems(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues.slice(0, PROBLEMS).map((issue) => `${issue.path.map(String).join('.') || 'the message'}: ${issue.message}`).join('; ');
}
