import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/**
 * The map of the house, as law. A room may import what stands here and nothing else; it is entered by its door
 * (`index`, or a door named after the slash). `types:` before a door admits `import type` alone.
 * `packages` may be narrowed to files: { zod: ['schema'] }.
 */
const NODE = ['node:*'];
const MAP = {
  rules: { files: 'utils/rules/**', may: [], packages: { zod: ['schema', 'compile', 'compiler'], yaml: ['compile', 'compiler'], 'node:*': ['compile', 'compiler'] } },
  // Text and patterns must be folded by the same table, so the table crosses with the types.
  language: { files: 'utils/language/**', may: ['rules'], packages: {} },
  promises: { files: 'utils/promises/**', may: ['language'], packages: { 'd3-dsv': ['exchange'] } },
  reminders: { files: 'utils/reminders/**', may: [], packages: {} },
  // What a pack brings is compiled where it is read; only its doors know zod.
  phrases: { files: 'utils/phrases/**', may: ['types:rules', 'language', 'rules/schema', 'rules/patterns', 'hosts/schema'], packages: { zod: ['pack', 'import'], 'd3-dsv': ['import'], htmlparser2: ['import'], yaml: ['import'] } },
  practice: { files: 'utils/practice/**', may: ['types:rules', 'language', 'promises'], packages: {} },
  browser: { files: 'utils/browser/**', may: [], packages: { wxt: [], 'webextension-polyfill': [], 'temporal-polyfill': [] } },
  // Messages carry what the pure rooms find: their types cross, their code does not.
  messages: { files: 'utils/messages/**', may: ['browser', 'types:language', 'types:promises', 'types:phrases', 'types:phrases/pack', 'types:phrases/merge'], packages: { zod: ['answer', 'schemas'] } },
  store: { files: 'utils/store/**', may: [], packages: { dexie: [] } },
  editors: { files: 'utils/editors/**', may: ['types:language'], packages: {} },
  hosts: { files: 'utils/hosts/**', may: ['editors'], packages: { zod: ['schema'] } },
  // What is typed is read by a grammar that a page loads when somebody types (components/shared/reader.ts).
  shared: { files: 'components/shared/**', may: ['types:language', 'types:promises', 'promises/log', 'types:phrases/pack', 'types:phrases/import'], packages: { react: [] } },
  'ui-panel': {
    files: 'components/panel/**',
    may: ['shared', 'types:language', 'types:promises', 'promises/ahead', 'promises/log', 'reminders', 'types:phrases', 'phrases/tell', 'messages/send', 'messages/protocol', 'messages/push', 'browser'],
    packages: { react: [] },
  },
  'ui-options': {
    files: 'components/options/**',
    may: ['shared', 'language', 'rules', 'rules/schema', 'rules/patterns', 'types:promises', 'promises/ahead', 'promises/log', 'reminders', 'phrases', 'phrases/pack', 'phrases/merge', 'phrases/import', 'phrases/export', 'practice', 'messages/send', 'messages/protocol', 'messages/push', 'browser'],
    packages: { react: [], '@tanstack/react-virtual': [] },
  },
  inline: { files: 'components/inline/**', may: ['types:language', 'types:promises', 'types:phrases'], packages: {} },
  palette: { files: 'components/palette/**', may: ['inline'], packages: {} },
  background: {
    files: 'entrypoints/background/**',
    may: ['store', 'reminders', 'types:promises', 'promises/ledger', 'promises/ahead', 'promises/exchange', 'phrases', 'phrases/pack', 'phrases/merge', 'phrases/export', 'rules', 'rules/schema', 'rules/compile', 'types:language', 'hosts/schema', 'hosts/matches', 'hosts/check',
      'messages/answer', 'messages/protocol', 'messages/push', 'browser'],
    packages: { wxt: [] },
  },
  content: {
    files: 'entrypoints/content/**',
    may: ['hosts', 'hosts/matches', 'hosts/check', 'hosts/diagnose', 'editors', 'language', 'promises', 'phrases', 'messages/send', 'messages/protocol', 'messages/push', 'browser', 'inline', 'palette'],
    packages: { wxt: [] },
  },
  // What the content script loads when a reply is first written: the same code, built as a second file.
  'reply-script': { files: 'entrypoints/reply/**', may: ['content/start', 'content/load'], packages: { wxt: [] } },
  'panel-page': {
    files: 'entrypoints/panel/**', may: ['ui-panel', 'shared', 'messages/send', 'messages/protocol', 'messages/push', 'browser'],
    packages: { wxt: [], react: [], 'react-dom': [] },
  },
  'options-page': {
    files: 'entrypoints/options/**', may: ['ui-options', 'shared', 'messages/send', 'messages/protocol', 'messages/push', 'browser'],
    packages: { wxt: [], react: [], 'react-dom': [] },
  },
  // The practice inbox runs the very code of a real host: it is the one page that starts the content script itself.
  'practice-page': {
    files: 'entrypoints/practice/**', may: ['content', 'content/start', 'shared', 'messages/send', 'messages/protocol', 'messages/push', 'browser'],
    packages: { wxt: [], react: [], 'react-dom': [] },
  },
  // One file: the polyfill as a script of its own, in no bundle.
  'temporal-script': { files: 'entrypoints/temporal/**', may: [], packages: { wxt: [], 'temporal-polyfill': [] } },
  scripts: {
    files: 'scripts/**',
    may: ['rules', 'rules/compile', 'rules/schema', 'language', 'promises', 'reminders', 'phrases', 'phrases/pack', 'phrases/merge', 'phrases/import', 'hosts/matches', 'store', 'browser'],
    packages: { yaml: [], 'temporal-polyfill': [], 'puppeteer-core': [], vite: [], fflate: [], selfsigned: [], 'write-good': [], 'harper.js': [], ...Object.fromEntries(NODE.map((n) => [n, []])) },
  },
};

