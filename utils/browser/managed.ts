import { browser } from 'wxt/browser';

/** What the administrator of this browser set for the extension, unchecked; {} where there is nothing. */
export async function managedPolicy(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await browser.storage.managed.get(null)) as Readonly<Record<string, unknown>>;
  } catch {
    // Firefox throws where no policy names the extension.
    return {};
  }
}

/** Whenever the policy changes. Firefox reads policies at its start alone. */
export function onPolicyChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') listener();
  });
}
