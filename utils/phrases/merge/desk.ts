/** What packs say of the desk and not of words: hours, holidays, reply target, hosts, exercises. Each with the pack it comes from. */
import type { InForce, Off } from '../merge';
import type { PackExercise, PackHoliday, PackHost, PackHours } from '../pack/types';

/** A value and the id of the pack that brought it. */
export interface From<T> {
  readonly value: T;
  readonly origin: string;
}
export interface Desk {
  /** null: no pack says. */
  readonly workingHours: From<PackHours> | null;
  readonly replyTargetHours: From<number> | null;
  /** Of all packs together, by date; of one date the later pack's. */
  readonly holidays: readonly From<PackHoliday>[];
  /** The strongest first, as hosts are tried; of one id the later pack's. */
  readonly hosts: readonly From<PackHost>[];
  readonly exercises: readonly From<PackExercise>[];
}

/** @param packs those that are on, weakest first (`inOrder`) */
export function deskOf(packs: readonly InForce[], off: Off = new Set()): Desk {
  const last = <T>(value: (one: InForce['pack']) => T | null): From<T> | null => {
    for (const { pack } of [...packs].reverse()) {
      const found = value(pack);
      if (found !== null) return { value: found, origin: pack.id };
    }
    return null;
  };
  const byId = <T>(list: (one: InForce['pack']) => readonly T[], id: (value: T) => string): From<T>[] => {
    const found = new Map<string, From<T>>();
    for (const { pack } of packs) {
      for (const value of list(pack)) {
        if (off.has(`${pack.id}/${id(value)}`)) continue;
        // Set anew, so that what a later pack brings stands where that pack stands.
        found.delete(id(value));
        found.set(id(value), { value, origin: pack.id });
      }
    }
    return [...found.values()];
  };
  return {
    workingHours: last((pack) => pack.workingHours), replyTargetHours: last((pack) => pack.replyTargetHours),
    holidays: byId((pack) => pack.holidays, ({ date }) => date).sort((a, b) => (a.value.date < b.value.date ? -1 : 1)),
    hosts: byId((pack) => pack.hosts, ({ id }) => id).reverse(),
    exercises: byId((pack) => pack.exercises, ({ id }) => id),
  };
}
