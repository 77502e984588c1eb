import { alive, sendToExtension } from '../browser';
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
  const envelope: Envelope<N> = { to: 'background', ask: name, with: ask };
  const reply = (await deliver(envelope, name)) ?? (await deliver(envelope, name));
  if (!reply) throw new RequestRefused(name, `${name}: the background did not answer`);
  if (!reply.ok) throw new RequestRefused(name, reply.error);
  return reply.answer;
}

/** One delivery; null where the background was stopped before it answered. */
async function deliver<N extends RequestName>(envelope: Envelope<N>, name: N): Promise<Reply<N> | null> {
  if (!alive()) throw new ExtensionGone();
  try {
    const reply = await sendToExtension(envelope);
    return isReply<N>(reply) ? reply : null;
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
