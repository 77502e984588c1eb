import { around, clean, findAll, messageText, person, smallestAround, valueOf } from './strategies';
import type { HostData, HostReading } from './types';

/** Signs a message must have to be known again by them: "OK." stands in many. */
const LEAST = 12;
/** Of a long one so many are compared; and so many messages, from the last. */
const COMPARED = 400;
const MESSAGES = 6;

/**
 * Watches whether what is sent from `editor` appears in its thread: answers a look, true where more messages hold it than when this was
 * asked, null where it can't be seen (no thread, too short a text, a page that was drawn anew). The customer's own messages don't count,
 * nor what a message quotes.
 * @param text the reply as it is sent
 */
export function watchThread(host: HostData | null, editor: Element, { composer, customer }: Pick<HostReading, 'composer' | 'customer'>, text: string): () => boolean | null {
  const wanted = squeezed(text).slice(0, COMPARED);
  const items = host?.read.item ?? host?.read.message;
  const root = host === null || items === undefined ? null : around(composer, host.read.root)?.element ?? smallestAround(composer, items);
  if (host === null || root === null || wanted.length < LEAST) return () => null;
  const theirs = (item: Element): boolean => {
    if (findAll(root, host.read.customer).some(({ element }) => element === item || item.contains(element))) return true;
    const sender = findAll(item, host.read.address).map(valueOf).map(person).find(({ address }) => address !== null)?.address;
    return customer.address !== null && sender?.toLowerCase() === customer.address.toLowerCase();
  };
  const count = (): number => findAll(root, items).map(({ element }) => element)
    .filter((item) => !item.contains(editor) && !item.contains(composer)).slice(-MESSAGES)
    .filter((item) => squeezed(messageText(item) ?? '').includes(wanted) && !theirs(item)).length;
  const before = count();
  return () => (root.isConnected ? count() > before : null);
}

/** Without blanks: a page breaks lines and links addresses as it likes. */
const squeezed = (text: string): string => clean(text).replace(/\s+/gu, '');
