import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import 'temporal-polyfill/global';

/** `temporal.js`: loaded by utils/browser/temporal where a browser has no Temporal of its own, and by nothing else. */
export default defineUnlistedScript(() => undefined);
