import { markTab } from '../../utils/browser';
import { noted, verdictOf, type CheckLook, type PageRecord, type Verdict } from '../../utils/hosts/check';
import { readMark, writeMark } from '../../utils/store';
import type { Store } from '../../utils/store';
import { loadSettings } from './settings';
import { say, type Words } from './strings';

const MARK = 'pages';
/** Pages remembered; the one not seen for longest makes room. */
const MOST = 40;

type Records = Readonly<Record<string, PageRecord>>;
interface Parts {
  readonly store: Store;
  readonly words: Words;
  readonly now: () => string;
}

/** What became of the pages we know, in counts: never a word of theirs. */
export class Pages {
  #queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  /**
   * Notes one look and says what has become of that page; the toolbar button of its tab says so, too. One after the other: two tabs must
   * not undo one another. @param name the host's, as people know it
   */
  look(host: string, name: string, look: CheckLook, tab: number | null): Promise<Verdict> {
    const noting = this.#queue.then(() => this.#note(host, look));
    this.#queue = noting.catch(() => undefined);
    return noting.then(async (verdict) => {
      if (tab !== null) await this.#mark(tab, verdict.changed.length > 0, name).catch(() => undefined);
      return verdict;
    });
  }

  async #note(host: string, look: CheckLook): Promise<Verdict> {
    const { store, now } = this.parts;
    // Our own words from our own database; a damaged one counts for none.
    const records = ((await readMark(store, MARK)) ?? {}) as Records;
    const record = noted(records[host] ?? null, look, now().slice(0, 'YYYY-MM-DD'.length));
    const others = Object.entries(records).filter(([id]) => id !== host).sort(([, a], [, b]) => (a.day < b.day ? 1 : -1)).slice(0, MOST - 1);
    await writeMark(store, MARK, { ...Object.fromEntries(others), [host]: record });
    return verdictOf(record);
  }

  async #mark(tab: number, on: boolean, name: string): Promise<void> {
    const strings = on ? await this.parts.words.toTell(await loadSettings(this.parts.store)) : {};
    await markTab(tab, on ? say(strings, 'panel_changed', { host: name }) : null);
  }
}
