import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStrings } from '../../shared';
import type { PackInfo, PackProblem } from '../../../utils/messages/protocol';
import type { Door } from '../door';
import type { Options } from '../model';
import type { Given } from './Add';
import type { Looked } from './Preview';
import { base64Of, namesIn } from './told';

export interface Packs {
  readonly packs: readonly PackInfo[];
  readonly off: readonly string[];
}

/** A pack that was removed, until it is put back or the next one is removed. */
export interface Removed {
  readonly pack: PackInfo;
  readonly text: string;
  readonly off: readonly string[];
}

/** What the page does. Each tells by `failed` what was refused. */
export interface PackHands {
  /** Within the click: the right to an address may have to be asked for again. */
  install(looked: Extract<Looked, { readonly is: 'sound' }>): Promise<boolean>;
  /** null: the background failed, which the page says. */
  look(given: Given): Promise<Looked | null>;
  /** What an address gave is not taken. */
  leave(): void;
  remove(pack: PackInfo): void;
  putBack(): void;
  restore(pack: PackInfo, n: number): void;
  /** `name` is read out. */
  turn(pack: string, entry: string | null, on: boolean, name: string): void;
  check(pack: PackInfo): void;
  automatic(pack: PackInfo, automatic: boolean): void;
  /** The pack stays; its address is asked no more. */
  leaveAddress(pack: PackInfo): void;
  apply(pack: PackInfo, apply: boolean): void;
  save(pack: PackInfo): void;
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly problem: PackProblem };

export function usePacks(options: Options, version: number, door: Pick<Door, 'give' | 'packs'>) {
  const { t } = useStrings();
  const [list, setList] = useState<Packs | null>(null);
  const [failed, setFailed] = useState<PackProblem | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void options.ask('pack.list', {}).then((found) => wanted && found && setList(found));
    void options.ask('policy.get', {}).then((found) => wanted && found && setProblems(found.problems));
    return () => {
      wanted = false;
    };
  }, [options, version, turn]);
  /** Says what was done or why not; the list is read anew either way. */
  const after = useCallback((answer: Answer | null, said: string): boolean => {
    if (answer === null) return false;
    setFailed(answer.ok ? null : answer.problem);
    if (answer.ok) options.say(said);
    setTurn((n) => n + 1);
    return answer.ok;
  }, [options]);
  // A page that was closed over an address left the right to it behind.
  useEffect(() => void options.ask('pack.leave', {}), [options]);
  const off = list?.off;
  const hands = useMemo((): PackHands => ({
    look: (given) => lookAt(options, given),
    leave: () => void options.ask('pack.leave', {}),
    async install({ given, text }) {
      const answer = given.source === 'address'
        ? await door.packs.request(given.name).catch(() => false).then(() => options.ask('pack.subscribe', { address: given.name, automatic: given.automatic, text }))
        : await options.ask('pack.install', { file: { base64: base64Of(given.bytes) }, source: given.source });
      return after(answer, answer?.ok ? t('packs_installed', { name: answer.pack.name, version: answer.pack.version }) : '');
    },
    remove(pack) {
      void options.ask('pack.text', { id: pack.id }).then(async (file) => {
        if (!file || !after(await options.ask('pack.remove', { id: pack.id }), t('packs_removed_said', { name: pack.name }))) return;
        setRemoved({ pack, text: file.text, off: (off ?? []).filter((name) => name === pack.id || name.startsWith(`${pack.id}/`)) });
      });
    },
    putBack() {
      if (!removed) return;
      const { subscription } = removed.pack;
      // With the last pack of an origin the right to it was given back; it is asked for within the click.
      const asked = subscription ? door.packs.request(subscription.address).catch(() => false) : Promise.resolve(true);
      void asked.then(() => putBack(options, removed)).then((answer) => after(answer, t('packs_installed', { name: removed.pack.name, version: removed.pack.version })) && setRemoved(null));
    },
    restore: (pack, n) => void options.ask('pack.restore', { id: pack.id, n }).then((answer) => after(answer, answer?.ok ? t('packs_brought_back', { name: answer.pack.name, version: answer.pack.version }) : '')),
    turn: (pack, entry, on, name) =>
      void options.ask('pack.switch', entry === null ? { pack, on } : { pack, entry, on }).then((answer) => after(answer, t(on ? 'packs_switched_on' : 'packs_switched_off', { name }))),
    check: ({ id }) => void options.ask('pack.check', { id }).then((answer) => after(answer && { ok: true }, t('packs_checked_said'))),
    automatic: ({ id }, automatic) => void options.ask('pack.subscription', { id, automatic }).then((answer) => after(answer, t('options_saved'))),
    leaveAddress: ({ id, name }) => void options.ask('pack.subscription', { id, address: null }).then((answer) => after(answer, t('packs_left_address', { name }))),
    apply: (pack, apply) => void options.ask('pack.apply', { id: pack.id, apply }).then((answer) => after(answer, answer?.ok && apply ? t('packs_installed', { name: answer.pack.name, version: answer.pack.version }) : t('options_saved'))),
    save: (pack) => void options.ask('pack.text', { id: pack.id }).then((file) => file && door.give({ name: `${pack.id}.keepword.json`, mime: 'application/json', text: file.text })),
  }), [options, after, removed, off, door, t]);
  return { list, problems, failed, removed, hands };
}

async function previewed(options: Options, bytes: Uint8Array) {
  const answer = await options.ask('pack.preview', { file: { base64: base64Of(bytes) } });
  return answer?.ok ? { ...answer, text: new TextDecoder().decode(bytes) } : answer;
}

async function lookAt(options: Options, given: Given): Promise<Looked | null> {
  const answer = given.source === 'address' ? await options.ask('pack.look', { address: given.name }) : await previewed(options, given.bytes);
  if (answer === null) return null;
  if (!answer.ok) return { is: 'wrong', name: given.name, problem: answer.problem };
  const { preview, text } = answer;
  const before = preview.installed && (await options.ask('pack.text', { id: preview.id }));
  return { is: 'sound', given, text, preview, names: new Map([...(before ? namesIn(before.text) : []), ...namesIn(text)]) };
}

/** As it was: its layer, its address, what of it was off. */
async function putBack(options: Options, { pack, text, off }: Removed): Promise<Answer | null> {
  const source = pack.source === 'paste' || pack.source === 'workshop' ? pack.source : 'file';
  const answer = await options.ask('pack.install', { file: { text }, source, layer: pack.layer === 'own' ? 'own' : 'team' });
  if (!answer?.ok) return answer;
  for (const name of off) {
    const [id = '', entry] = name.split('/');
    await options.ask('pack.switch', entry === undefined ? { pack: id, on: false } : { pack: id, entry, on: false });
  }
  const { subscription } = pack;
  return subscription ? options.ask('pack.subscribe', { address: subscription.address, automatic: subscription.automatic, text }) : answer;
}
