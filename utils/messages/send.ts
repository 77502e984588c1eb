import { alive, sendToExtension } from '../browser';
import { cut } from './parts';
import type { LeftOut, PartMessage } from './parts';
import type { Envelope, Reply, RequestName, Requests } from './protocol';

/**
 * The extension was updated or removed under this page: nothing more can be asked. The content script takes its
 * things down; the agent reloads the page.
 */
export class ExtensionGone extends Error {
  override readonly name = 'ExtensionGone';
  constructor() {
    super('The extension was updated or removed; this page must be reloaded.');
  }
}

/** The background was asked and refused; `message` says what and where, in English. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(readonly request: RequestName, problem: string) {
    super(problem);
  }
}

/** What browsers say when the background was just being stopped. The first was not delivered; the others may have been. */
const STOPPED = [
  /receiving end does not exist/i,
  /message (port|channel) closed before a response/i,
  /message manager disconnected/i,
  /actor .*destroyed/i,
];
/** What they say once the context is orphaned. */
const ORPHANED = /extension context invalidated/i;

/**
 * Asks the background. Asks once more where the background was just stopped, so every request bears being asked
 * twice: writes are idempotent by id; `phrase.used` may count one use twice.
 * @throws ExtensionGone in an orphaned context; RequestRefused where the background says no; else the browser's error.
 */
export async function send<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Requests[N]['answer']> {
  const reply = (await attempt(name, ask)) ?? (await attempt(name, ask));
  if (!reply) throw new RequestRefused(name, `${name}: the background did not answer`);
  if (!reply.ok) throw new RequestRefused(name, reply.error);
  return reply.leftOut ? fetched(name, reply.answer, reply.leftOut) : reply.answer;
}

/** One try of the whole: long fields go ahead. null where the background was stopped before it answered. */
async function attempt<N extends RequestName>(name: N, ask: Requests[N]['ask']): Promise<Reply<N> | null> {
  const long = cut(ask);
  for (const [id, pieces] of long?.parts ?? []) {
    for (const [at, text] of pieces.entries()) await delivered({ to: 'background', part: { id, at, text } }, name);
  }
  const envelope: Envelope<N> = long
    ? { to: 'background', ask: name, with: long.rest as Requests[N]['ask'], leftOut: long.leftOut }
    : { to: 'background', ask: name, with: ask };
  const reply = await delivered(envelope, name);
  return isReply<N>(reply) ? reply : null;
}

/** An answer with the long fields that were left out of it. */
async function fetched<N extends RequestName>(name: N, answer: Requests[N]['answer'], leftOut: LeftOut): Promise<Requests[N]['answer']> {
  const whole: Record<string, unknown> = { ...answer };
  for (const [field, { id, count }] of Object.entries(leftOut)) {
    const pieces: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const piece = await delivered({ to: 'background', part: { id, at } }, name);
      if (typeof piece !== 'string') throw new RequestRefused(name, `${name}: ${field}: a part of the answer was lost on the way; try again`);
      pieces.push(piece);
    }
    whole[field] = pieces.join('');
  }
  return whole as Requests[N]['answer'];
}

/** One delivery and what came back; null where the background was stopped in the middle. */
async function delivered<N extends RequestName>(message: Envelope<N> | PartMessage, name: N): Promise<unknown> {
  if (!alive()) throw new ExtensionGone();
  try {
    return await sendToExtension(message);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (ORPHANED.test(said) || !alive()) throw new ExtensionGone();
    if (STOPPED.some((pattern) => pattern.test(said))) return null;
    throw new Error(`${name}: ${said}`, { cause: error });
  }
}

/** The sender of an answer is our own background, so its shape is looked at, not its content. */
function isReply<N extends RequestName>(value: unknown): value is Reply<N> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'answer' in value : 'error' in value;
}
