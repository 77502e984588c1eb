/** "1.10" comes after "1.9", "2" is "2.0". Negative where `a` is the older, 0 where they are the same. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const step = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}
