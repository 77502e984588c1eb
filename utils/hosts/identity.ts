import { frameOf } from '../editors';
import { around, bareSubject, clean, findAll, valueOf, type Tally } from './strategies';
import { idIn } from './templates';
import type { HostData, IdentitySource, Page } from './types';

export interface Identity {
  readonly id: string | null;
  /** Two sources of one kind say different things: nothing may be attributed. */
  readonly disagree: boolean;
  /** The conversation around the reply is the reply's own: sources inside and outside the root agree, or only one place can speak. */
  readonly rootFits: boolean;
  /** The page itself says what the address says, or names the conversation alone. */
  readonly verified: boolean;
}

export interface Surroundings {
  readonly editor: Element;
  readonly composer: Element;
  readonly root: Element | null;
  readonly page: Page;
}

/**
 * Who is answered here? Every source is asked anew; those of one kind must have a value in common. The message area is
 * trusted only where it agrees with what the composer or the address says, or where the host has no such source.
 */
export function identify(host: HostData, at: Surroundings, tally: Tally): Identity {
  const kinds = new Map<string, { readonly source: IdentitySource; readonly values: readonly string[] }[]>();
  for (const [index, source] of host.identity.entries()) {
    const values = valuesOf(source, at).map((value) => (source.bare === true ? bareSubject(value) : value)).filter((value) => value !== '' && !(source.not ?? []).includes(value));
    if (values.length === 0) continue;
    kinds.set(source.kind, [...(kinds.get(source.kind) ?? []), { source, values }]);
    if (!source.witness && tally.ranks.identity === undefined) tally.note('identity', host.identity, index);
  }
  if (tally.ranks.identity === undefined) tally.note('identity', host.identity, undefined);
  let disagree = false;
  let agreed = false;
  let verified = false;
  // A composer that may belong elsewhere has to prove that it belongs here.
  let proved = !host.identity.some(({ soft }) => soft === true);
  for (const heard of kinds.values()) {
    for (const [index, one] of heard.entries()) {
      for (const other of heard.slice(index + 1)) {
        const common = agree(one, other) && agree(other, one);
        const across = (one.source.from === 'root') !== (other.source.from === 'root');
        disagree ||= !common && one.source.soft !== true;
        agreed ||= common && across;
        verified ||= common && (one.source.from === 'address') !== (other.source.from === 'address');
        proved ||= common && across && one.source.soft === true;
      }
    }
  }
  const named = host.identity.find((source) => !source.witness && kinds.get(source.kind)?.some((heard) => heard.source === source && (heard.source.from !== 'root' || agreed)));
  const id = named ? (kinds.get(named.kind)?.find(({ source }) => source === named)?.values[0] ?? null) : null;
  const comparable = host.identity.some(({ from }) => from === 'root');
  return { id: disagree || !proved ? null : id, disagree, rootFits: !disagree && proved && (!comparable || agreed), verified: verified || named?.from !== 'address' };
}

/** All that `one` says is said by `other` too; of many messages' ids one is enough. Two ids in one message area are two conversations. */
function agree(one: { readonly source: IdentitySource; readonly values: readonly string[] }, other: { readonly values: readonly string[] }): boolean {
  const said = (value: string): boolean => other.values.some((against) => alike(value, against));
  return one.source.any === true ? one.values.some(said) : one.values.every(said);
}

/** Addresses write ids escaped, attributes don't. */
function alike(one: string, other: string): boolean {
  return one === other || unquoted(one) === unquoted(other);
}

function unquoted(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function valuesOf(source: IdentitySource, { editor, composer, root, page }: Surroundings): readonly string[] {
  if (typeof source.at === 'string') {
    const found = source.from === 'script' ? scriptValue(editor, source.at) : idIn(page.url, source.at);
    return found === null ? [] : [found];
  }
  if (source.from === 'around') {
    const hit = around(editor, source.at);
    const value = hit ? valueOf(hit) : null;
    return value === null ? [] : [value];
  }
  const scope = source.from === 'composer' ? composer : source.from === 'root' ? root : editor.ownerDocument;
  if (scope === null) return [];
  const said = source.at.map((candidate) => findAll(scope, [candidate]).map(valueOf).filter((value) => value !== null));
  if (source.any === true) return said.flat();
  const best = said.find((values) => values.length > 0) ?? [];
  return source.from === 'root' ? best : best.slice(0, 1);
}

/** A member of the JSON that a host writes into its own page: `"reply_msgid":"…"`. The last script that has it counts. */
function scriptValue(editor: Element, member: string): string | null {
  const documents = new Set([editor.ownerDocument]);
  const outer = around(editor, ['html'])?.element.ownerDocument;
  if (outer) documents.add(outer);
  for (let frame = frameOf(editor.ownerDocument); frame !== null; frame = frameOf(frame.ownerDocument)) documents.add(frame.ownerDocument);
  for (const document of documents) {
    for (const script of [...document.scripts].reverse()) {
      const text = script.src === '' ? (script.textContent ?? '') : '';
      const at = text.lastIndexOf(`"${member}":"`);
      if (at < 0) continue;
      const end = text.indexOf('"', at + member.length + 4);
      const value = unescaped(text.slice(at + member.length + 3, end + 1));
      if (value !== null && value !== '') return clean(value);
    }
  }
  return null;
}

function unescaped(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
