import { readAsset } from '../../utils/browser';
import type { AssetName } from '../../utils/language';
import { BUILT_IN, mergePacks } from '../../utils/phrases/merge';
import { loadKnowledge, saveKnowledge } from '../../utils/rules';
import { packRows, readMark, writeMark } from '../../utils/store';
import type { Packs } from './packs-kept';

/**
 * The words that replies are read by: what is built in, with the packs laid over it. Merging takes some 0.4 s of a processor, so what
 * came of it is kept, in the database too: the background sleeps most of the time. Without packs the built-in file is handed out as it is.
 */
export class PackWords {
  readonly #merged = new Map<AssetName, { readonly of: string; readonly json: Promise<string> }>();

  constructor(private readonly packs: Packs) {}

  /** The asset as JSON. A pack that can't be laid over costs its words, never the built-in ones. */
  async json(asset: AssetName): Promise<string> {
    const base = await readAsset(`knowledge/${asset}.json`);
    const [rows, off] = await Promise.all([packRows(this.packs.store), this.packs.off()]);
    if (rows.length === 0 && ![...off].some((name) => name.startsWith(`${BUILT_IN}/`))) return base;
    const of = await digest(JSON.stringify([await digest(base), rows.map(({ id, layer, text }) => [id, layer, text]), [...off].sort()]));
    const known = this.#merged.get(asset);
    if (known?.of === of) return known.json;
    const json = this.#merge(asset, base, of, off).catch(() => base);
    this.#merged.set(asset, { of, json });
    return json;
  }

  async #merge(asset: AssetName, base: string, of: string, off: ReadonlySet<string>): Promise<string> {
    const mark = `knowledge ${asset}`;
    const kept = await readMark(this.packs.store, mark).catch(() => null);
    if (isKept(kept) && kept.of === of) return kept.json;
    const ground = loadKnowledge(base);
    const merged = mergePacks(ground, await this.packs.inForce(), off);
    const json = merged === ground ? base : saveKnowledge(merged);
    // Without room on the disk it is merged again the next time.
    await writeMark(this.packs.store, mark, { of, json }).catch(() => undefined);
    return json;
  }
}

function isKept(kept: unknown): kept is { readonly of: string; readonly json: string } {
  return typeof kept === 'object' && kept !== null && 'of' in kept && 'json' in kept && typeof kept.json === 'string';
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
