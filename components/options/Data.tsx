import { useEffect, useId, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { Button, Notice, Section, useClock, useStrings } from '../shared';
import type { BroughtBack, RestoreOutcome, Settings } from '../../utils/messages/protocol';
import type { Door } from './door';
import { Governed } from './Governed';
import type { Options } from './model';

const FORMATS = ['json', 'csv', 'ics'] as const;
const BACKUPS = ['off', 'daily', 'weekly'] as const;
/** More faults than these are counted. */
const BAD_SHOWN = 20;

interface Props {
  readonly settings: Settings;
  readonly options: Options;
  readonly door: Door;
}

/** The promises out as files, in again, and as copies by themselves. */
export function Data({ settings, options, door }: Props) {
  const { t } = useStrings();
  return (
    <>
      <h1>{t('data_title')}</h1>
      <p className="muted lead">{t('data_note')}</p>
      <Back options={options} />
      <Export options={options} door={door} />
      <Restore options={options} />
      <Backup settings={settings} options={options} door={door} />
    </>
  );
}

/** Says so where the browser ever lost its database. */
function Back({ options }: Pick<Props, 'options'>) {
  const { t } = useStrings();
  const { here, locale } = useClock();
  const [back, setBack] = useState<BroughtBack | null>(null);
  useEffect(() => {
    let wanted = true;
    void options.ask('store.back', {}).then((answer) => wanted && answer && setBack(answer.back));
    return () => {
      wanted = false;
    };
  }, [options]);
  if (back === null) return null;
  const day = Temporal.Instant.from(back.at).toZonedDateTimeISO(here.zone).toLocaleString(locale, { dateStyle: 'long' });
  return <Notice>{`${day}: ${t('notice_back_body', { count: back.count.toLocaleString(locale) })}`}</Notice>;
}

function Export({ options, door }: Pick<Props, 'options' | 'door'>) {
  const { t } = useStrings();
  const [busy, setBusy] = useState(false);
  const give = (format: (typeof FORMATS)[number]) => {
    setBusy(true);
    void options.exported(format).then((file) => {
      setBusy(false);
      if (file) door.give(file);
    });
  };
  return (
    <Section title={t('data_export')} className="section">
      <dl className="formats">
        {FORMATS.map((format) => (
          <div key={format}>
            <dt>
              <Button disabled={busy} onClick={() => give(format)}>
                {t('data_export_as', { format: format.toUpperCase() })}
              </Button>
            </dt>
            <dd className="muted">{t(`data_export_${format}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

interface Chosen {
  readonly name: string;
  readonly text: string;
  readonly outcome: RestoreOutcome;
}

function Restore({ options }: Pick<Props, 'options'>) {
  const { t } = useStrings();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const look = async (name: string, text: string, apply: boolean) => {
    setBusy(true);
    const outcome = await options.restore(text, apply);
    setBusy(false);
    setChosen(outcome && { name, text, outcome });
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const [file] = field.files ?? [];
    if (!file) return;
    const text = await file.text();
    // The same file can be chosen again.
    field.value = '';
    await look(file.name, text, false);
  };
  return (
    <Section title={t('data_restore')} className="section">
      <div className="fields">
        <p className="muted" id={hint}>
          {t('data_restore_hint')}
        </p>
        <Button aria-describedby={hint} disabled={busy} onClick={() => input.current?.click()}>
          {t('data_restore_choose')}
        </Button>
        {/* The browser's own control would speak the browser's language. */}
        <input ref={input} type="file" accept=".json,application/json" hidden onChange={(event) => void choose(event)} />
      </div>
      {chosen && <Outcome chosen={chosen} busy={busy} onApply={() => void look(chosen.name, chosen.text, true)} onCancel={() => setChosen(null)} />}
    </Section>
  );
}

/** What restoring would do, before it does; and what it did. */
function Outcome({ chosen, busy, onApply, onCancel }: { chosen: Chosen; busy: boolean; onApply: () => void; onCancel: () => void }) {
  const { t, plural } = useStrings();
  const { name, outcome } = chosen;
  const { add, update, same, bad, applied } = outcome;
  const form = applied ? 'did' : 'would';
  const nothing = add === 0 && update === 0;
  return (
    <div role="status">
      <Notice tone={bad.length > 0 ? 'due' : 'plain'}>
        <p className="strong">{name}</p>
        <ul>
          {add > 0 && <li>{plural(`data_${form}_add`, add)}</li>}
          {update > 0 && <li>{plural(`data_${form}_update`, update)}</li>}
          {same > 0 && <li>{plural('data_same', same)}</li>}
          {bad.length > 0 && <li>{plural('data_bad', bad.length)}</li>}
        </ul>
        {bad.length > 0 && (
          <ul className="bad">
            {bad.slice(0, BAD_SHOWN).map(({ where, why, number = 0 }, index) => (
              <li key={`${index} ${where}`}>
                <code>{where}</code>: {t(`data_fault_${why}`, { number })}
              </li>
            ))}
          </ul>
        )}
        {applied ? (
          <p className="strong">{t('data_restored')}</p>
        ) : (
          <div className="choices">
            <Button kind="main" disabled={busy || nothing} onClick={onApply}>
              {t(nothing ? 'data_restore_nothing' : 'data_restore_apply')}
            </Button>
            <Button disabled={busy} onClick={onCancel}>
              {t('data_restore_cancel')}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}

function Backup({ settings, options, door }: Props) {
  const { t } = useStrings();
  const [refused, setRefused] = useState(false);
  const pick = (backup: Settings['backup']) => {
    setRefused(false);
    if (backup === 'off') return options.save({ backup });
    // Asked before anything is awaited: the browser allows it only within the click.
    void door.downloads.request().then((granted) => (granted ? options.save({ backup }) : setRefused(true)), () => setRefused(true));
  };
  return (
    <Section title={t('data_backup')} className="section">
      <p className="muted">{t('data_backup_hint')}</p>
      <Governed field="backup"><fieldset className="choices">
        <legend className="unseen">{t('data_backup')}</legend>
        {BACKUPS.map((backup) => (
          <label key={backup} className="button day-choice">
            <input type="radio" name="backup" checked={settings.backup === backup} onChange={() => pick(backup)} /> {t(`data_backup_${backup}`)}
          </label>
        ))}
      </fieldset></Governed>
      {refused && (
        <p role="alert" className="is-late">
          {t('data_backup_refused')}
        </p>
      )}
    </Section>
  );
}
