// Node 20 has no Temporal; browsers from Chrome 144 and Firefox 139 have it.
import 'temporal-polyfill/global';
