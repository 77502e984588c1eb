import { Dexie } from 'dexie';

/** Why the database cannot be used: what the interface tells apart. */
export type StoreProblem = 'blocked' | 'full' | 'newer' | 'refused' | 'closed' | 'broken';

const SAYS: Readonly<Record<StoreProblem, string>> = {
  blocked: 'The ledger is held open by an older copy of the extension; restart the browser.',
  full: 'The disk has no room left for the ledger; the last change was not kept.',
  newer: 'The ledger was written by a newer version of the extension; update it.',
  refused: 'The browser refuses the extension its database (private window, or storage switched off).',
  closed: 'The ledger was closed or deleted by the browser; what was asked was not done.',
  broken: 'The ledger could not be read or written.',
};

/** A failed read or write. Nothing was acknowledged; the message can be shown to the agent. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly problem: StoreProblem, cause: unknown) {
    super(`${SAYS[problem]} (${describe(cause)})`, { cause });
  }
}

const BY_NAME: Readonly<Record<string, StoreProblem>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  MissingAPIError: 'refused',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  InvalidAccessError: 'refused',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  TransactionInactiveError: 'closed',
  NotFoundError: 'closed',
};

/** Tells the browser's and Dexie's many errors apart; they wrap one another, and the innermost known name counts. */
export function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  let problem: StoreProblem | null = null;
  for (let at: unknown = error, depth = 0; at !== null && at !== undefined && depth < 5; at = innerOf(at), depth += 1) {
    problem = BY_NAME[nameOf(at)] ?? problem;
  }
  return new StoreError(problem ?? 'broken', error);
}

/** Is it the database that failed, and not the work that was done with it? The latter's own errors pass as they are. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof StoreError || error instanceof DOMException || error instanceof Dexie.DexieError || nameOf(error) in BY_NAME;
}

/** Errors after which opening the database anew may help: it was closed under us, and nothing was done. */
export function worthReopening(error: unknown): boolean {
  return storeError(error).problem === 'closed';
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : null;
}
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
