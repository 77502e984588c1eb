// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Checkup } from '../../entrypoints/content/checkup';
import type { Services } from '../../entrypoints/content/services';
import { known, practice, type HostData, type HostReading } from '../../utils/hosts';

const desk = known.find(({ id }) => id === 'zendesk') ?? null;
const LONG = 60_000;

/** A page whose readings the test sets, in the order in which they are looked at; the last one stays. */
function page(...failed: (readonly string[] | null)[]) {
  const asked: { failed: readonly string[] }[] = [];
  const stop = new AbortController();
  let looks = 0;
  const services = { ask: async (_name: string, { look }: { look: { failed: readonly string[] } }) => (asked.push(look), { changed: look.failed, shifted: [] }) } as unknown as Services;
  const checkup = new Checkup(services, stop.signal);
  const read = (): HostReading | null => {
    const now = failed[Math.min(looks, failed.length - 1)] ?? null;
    looks += 1;
    return now && ({ conversation: { id: '7' }, disagree: false, composer: document.body, ranks: {}, failed: now } as unknown as HostReading);
  };
  const told = vi.fn();
  const watch = async (host: HostData | null = desk): Promise<void> => {
    checkup.watch(host, () => 'https://desk.example/7', read, told);
    await vi.advanceTimersByTimeAsync(LONG);
  };
  return { checkup, asked, told, watch, stop, looks: () => looks };
}
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a look at a page', () => {
  it('is two that agree: what was late is not lacking', async () => {
    const at = page(['send', 'name'], ['send']);
    await at.watch();
    expect(at.asked.map(({ failed }) => failed)).toEqual([['send']]);
    expect(at.checkup.verdict.changed).toEqual(['send']);
    expect(at.told).toHaveBeenCalledOnce();
  });

  it('is one a conversation', async () => {
    const at = page([]);
    await at.watch();
    await at.watch();
    expect(at.asked.length).toBe(1);
    expect(at.told).not.toHaveBeenCalled();
  });

  it('waits for a page that is loading', async () => {
    const at = page(['send']);
    vi.spyOn(document, 'readyState', 'get').mockReturnValueOnce('loading').mockReturnValueOnce('interactive');
    await at.watch();
    expect(at.looks()).toBe(4);
    vi.restoreAllMocks();
  });

  it.each<[string, HostData | null]>([['a page nobody described', null], ['our own page', practice]])('is not taken of %s', async (_name, host) => {
    const at = page(['send']);
    await at.watch(host);
    expect(at.looks()).toBe(0);
  });

  it('is none where the reply is gone before, or Keepword is', async () => {
    const gone = page(['send'], null);
    await gone.watch();
    expect(gone.asked).toEqual([]);
    const stopped = page(['send']);
    stopped.stop.abort();
    await stopped.watch();
    expect(stopped.looks()).toBe(0);
  });
});
