/** The browser we run in. What differs between Chromium and Firefox ends here. */
export type { Sender } from './runtime';
export { alive, framedUrl, iconPath, isOwnUrl, onLifecycle, onMessage, ownUrl, sendToExtension, sendToTab, uiLanguage } from './runtime';
export { now, zone } from './clock';
export { hasTemporal, loadTemporal, loadTemporalInWorker } from './temporal';
export { alarmAt, clearAlarm, onAlarm, setAlarm } from './alarms';
export type { Notice } from './notifications';
export { clearNotice, notify, onNotice, shownNotices } from './notifications';
export { onCommand } from './commands';
export { onIcon, setBadge } from './badge';
export { openNativePanel, openPanelOnIcon } from './panel';
export { readAsset } from './assets';
export type { SeenTab } from './tabs';
export { activeTab, onTabClosed, openTab, openTabs, showTab } from './tabs';
export { recall, remember } from './session';
export { DownloadsRefused, hasDownloads, requestDownloads, saveFile } from './downloads';
export { managedPolicy, onPolicyChanged } from './managed';
export { hasPackOrigin, keepPackOrigins, packAddress, requestPackOrigin } from './origins';
export { grantedSites, onSitesChanged, registerSites, removeSite, requestSite, sitePattern } from './sites';
