import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, useClock, useStrings } from '../shared';
import type { Requests, Settings } from '../../utils/messages/protocol';
import type { Options } from './model';

export interface Governing extends Pick<Requests['policy.get']['answer'], 'settings' | 'daysOff'> {
  /** Pack id → its name. */
  readonly names: ReadonlyMap<string, string>;
  readonly follow: (field: keyof Settings) => void;
}
const NOTHING: Governing = { settings: [], daysOff: [], names: new Map(), follow: () => undefined };
const Context = createContext<Governing>(NOTHING);

/** What the administrator and packs set of the settings, for the page within. */
export function Governs({ options, version, settings, children }: { options: Options; version: number; settings: Settings; children: ReactNode }) {
  const [governing, setGoverning] = useState(NOTHING);
  useEffect(() => {
    let wanted = true;
    void Promise.all([options.ask('policy.get', {}), options.ask('pack.list', {})]).then(([policy, list]) => {
      if (wanted && policy && list) setGoverning({ ...policy, follow: options.follow, names: new Map(list.packs.map(({ id, name }) => [id, name])) });
    });
    return () => {
      wanted = false;
    };
    // A value of the agent's own takes the place of a preset.
  }, [options, version, settings]);
  return <Context value={governing}>{children}</Context>;
}

/** The administrator locked this setting: its controls can't be touched. */
export function useLocked(field: keyof Settings): boolean {
  return useContext(Context).settings.some((setting) => setting.field === field && setting.how === 'locked');
}

/** A control, with who else sets its value: locked by the administrator it can't be touched. */
export function Governed({ field, children }: { field: keyof Settings; children: ReactNode }) {
  const { settings } = useContext(Context);
  const one = settings.find((setting) => setting.field === field);
  if (one === undefined) return children;
  return (
    <fieldset className="governed" disabled={one.how === 'locked'}>
      {children}
      <GovernedNote field={field} />
    </fieldset>
  );
}

/** Who else sets a value, and the way back to theirs; nothing where nobody does. */
export function GovernedNote({ field }: { field: keyof Settings }) {
  const { t } = useStrings();
  const { settings, names, follow } = useContext(Context);
  const one = settings.find((setting) => setting.field === field);
  if (one === undefined) return null;
  const by = one.origin === null ? t('options_governed_admin') : (names.get(one.origin) ?? one.origin);
  return (
    <>
      <p className="muted">{t(one.how === 'locked' ? 'options_governed_locked' : one.chosen ? 'options_governed_own' : 'options_governed_preset', one.how === 'locked' ? {} : { by })}</p>
      {one.chosen && (
        <Button aria-label={`${t('options_governed_follow')}: ${by}`} onClick={() => follow(field)}>
          {t('options_governed_follow')}
        </Button>
      )}
    </>
  );
}

/** Days off that packs bring, from today on, each with its pack. */
export function DaysOff() {
  const { t, language } = useStrings();
  const { here } = useClock();
  const { daysOff, names } = useContext(Context);
  const today = Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).toPlainDate();
  const ahead = daysOff.filter(({ date }) => Temporal.PlainDate.compare(date, today) >= 0);
  if (ahead.length === 0) return null;
  return (
    <div className="field">
      <span className="strong">{t('options_team_days')}</span>
      <ul className="days-off">
        {ahead.map(({ date, name, origin }) => (
          <li key={date}>
            {Temporal.PlainDate.from(date).toLocaleString(language, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })}
            {name !== null && <> · {name}</>} <span className="muted">· {names.get(origin) ?? origin}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
