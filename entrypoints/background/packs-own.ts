import type { PackPhrase } from '../../utils/phrases/pack';
import { PACK_LANGUAGES } from '../../utils/phrases/pack';
import { packFile } from '../../utils/phrases/export';
import { changePack } from '../../utils/store';
import { emptyPack, OWN } from './packs-kept';
import type { Packs } from './packs-kept';
import { loadSettings } from './settings';
import { say } from './strings';
import type { Words } from './strings';

/** The agent's own phrases, in the order in which they came. */
export async function ownPhrasesOf(packs: Packs): Promise<readonly PackPhrase[]> {
  return (await packs.get(OWN))?.pack?.phrases ?? [];
}

/** Adds or replaces by id. @throws PackRefused `invalid`, with the places among `phrases`; then none is kept */
export async function saveOwn(packs: Packs, words: Words, phrases: readonly PackPhrase[]): Promise<void> {
  // By themselves first, so that the places told are those of what was given.
  await packs.read(packFile({ ...shell('…'), phrases }));
  const ids = new Set(phrases.map(({ id }) => id));
  await packs.change(async () => write(packs, words, [...(await ownPhrasesOf(packs)).filter(({ id }) => !ids.has(id)), ...phrases]));
}

export async function removeOwn(packs: Packs, words: Words, ids: readonly string[]): Promise<void> {
  await packs.change(async () => write(packs, words, (await ownPhrasesOf(packs)).filter(({ id }) => !ids.includes(id))));
}

async function write(packs: Packs, words: Words, phrases: readonly PackPhrase[]): Promise<void> {
  if (phrases.length === 0) {
    await changePack(packs.store, OWN, () => null);
    return;
  }
  const strings = await words.toTell(await loadSettings(packs.store));
  const { text } = await packs.read(packFile({ ...shell(say(strings, 'packs_own_name') || OWN), phrases }));
  const base = { id: OWN, layer: 'own', source: 'workshop', version: '1', at: packs.now(), key: null, subscription: null, pending: null, before: null } as const;
  await changePack(packs.store, OWN, () => ({ ...base, text }));
}

const shell = (name: string): ReturnType<typeof emptyPack> => emptyPack({ id: OWN, name, version: '1', languages: PACK_LANGUAGES });
