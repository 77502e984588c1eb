import { uiLanguage } from '../../utils/browser';
import { soundSettings } from '../../utils/messages/answer';
import type { Lang } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { changeSettings, readSettings } from '../../utils/store';
import type { Store } from '../../utils/store';

/** Country of the calendar, by the browser's language, where it names one or has but one here. */
const CALENDARS: Readonly<Record<string, NonNullable<Settings['holidays']>>> = {
  pl: 'PL', 'pl-PL': 'PL', 'pt-PT': 'PT', 'pt-BR': 'BR', 'en-US': 'US', 'en-GB': 'GB',
};

/** Settings before anything was chosen. @param ui the browser's language, "pt-PT". */
export function defaults(ui: string): Settings {
  return {
    language: null,
    portuguese: ui === 'pt-PT' ? 'pt-PT' : 'pt-BR',
    hours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' },
    holidays: CALENDARS[ui] ?? null,
    replyTargetHours: 24,
    agent: { name: null, gender: null },
    silenced: [],
    taught: [],
    theme: 'system',
    panel: {},
    reminders: { lead: {}, quiet: null },
    palette: { trigger: ';;', expand: true },
    backup: 'off',
  };
}

/** The settings as they stand; a field that was damaged is back at its default. */
export async function loadSettings(store: Store): Promise<Settings> {
  return whole(await readSettings(store));
}

/** Changes the fields given. `panel` is merged by origin, so that two tabs do not undo one another. */
export async function saveSettings(store: Store, change: Partial<Settings>): Promise<Settings> {
  return changeSettings(store, (kept) => {
    const before = whole(kept);
    return { ...before, ...change, panel: { ...before.panel, ...change.panel } };
  });
}

function whole(kept: unknown): Settings {
  return { ...defaults(uiLanguage()), ...(soundSettings(kept) as Partial<Settings>) };
}

/** The language of the interface: the chosen one, else the browser's where it is one of ours, else English. */
export function interfaceLanguage(settings: Settings, ui: string): Lang {
  if (settings.language !== null) return settings.language;
  const [base] = ui.toLowerCase().split('-');
  if (base === 'pl') return 'pl';
  if (base !== 'pt') return 'en';
  return ui.toLowerCase() === 'pt' ? settings.portuguese : ui.toLowerCase() === 'pt-pt' ? 'pt-PT' : 'pt-BR';
}
