import { mkdir, writeFile } from 'node:fs/promises';
import { defineConfig } from 'wxt';

/**
 * Fixes the extension's id in Chromium (sha256 of the key), so that a profile, a policy and the tests know it.
 * A public key: there is nothing secret in it.
 */
const CHROMIUM_KEY = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4c3pCSyTfli/VgiMN3CUufQwRh9GFIaWoTUX7eYCMr6zaqbENjawYBYbxko5EQQ0t9lL7ubCglXCh9kKy188blV/B0f6+TvxqeK4ly/nKpV4cmODX1ekj4olLBjOZTwcTLfgWjhjygtuUwkGcIIeeFxQR6Q4ChQx2bSDMZxsVt76GPze38ZOFpNGPFB/S/T3QPl0PZQnkkt8tXkF6sB/SzVkPayiTzDaFO3WDwcFis38dPi9LwzgT2rx6csje1/1A5YmfozzbHceRff3p8JzX0YEkdNC4zGETgzZMBu0sO1G9vK2Nsu6jeDfYRh2JiIrCr7M4FIeal6LdeZptDo3CQIDAQAB';
export const FIREFOX_ID = 'keepword@keepword.app';

/**
 * The panel is framed in the pages of supported hosts by its plain address, which also works where a page isolates
 * itself (COEP). On sites that the user switches on, Chromium's per-session address hides from other pages that we
 * are here; Firefox's addresses are random anyway.
 */
/** What a host's page may load of ours: the panel, the reply's script, and Temporal for browsers that lack it. */
const FRAMED = ['panel.html', 'reply.js', 'temporal.js'];
const panelFor = (hosts: string[], browser: string) =>
  browser === 'firefox'
    ? [{ resources: FRAMED, matches: ['*://*/*'] }]
    : [{ resources: FRAMED, matches: hosts }, { resources: FRAMED, matches: ['*://*/*'], use_dynamic_url: true }];

export default defineConfig({
  imports: false,
  srcDir: '.',
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: async ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    // Unlimited: what is kept is kept twice, and the browser clears it away for nobody's need of room.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // Asked for where the agent wants backups; without it nothing is ever put into the downloads folder.
    optional_permissions: ['downloads'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_app_name__' },
    // Left Alt with Shift and P: no browser has it, no Polish or Portuguese layout writes with it (AltGr is another key), and the user may set another.
    commands: { palette: { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_palette_command__' } },
    web_accessible_resources: panelFor((await import('./utils/hosts/matches')).hostMatches(), browser),
    ...(browser === 'firefox'
      ? {
          sidebar_action: { default_panel: 'panel.html', default_title: '__MSG_app_name__', open_at_install: false },
          browser_specific_settings: {
            gecko: { id: FIREFOX_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          // The same hosts as the content script's: an update brings it anew into their open pages, which takes the right to them in Chromium.
          host_permissions: (await import('./utils/hosts/matches')).hostMatches(),
          key: CHROMIUM_KEY, minimum_chrome_version: '116', side_panel: { default_path: 'panel.html' }, storage: { managed_schema: 'managed_schema.json' } }),
  }),
  hooks: {
    /** Language knowledge: YAML in the source, one compact JSON asset a language in the built extension. */
    'build:publicAssets': async (_wxt, assets) => {
      const { compileAssets, compileCatalogue } = await import('./utils/rules/compile');
      for (const { name, json } of await compileAssets()) assets.push({ relativeDest: `knowledge/${name}.json`, contents: json });
      for (const { name, json } of await compileCatalogue()) assets.push({ relativeDest: `catalogue/${name}.json`, contents: json });
    },
    /** The catalogue of rules as a document, beside the builds. */
    'build:done': async () => {
      const { compileCatalogue } = await import('./utils/rules/compile');
      await mkdir('.output/catalogue', { recursive: true });
      for (const { name, text } of await compileCatalogue()) await writeFile(`.output/catalogue/rules.${name}.md`, text);
    },
  },
});
