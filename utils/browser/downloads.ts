import { browser } from 'wxt/browser';

interface Permissions {
  contains(ask: { permissions: string[] }): Promise<boolean>;
  request(ask: { permissions: string[] }): Promise<boolean>;
}
/** Looked up at each use: the API appears once it is allowed. */
const permissions = (): Permissions => browser.permissions as unknown as Permissions;
const DOWNLOADS = { permissions: ['downloads'] };

/** Whether files may be put into the downloads folder. */
export const hasDownloads = (): Promise<boolean> => permissions().contains(DOWNLOADS);

/** Asks the agent for it. Only within their click: nothing may be awaited before. */
export const requestDownloads = (): Promise<boolean> => permissions().request(DOWNLOADS);
