/** Tells whether a day is worked; a list with no weekday of 1 to 7 in it (ISO) means every day, so that a search for one ends. */
export function worksOn(days: readonly number[]): (at: { readonly dayOfWeek: number }) => boolean {
  const real = new Set(days.filter((day) => Number.isInteger(day) && day >= 1 && day <= 7));
  return (at) => real.size === 0 || real.has(at.dayOfWeek);
}
