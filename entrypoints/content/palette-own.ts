import type { UseRecord } from '../../utils/phrases';
import type { Services } from './services';

/** What the agent used and likes, as far as it is known here. */
export class Own {
  #records: readonly UseRecord[] = [];
  #asked = false;

  constructor(private readonly services: Pick<Services, 'ask'>) {}

  get records(): readonly UseRecord[] {
    return this.#records;
  }
  /** Ids. */
  get favourites(): ReadonlySet<string> {
    return new Set(this.#records.filter(({ favourite }) => favourite).map(({ phrase }) => phrase));
  }

  /** The first time only. */
  begin(): void {
    if (!this.#asked) void this.ask();
  }
  async ask(): Promise<void> {
    this.#asked = true;
    const { own } = await this.services.ask('phrase.own', {}).catch(() => ({ own: this.#records }));
    this.#records = own;
  }

  /** Makes a phrase a favourite, or no more; whether it is one now. */
  favour(phrase: string): boolean {
    const known = this.#records.find((use) => use.phrase === phrase), on = known?.favourite !== true;
    this.#records = [...this.#records.filter((use) => use !== known), { phrase, count: known?.count ?? 0, last: known?.last ?? null, favourite: on }];
    void this.services.ask('phrase.favour', { phrase, on }).catch(() => this.ask());
    return on;
  }
}
