import { STAGES, type Ring } from './types';

/** One notice for many promises: how many, by the stage each has come to; `again` is overdue for a second time and more. */
export interface Digest {
  readonly total: number;
  readonly before: number;
  readonly due: number;
  readonly overdue: number;
  readonly again: number;
}

/**
 * Whether rings are told one by one (null) or in one digest: more than `most` promises at once are a storm, as after a holiday. A
 * promise counts once, at the latest of its stages.
 * @param rings all that ring in one go, those told already among them.
 */
export function digestOf(rings: readonly Ring[], most: number): Digest | null {
  const latest = new Map<string, number>();
  for (const { id, stage } of rings) latest.set(id, Math.max(latest.get(id) ?? 0, STAGES.indexOf(stage)));
  if (latest.size <= most) return null;
  const count = { before: 0, due: 0, overdue: 0, again: 0 };
  for (const at of latest.values()) {
    const stage = STAGES[at] ?? 'due';
    count[stage === 'before' || stage === 'due' || stage === 'overdue' ? stage : 'again'] += 1;
  }
  return { total: latest.size, ...count };
}
