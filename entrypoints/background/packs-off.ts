import type { Requests } from '../../utils/messages/protocol';
import { BUILT_IN, entriesOf, offName } from '../../utils/phrases/merge';
import { PackRefused } from './pack-refused';
import { told } from './packs-answer';
import { OWN } from './packs-kept';
import type { Packs } from './packs-kept';

type Off = Requests['pack.off'];
const assetOf = (lang: string): string => lang.slice(0, 2);

/** Switches off what holds by an id in a language, or the pack it comes from. Nothing an administrator set, and nothing of the agent's own, which is theirs to delete. */
export function switchOff(packs: Packs, { entry, lang, whole }: Off['ask']): Promise<Off['answer']> {
  return told(async () => {
    const off = await packs.off();
    const held = entriesOf(await packs.inForce(), off).find((one) => one.id === entry && assetOf(one.lang) === assetOf(lang) && !one.off && one.replacedBy === null);
    if (held?.layer === 'policy') throw new PackRefused('policy');
    if ((whole && held === undefined) || held?.origin === OWN) throw new PackRefused('missing');
    const origin = held?.origin ?? BUILT_IN;
    const name = whole ? (await packs.info(origin)).name : held?.label ?? entry;
    await packs.change(() => packs.switch(whole ? offName(origin) : offName(origin, entry), false));
    return { name };
  });
}
