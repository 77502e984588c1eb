/**
 * Built-in < policy < team < own: packs laid over what is built in. Later ones win by id, every entry says where it comes from, packs
 * and single entries can be switched off. Pure, no zod: packs were checked when they were read.
 */
import type { Knowledge, KnownPack } from '../rules';
import { NO_LAYER, overlay } from '../rules/patterns';
import type { Layer } from '../rules/patterns';
import { layerOf } from './pack/layer';
import type { PackLayer } from './pack/layer';
import type { Pack } from './pack/types';

export { deskOf } from './merge/desk';
export type { Desk, From } from './merge/desk';
export { clashesOf, entriesOf } from './merge/entries';
export type { Clash, ListedEntry } from './merge/entries';

/** Where a pack came from, the weakest first. */
export const LAYERS = ['policy', 'team', 'own'] as const satisfies readonly KnownPack['layer'][];
/** A pack in force. */
export interface InForce {
  readonly layer: KnownPack['layer'];
  readonly pack: Pack;
}
/** The origin of what came with the extension, where a name is needed for it. No pack may be called so. */
export const BUILT_IN = 'keepword';
/** What is switched off: "acme.support" a pack, "acme.support/ack.late" one of its entries, "keepword/robotic.per-policy" a built-in one. */
export type Off = ReadonlySet<string>;
export const offName = (origin: string, id?: string): string => (id === undefined ? origin : `${origin}/${id}`);

/** The packs that are on, weakest first; within a layer in the order given. */
export function inOrder(packs: readonly InForce[], off: Off): readonly InForce[] {
  return LAYERS.flatMap((layer) => packs.filter((one) => one.layer === layer && !off.has(one.pack.id)));
}
const goneOf = (origin: string, off: Off): ReadonlySet<string> => {
  const start = `${origin}/`;
  return new Set([...off].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length)));
};

const layers = new WeakMap<Pack, Map<Knowledge['name'], PackLayer>>();
/** Compiling a large pack takes a moment: it is done once for a pack object. */
function compiledLayer(pack: Pack, asset: Knowledge['name']): PackLayer {
  let known = layers.get(pack);
  if (known === undefined) layers.set(pack, known = new Map());
  let layer = known.get(asset);
  if (layer === undefined) known.set(asset, layer = layerOf(pack, asset));
  return layer;
}

/**
 * One language with the packs laid over it, ready for `createLanguage`, `createPhrases` and `saveKnowledge`. Without packs, and with
 * nothing off, it is `base` itself.
 */
export function mergePacks(base: Knowledge, packs: readonly InForce[], off: Off = new Set()): Knowledge {
  const active = inOrder(packs, off), builtInGone = goneOf(BUILT_IN, off);
  if (active.length === 0 && builtInGone.size === 0) return base;
  // The small ones among themselves first: the built-in graph is walked once.
  const all = active.reduce<Layer>((below, { pack }) => overlay(below, compiledLayer(pack, base.name), goneOf(pack.id, off)), NO_LAYER);
  const ground: Layer = builtInGone.size === 0 ? base : overlay(NO_LAYER, base, builtInGone);
  return { ...base, ...overlay(ground, all), packs: active.map(({ layer, pack: { id, name } }) => ({ id, name, layer })) };
}
