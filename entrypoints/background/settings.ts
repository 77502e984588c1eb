import { uiLanguage } from '../../utils/browser';
import { soundSettings } from '../../utils/messages/answer';
import type { Lang } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { changeSettings, readSettings } from '../../utils/store';
import type { Store } from '../../utils/store';
import { governedOf, lockedIn } from './policy-settings';
import type { Governed } from './policy-settings';

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
    teamDaysOff: [],
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

/** The settings as they stand; a field that was damaged is back at its default, or at what packs or the administrator preset. */
export async function loadSettings(store: Store): Promise<Settings> {
  const [kept, governed] = await Promise.all([readSettings(store), governedOf(store)]);
  return whole(kept, governed);
}

/**
 * Changes the fields given. `panel` is merged by origin, so that two tabs do not undo one another. Only what was chosen is kept: the rest
 * goes on following its presets. @throws where the administrator locked one of the fields to another value; nothing is changed then
 */
export async function saveSettings(store: Store, change: Partial<Settings>): Promise<Settings> {
  const governed = await governedOf(store);
  const locked = lockedIn(change, governed);
  if (locked.length > 0) throw new Error(`${locked.join(', ')}: set by the administrator`);
  const kept = await changeSettings(store, (before) => {
    const sound = soundSettings(before) as Partial<Settings>;
    return { ...sound, ...change, panel: { ...sound.panel, ...change.panel } };
  });
  return whole(kept, governed);
}

/** Forgets one field that the agent chose, so that it follows its presets again. */
export async function followPresets(store: Store, field: keyof Settings): Promise<Settings> {
  const governed = await governedOf(store);
  const kept = await changeSettings(store, (before) => Object.fromEntries(Object.entries(soundSettings(before)).filter(([name]) => name !== field)));
  return whole(kept, governed);
}

function whole(kept: unknown, { preset, locked }: Governed): Settings {
  return { ...defaults(uiLanguage()), ...preset, ...(soundSettings(kept) as Partial<Settings>), ...locked };
}

/** The language of the interface: the chosen one, else the browser's where it is one of ours, else English. */
export function interfaceLanguage(settings: Settings, ui: string): Lang {
  if (settings.language !== null) return settings.language;
  const [base] = ui.toLowerCase().split('-');
  if (base === 'pl') return 'pl';
  if (base !== 'pt') return 'en';
  return ui.toLowerCase() === 'pt' ? settings.portuguese : ui.toLowerCase() === 'pt-pt' ? 'pt-PT' : 'pt-BR';
}