/** Doors other than `index`: each is one file. */
const DOORS = ['rules/schema', 'rules/compile', 'rules/patterns', 'promises/ahead', 'promises/ledger', 'promises/log', 'promises/exchange', 'phrases/pack', 'phrases/merge', 'phrases/import', 'phrases/export', 'phrases/tell', 'hosts/schema', 'hosts/matches', 'hosts/check', 'hosts/diagnose',
  'messages/send', 'messages/answer', 'messages/protocol', 'messages/push', 'content/start', 'content/load'];

const doorCategory = (door) => `door ${door.includes('/') ? door : `${door}/index`}`;
const folderOf = (room) => MAP[room].files.replace(/\/\*\*$/, '');
const doorFiles = [
  ...Object.keys(MAP).map((room) => ({ category: doorCategory(room), pattern: [`${folderOf(room)}/index.{ts,tsx}`] })),
  ...DOORS.map((door) => ({ category: doorCategory(door), pattern: [`${folderOf(door.split('/')[0])}/${door.split('/')[1]}.{ts,tsx}`] })),
];

function policiesOf(room, { may, packages }) {
  const from = { element: { type: room } };
  const doors = may.map((entry) => {
    const [kind, door] = entry.startsWith('types:') ? ['type', entry.slice('types:'.length)] : [null, entry];
    const to = { element: { type: door.split('/')[0] }, file: { categories: doorCategory(door) } };
    return { from, allow: kind ? { to, dependency: { kind } } : { to } };
  });
  const outside = Object.entries(packages).map(([name, files]) => ({
    from: files.length === 0 ? from : { ...from, file: { path: files.map((file) => `**/${file}{.ts,.tsx,/**}`) } },
    allow: { to: { module: { origin: name.startsWith('node:') ? 'core' : 'external', source: name } } },
  }));
  return [...doors, ...outside];
}

const PURE = ['rules', 'language', 'promises', 'reminders', 'phrases', 'practice'];
const pureFiles = PURE.map((room) => `utils/${room}/**/*.ts`);
const worldOf = [
  { selector: "NewExpression[callee.name='Date']", message: 'Time comes in as an argument (ISO string, zone); arithmetic by Temporal.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes in as an argument (ISO string, zone); arithmetic by Temporal.' },
  { selector: "MemberExpression[object.name='Date']", message: 'Time comes in as an argument; ask utils/browser for the clock.' },
];
const chance = [
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance comes in as an argument.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'The clock is read in utils/browser alone.' },
];
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
  name, message: 'Only background/subscriptions uses the network, and browser/assets reads our own files.',
}));

export default tseslint.config(
  { ignores: ['.output/**', '.wxt/**', '.cache/**', 'node_modules/**', 'screenshots/**', 'tests/pages/**', 'tests/real-hosts/**', 'public/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['{utils,components,entrypoints}/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.entries(MAP).map(([type, { files }]) => ({ type, pattern: files.replace(/\/\*\*$/, '') })),
      'boundaries/files': doorFiles,
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'boundaries/legacy-templates': false,
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: {
      'boundaries/dependencies': ['error', {
        default: 'disallow', checkAllOrigins: true,
        message: 'The map in eslint.config.js does not let this room import that: enter by a door it names, or carry the value in as an argument.',
        policies: Object.entries(MAP).flatMap(([room, entry]) => policiesOf(room, entry)),
      }],
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'no-restricted-globals': ['error', ...network],
      'no-restricted-syntax': ['error', ...worldOf, ...chance],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: pureFiles, rules: { 'no-restricted-globals': ['error', ...network, ...['document', 'window', 'navigator', 'location', 'localStorage', 'setTimeout', 'setInterval', 'performance', 'crypto'].map((name) => ({ name, message: 'A pure room knows no browser and no clock: carry it in as an argument.' }))] } },
  // The only clock, and the only reader of our own files.
  { files: ['utils/browser/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['utils/browser/assets.ts', 'entrypoints/background/subscriptions.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['scripts/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-globals': 'off', '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
);
