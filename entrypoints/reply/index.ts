import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { LOADED, type Loaded } from '../content/load';
import { startKeepword } from '../content/start';

/**
 * Everything a reply needs: engine, editors, what is seen. The content script loads it into its own world when a reply's
 * editor first has the focus, and finds it under a name of no meaning; pages never see that world.
 */
export default defineUnlistedScript(() => {
  (globalThis as Partial<Loaded>)[LOADED] = startKeepword;
});
