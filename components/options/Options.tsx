import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ClockProvider, Live, Notice, ReadingProvider, showTheme, StringsProvider, useStrings } from '../shared';
import { clockOf } from '../../utils/promises/ahead';
import { Board } from './board/Board';
import { Data } from './Data';
import type { Door } from './door';
import { Figures } from './Figures';
import { Governs } from './Governed';
import type { Options as OptionsHands, OptionsState } from './model';
import { Packs } from './packs/Packs';
import { PhrasesPage } from './phrases/Phrases';
import { Rules } from './Rules';
import { Settings } from './Settings';
import { Workshop } from './workshop/Workshop';

const TICK_MS = 30_000;
const PAGES = ['promises', 'figures', 'settings', 'data', 'rules', 'phrases', 'packs', 'workshop'] as const;
const TITLES = {
  promises: 'board_title', figures: 'figures_title', settings: 'options_settings', data: 'data_title', rules: 'rules_title',
  phrases: 'phrases_title', packs: 'packs_title', workshop: 'workshop_title',
} as const satisfies Record<PageName, string>;
type PageName = (typeof PAGES)[number];

const pageOf = (hash: string): PageName => PAGES.find((page) => hash === `#/${page}`) ?? 'settings';

/** The page that #… names; follows the address, so that back and a link from the panel work. */
function usePage(): PageName {
  const [page, setPage] = useState(() => pageOf(location.hash));
  useEffect(() => {
    const follow = () => setPage(pageOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return page;
}

export function Options({ options, door }: { options: OptionsHands; door: Door }) {
  const state = useSyncExternalStore(options.subscribe, options.get);
  const { settings, strings } = state;
  useEffect(() => {
    const timer = setInterval(options.tick, TICK_MS);
    return () => clearInterval(timer);
  }, [options]);
  useEffect(() => showTheme(document.documentElement, settings?.theme ?? 'system'), [settings?.theme]);
  const face = useMemo(() => ({ now: state.now, zone: door.zone(), preferred: door.preferred }), [state.now, door]);
  const clock = useMemo(() => settings && clockOf(face.now, face.zone, settings.hours, settings.holidays, settings.teamDaysOff), [face, settings]);
  if (!settings || !strings || !clock) return null;
  return (
    <StringsProvider strings={strings}>
      <ClockProvider face={face}>
        <ReadingProvider load={door.reader} clock={clock}>
          <Whole state={state} options={options} door={door} />
        </ReadingProvider>
      </ClockProvider>
    </StringsProvider>
  );
}

function Whole({ state, options, door }: { state: OptionsState; options: OptionsHands; door: Door }) {
  const strings = useStrings();
  const { t, has } = strings;
  const page = usePage();
  const { settings, said } = state;
  const title = t(TITLES[page]);
  useEffect(() => {
    document.documentElement.lang = strings.language;
    document.title = `${title} · ${strings.t('app_name')}`;
  }, [title, strings]);
  if (!settings) return null;
  return (
    <div className="options">
      <nav aria-label={t('options_pages')}>
        <p className="brand">{t('app_name')}</p>
        {PAGES.map((name) => (
          <a key={name} href={`#/${name}`} aria-current={page === name ? 'page' : undefined}>
            {t(TITLES[name])}
          </a>
        ))}
        <a href="practice.html">{t('options_practice')}</a>
      </nav>
      <main className={`page-${page}`}>
        {state.failed !== null && (
          <div role="alert">
            <Notice tone="due">{t(state.failed)}</Notice>
          </div>
        )}
        {page === 'promises' && <Board state={state} options={options} settings={settings} />}
        {page === 'figures' && <Figures options={options} version={state.version} />}
        {page === 'settings' && <Settings settings={settings} options={options} version={state.version} sites={door.sites} give={door.give} />}
        {page === 'data' && <Governs options={options} version={state.version} settings={settings}><Data settings={settings} options={options} door={door} /></Governs>}
        {page === 'rules' && <Governs options={options} version={state.version} settings={settings}><Rules settings={settings} options={options} /></Governs>}
        {page === 'phrases' && <PhrasesPage options={options} version={state.version} door={door} />}
        {page === 'packs' && <Packs options={options} version={state.version} door={door} />}
        {page === 'workshop' && <Workshop options={options} version={state.version} door={door} />}
      </main>
      <Live text={has(said) ? t(said) : said} />
    </div>
  );
}
