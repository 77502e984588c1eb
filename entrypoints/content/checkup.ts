import { practice, type HostData, type HostReading } from '../../utils/hosts';
import { placeOf, SOUND, type Verdict } from '../../utils/hosts/check';
import type { Services } from './services';

/** ms after a reply was begun at which its page is looked at, and once more: pages fill late, and what both looks lack is lacking. */
const REST_MS = 3000;
/** Looks that are put off while the page is still loading. */
const TRIES = 4;

/** Watches over time whether this page is still what its description says: one look a conversation, once it has come to rest. */
export class Checkup {
  readonly #places = new Set<number>();
  #verdict: Verdict = SOUND;

  constructor(private readonly services: Services, private readonly signal: AbortSignal) {}

  /** What the looks so far say of this page. */
  get verdict(): Verdict {
    return this.#verdict;
  }

  /**
   * @param read null once the reply is gone
   * @param told the verdict is another one now
   */
  watch(host: HostData | null, url: () => string, read: () => HostReading | null, told: () => void): void {
    // Our own page is no page that changes under us, and what nobody described has nothing to check.
    if (host === null || host === practice) return;
    const look = (before: HostReading | null, tries: number): void => {
      if (this.signal.aborted) return;
      setTimeout(() => {
        const reading = this.signal.aborted ? null : read();
        if (reading === null || reading.disagree) return;
        const loading = reading.composer.ownerDocument.readyState !== 'complete';
        if (loading && tries > 0) look(null, tries - 1);
        else if (before === null) look(reading, 0);
        else void this.#report(host, url(), reading, before.failed).then((changed) => changed && told(), () => undefined);
      }, REST_MS);
    };
    look(null, TRIES);
  }

  async #report(host: HostData, url: string, reading: HostReading, before: readonly string[]): Promise<boolean> {
    const place = placeOf(reading.conversation?.id ?? url);
    if (this.#places.has(place)) return false;
    this.#places.add(place);
    const { read, write, identity, name } = host;
    const failed = reading.failed.filter((key) => before.includes(key));
    const look = { data: String(placeOf(JSON.stringify([read, write, identity]))), place, ranks: reading.ranks, failed };
    const verdict = await this.services.ask('page.look', { host: host.id, name, look });
    const changed = JSON.stringify(verdict) !== JSON.stringify(this.#verdict);
    this.#verdict = verdict;
    return changed;
  }
}
