import { Button, Field, Section, Select, useStrings } from '../shared';
import type { Settings as AllSettings } from '../../utils/messages/protocol';
import type { Door, SiteDoor } from './door';
import { Clock, Typed } from './fields';
import { LANGUAGE_NAMES, LANGUAGES } from './languages';
import { DaysOff, Governed, Governs } from './Governed';
import type { Options } from './model';
import { Palette } from './Palette';
import { Reminders } from './Reminders';
import { Sites } from './Sites';
import { WeekDays } from './WeekDays';

interface Props {
  readonly settings: AllSettings;
  readonly options: Options;
}

const COUNTRIES = ['PL', 'PT', 'BR', 'US', 'GB'] as const;
const TARGET_BOUNDS = { min: 1, max: 240 } as const;

export function Settings({ settings, options, version, sites, give }: Props & { readonly version: number; readonly sites: SiteDoor; readonly give: Door['give'] }) {
  const { t } = useStrings();
  return (
    <Governs options={options} version={version} settings={settings}>
      <h1>{t('options_settings')}</h1>
      <Section title={t('options_look')} className="section">
        <div className="fields">
          <Language settings={settings} options={options} />
          <Governed field="theme">
            <Field label={t('options_theme')}>
              {({ id }) => (
                <Select
                  id={id}
                  value={settings.theme}
                  options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`options_theme_${value}`) }))}
                  onPick={(theme) => options.save({ theme })}
                />
              )}
            </Field>
          </Governed>
        </div>
      </Section>
      <Section title={t('options_time')} className="section">
        <Hours settings={settings} options={options} />
      </Section>
      <Governed field="reminders">
        <Reminders settings={settings} options={options} />
      </Governed>
      <Section title={t('options_you')} className="section">
        <Agent settings={settings} options={options} />
      </Section>
      <Section title={t('options_palette')} className="section">
        <Governed field="palette">
          <Palette key={settings.palette.trigger} settings={settings} options={options} />
        </Governed>
      </Section>
      <Sites sites={sites} options={options} give={give} />
      <Learnt
        title={t('options_taught')}
        none={t('options_taught_none')}
        items={settings.taught}
        undo={t('options_forget')}
        undoOne={(term) => t('options_forget_term', { term })}
        onChange={(taught) => options.save({ taught })}
      />
      <Governed field="silenced">
        <Learnt
          title={t('options_silenced')}
          none={t('options_silenced_none')}
          items={settings.silenced}
          code
          undo={t('options_unsilence')}
          undoOne={(rule) => t('options_unsilence_rule', { rule })}
          onChange={(silenced) => options.save({ silenced })}
        />
      </Governed>
    </Governs>
  );
}

function Language({ settings, options }: Props) {
  const { t } = useStrings();
  return (
    <>
      <Governed field="language">
        <Field label={t('options_language')}>
          {({ id }) => (
            <Select
              id={id}
              value={settings.language ?? 'browser'}
              options={[{ value: 'browser' as const, label: t('options_language_browser') }, ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))]}
              onPick={(language) => options.save({ language: language === 'browser' ? null : language })}
            />
          )}
        </Field>
      </Governed>
      <Governed field="portuguese">
        <Field label={t('options_portuguese')} hint={t('options_portuguese_hint')}>
          {({ id, hint }) => (
            <Select
              id={id}
              aria-describedby={hint}
              value={settings.portuguese}
              options={(['pt-BR', 'pt-PT'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              onPick={(portuguese) => options.save({ portuguese })}
            />
          )}
        </Field>
      </Governed>
    </>
  );
}

function Hours({ settings, options }: Props) {
  const { t, language } = useStrings();
  const { hours } = settings;
  return (
    <div className="fields">
      <Governed field="hours">
        <WeekDays days={hours.days} onDays={(days) => options.save({ hours: { ...hours, days } })} />
        <div className="pair">
          <Clock label={t('options_from')} value={hours.start} onSet={(start) => start < hours.end && options.save({ hours: { ...hours, start } })} />
          <Clock label={t('options_to')} value={hours.end} onSet={(end) => end > hours.start && options.save({ hours: { ...hours, end } })} />
        </div>
      </Governed>
      <Governed field="holidays">
        <Field label={t('options_holidays')} hint={t('options_holidays_hint')}>
          {({ id, hint }) => (
            <Select
              id={id}
              aria-describedby={hint}
              value={settings.holidays ?? 'none'}
              options={[{ value: 'none' as const, label: t('options_holidays_none') }, ...COUNTRIES.map((value) => ({ value, label: countryName(language, value) }))]}
              onPick={(country) => options.save({ holidays: country === 'none' ? null : country })}
            />
          )}
        </Field>
      </Governed>
      <DaysOff />
      <Governed field="replyTargetHours">
        <Target settings={settings} options={options} />
      </Governed>
    </div>
  );
}

const countryName = (language: string, code: string): string => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;

function Target({ settings, options }: Props) {
  const { t } = useStrings();
  const set = (typed: string) => {
    const hours = Number(typed);
    if (!Number.isInteger(hours) || hours < TARGET_BOUNDS.min || hours > TARGET_BOUNDS.max) return false;
    options.save({ replyTargetHours: hours });
    return true;
  };
  return (
    <Field label={t('options_target')} hint={t('options_target_hint')}>
      {({ id, hint }) => <Typed key={settings.replyTargetHours} id={id} hint={hint} type="number" {...TARGET_BOUNDS} value={String(settings.replyTargetHours)} onSet={set} />}
    </Field>
  );
}

function Agent({ settings, options }: Props) {
  const { t } = useStrings();
  const { agent } = settings;
  return (
    <div className="fields">
      <Field label={t('options_name')} hint={t('options_name_hint')}>
        {({ id, hint }) => (
          <Typed key={agent.name ?? ''} id={id} hint={hint} type="text" value={agent.name ?? ''} onSet={(name) => options.save({ agent: { ...agent, name: name.trim() === '' ? null : name.trim() } })} />
        )}
      </Field>
      <Field label={t('options_gender')} hint={t('options_gender_hint')}>
        {({ id, hint }) => (
          <Select
            id={id}
            aria-describedby={hint}
            value={agent.gender ?? 'none'}
            options={(['none', 'f', 'm'] as const).map((value) => ({ value, label: t(`options_gender_${value}`) }))}
            onPick={(gender) => options.save({ agent: { ...agent, gender: gender === 'none' ? null : gender } })}
          />
        )}
      </Field>
    </div>
  );
}

interface LearntProps {
  title: string;
  none: string;
  items: readonly string[];
  /** Ids, not words. */
  code?: boolean;
  undo: string;
  undoOne: (item: string) => string;
  onChange: (rest: readonly string[]) => void;
}

/** What the agent said once for good, each with a way back. */
function Learnt({ title, none, items, code = false, undo, undoOne, onChange }: LearntProps) {
  return (
    <Section title={title} className="section">
      {items.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul className="rows">
          {items.map((item) => (
            <li key={item} className="silenced">
              {code ? <code>{item}</code> : <span>{item}</span>}
              <Button aria-label={undoOne(item)} onClick={() => onChange(items.filter((other) => other !== item))}>
                {undo}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
