import { PACK_LISTS } from '../../utils/messages/protocol';
import type { PackCounts, PackDifference, PackListName } from '../../utils/messages/protocol';
import type { Pack } from '../../utils/phrases/pack';

/** Fields of a pack that are told by name where they differ. */
const OTHER = ['name', 'author', 'description', 'languages', 'sets', 'workingHours', 'replyTargetHours'] as const satisfies readonly (keyof Pack)[];

export function countsOf(pack: Pack): PackCounts {
  return Object.fromEntries(PACK_LISTS.map((list) => [list, pack[list].length])) as Record<PackListName, number>;
}

/** What `after` changes against `before`, by list and id. */
export function differenceOf(before: Pack, after: Pack): PackDifference {
  return {
    lists: Object.fromEntries(PACK_LISTS.map((list) => [list, changesOf(keyed(before[list]), keyed(after[list]))])) as PackDifference['lists'],
    other: OTHER.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])),
  };
}

function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): PackDifference['lists'][PackListName] {
  const ids = [...after.keys()];
  return {
    added: ids.filter((id) => !before.has(id)),
    changed: ids.filter((id) => before.has(id) && before.get(id) !== after.get(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}

/** Entries by what they are known by, as JSON: a pack that was read has its fields always in the same order. */
function keyed(entries: readonly (Pack[PackListName])[number][]): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => ['id' in entry ? entry.id : entry.date, JSON.stringify(entry)]));
}
