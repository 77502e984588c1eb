import { browser } from 'wxt/browser';

/** The browser's small store for extensions, apart from its databases: values that JSON can carry, by key. */
interface LocalArea {
  keys(): Promise<readonly string[]>;
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Done whole or not at all. @throws where the disk is full */
  set(items: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/**
 * Keeps this store to the extension's own pages: content scripts, which run in the host page's process, have no business with it.
 * Firefox has no such setting.
 */
export function closeLocalArea(): void {
  const { local } = browser.storage as unknown as { local: { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> } };
  try {
    void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })?.catch(() => undefined);
  } catch {
    // An older browser that knows it for other stores alone.
  }
}

/** Only what begins with `prefix` is seen, and seen without it. */
export function localArea(prefix: string): LocalArea {
  const { local } = browser.storage;
  const within = (key: string): string => `${prefix}${key}`;
  const without = <T>(items: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(items).map(([key, value]) => [key.slice(prefix.length), value]));
  return {
    async keys() {
      // Chrome 130, Firefox 143; before them all values come along.
      const all = (await (local as { getKeys?(): Promise<string[]> }).getKeys?.()) ?? Object.keys(await local.get(null));
      return all.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    },
    async get(keys) {
      return without((await local.get(keys.map(within))) as Record<string, unknown>);
    },
    async set(items) {
      await local.set(Object.fromEntries(Object.entries(items).map(([key, value]) => [within(key), value])));
    },
    async remove(keys) {
      await local.remove(keys.map(within));
    },
  };
}
