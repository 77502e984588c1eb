/** A sample conversation of the practice inbox. Everybody in it is invented; addresses end in the reserved .test. */
export interface Sample {
  /** Part of the address `practice.html#/conversation/<id>`; never changes, because kept promises lead back by it. */
  readonly id: string;
  readonly lang: 'en' | 'pt-BR' | 'pt-PT' | 'pl';
  readonly customer: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Oldest first. */
  readonly messages: readonly SampleMessage[];
}

export interface SampleMessage {
  readonly from: 'customer' | 'agent';
  /** How long before the inbox was opened it came. */
  readonly hoursAgo: number;
  /** Plain text, a blank line between paragraphs. */
  readonly text: string;
}
