import { browser } from 'wxt/browser';
import { iconPath, ownUrl } from './runtime';

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** At most two (Chrome shows no more). Firefox shows none: there the click is the only way in. */
  readonly buttons: readonly string[];
  /** Stays until it is acted on, where the browser can do that. */
  readonly stays: boolean;
}

/** One transparent pixel, for a browser that refuses a notification whose icon does not load. */
const NO_ICON = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

interface Options {
  readonly type: 'basic';
  readonly title: string;
  readonly message: string;
  readonly iconUrl: string;
  readonly buttons?: { readonly title: string }[];
  readonly requireInteraction?: boolean;
}
const api = browser.notifications as unknown as {
  create(id: string, options: Options): Promise<string>;
  clear(id: string): Promise<boolean>;
  getAll(): Promise<Record<string, unknown>>;
};

/**
 * Shows a notification, or changes the one with that id. Tries all that was asked; what a browser does not know
 * (Firefox: buttons, staying) makes it reject the whole, so then the plain form is shown.
 * @throws where even that is refused, as when the system forbids notifications.
 */
export async function notify(notice: Notice): Promise<void> {
  const path = iconPath();
  const plain: Options = { type: 'basic', title: notice.title, message: notice.body, iconUrl: path === null ? NO_ICON : ownUrl(path) };
  const whole: Options = { ...plain, buttons: notice.buttons.slice(0, 2).map((title) => ({ title })), requireInteraction: notice.stays };
  for (const options of [whole, plain]) {
    try {
      await api.create(notice.id, options);
      return;
    } catch {
      // The next, simpler form is the answer to whatever was refused here.
    }
  }
  await api.create(notice.id, { ...plain, iconUrl: NO_ICON });
}

export async function clearNotice(id: string): Promise<void> {
  await api.clear(id);
}

/** Ids of our notifications the browser still holds. */
export async function shownNotices(): Promise<ReadonlySet<string>> {
  return new Set(Object.keys(await api.getAll()));
}

/** A click on the notification (button null) or on one of its buttons (0 or 1). */
export function onNotice(listener: (id: string, button: 0 | 1 | null) => void): void {
  browser.notifications.onClicked.addListener((id) => listener(id, null));
  // Firefox has the event but never fires it; guarded, because a browser without it would stop the background.
  browser.notifications.onButtonClicked?.addListener((id, button) => listener(id, button === 0 ? 0 : 1));
}
