import type { HostReading } from '../../utils/hosts';
import type { Services } from './services';

/** The phrases a customer got last time, asked once a customer. */
export class Said {
  #known: { readonly customer: string; readonly phrases: readonly string[] } | null = null;

  constructor(private readonly services: Services) {}

  async of(customer: string | null): Promise<readonly string[]> {
    if (customer === null) return [];
    if (this.#known?.customer !== customer) {
      const { phrases } = await this.services.ask('phrase.last', { customer }).catch(() => ({ phrases: [] }));
      this.#known = { customer, phrases };
    }
    return this.#known.phrases;
  }
}

/** A phrase was put into a reply: next time it is not the first offered to this customer. */
export async function usedPhrase(services: Services, { conversation, customer }: HostReading, phrase: string): Promise<void> {
  await services.ask('phrase.used', { phrase, conversation: conversation?.id ?? null, customer: customer.address ?? customer.name }).catch(() => undefined);
}
