/** CPU time, never wall time: the machine may be busy with other things. */

/** CPU milliseconds of this process for one call of `work`, the median of `rounds`; each round calls `times` times. */
export async function cpu(work: (round: number) => unknown, rounds: number, times: number): Promise<number> {
  const spent: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    for (let call = 0; call < times; call += 1) await work(round * times + call);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000 / times);
  }
  return median(spent);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
