import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ClockProvider, Live, Notice, showTheme, StringsProvider, useStrings } from '../shared';
import { Board } from './Board';
import type { Door, SiteDoor } from './door';
import type { Options as OptionsHands, OptionsState } from './model';
import { Rules } from './Rules';
import { Settings } from './Settings';

const TICK_MS = 30_000;
const PAGES = ['promises', 'settings', 'rules'] as const;
const TITLES = { promises: 'board_title', settings: 'options_settings', rules: 'rules_title' } as const satisfies Record<PageName, string>;
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
  if (!settings || !strings) return null;
  return (
    <StringsProvider strings={strings}>
      <ClockProvider face={face}>
        <Whole state={state} options={options} sites={door.sites} />
      </ClockProvider>
    </StringsProvider>
  );
}

function Whole({ state, options, sites }: { state: OptionsState; options: OptionsHands; sites: SiteDoor }) {
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
        <a href="#/promises" aria-current={page === 'promises' ? 'page' : undefined}>
          {t('board_title')}
        </a>
        <a href="#/settings" aria-current={page === 'settings' ? 'page' : undefined}>
          {t('options_settings')}
        </a>
        <a href="#/rules" aria-current={page === 'rules' ? 'page' : undefined}>
          {t('rules_title')}
        </a>
        <a href="practice.html">{t('options_practice')}</a>
      </nav>
      <main>
        {state.failed !== null && (
          <div role="alert">
            <Notice tone="due">{t(state.failed)}</Notice>
          </div>
        )}
        {page === 'promises' && <Board state={state} options={options} settings={settings} />}
        {page === 'settings' && <Settings settings={settings} options={options} sites={sites} />}
        {page === 'rules' && <Rules settings={settings} options={options} />}
      </main>
      <Live text={has(said) ? t(said) : said} />
    </div>
  );
}
