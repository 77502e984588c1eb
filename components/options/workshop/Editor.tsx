import { useState } from 'react';
import { Button, Field, Section, tellPackError, useClock, useStrings } from '../../shared';
import type { PackLanguage } from '../../../utils/phrases/pack';
import type { Door } from '../door';
import type { Options } from '../model';
import { Problem } from '../packs/Problem';
import { SPOKEN } from '../phrases/own';
import type { PackProblem } from '../../../utils/messages/protocol';
import { fileOf, languagesOf, LISTS, nextVersion, noteOf, textOf, withNote } from './draft';
import type { Draft } from './draft';
import { Lists, startsAt } from './Lists';
import { Trial } from './Trial';
import { useDraft } from './use-draft';
import { useChecked, useEngine } from './use-engine';

interface Props {
  readonly options: Options;
  readonly door: Door;
  readonly id: string;
  readonly first: Draft;
  readonly onClose: () => void;
}

/** One pack on the bench. Everything typed is kept as a draft; a sound one can be saved as a file or put in use. */
export function Editor({ options, door, id, first, onClose }: Props) {
  const strings = useStrings();
  const { t } = strings;
  const { draft, setDraft, saved } = useDraft(options, id, first);
  const engine = useEngine(options);
  const checked = useChecked(engine, draft);
  const head = checked?.errors.filter((error) => !LISTS.some((list) => startsAt(error, list))) ?? [];
  return (
    <>
      <div className="pack-head">
        <Button onClick={onClose}>{t('workshop_back')}</Button>
        <span className="muted" role="status">{t(saved ? 'workshop_saved' : 'workshop_saving')}</span>
      </div>
      <Section title={t('workshop_about')}>
        <Head draft={draft} onDraft={setDraft} />
        {head.length > 0 && <ul className="bad is-late" role="status">{head.map((error, index) => <li key={`${index} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>}
      </Section>
      <Section title={t('workshop_contents')}>
        <Lists draft={draft} checked={checked} onDraft={setDraft} />
      </Section>
      <Trial pack={checked?.pack ?? null} engine={engine} />
      <Out draft={draft} sound={checked?.pack != null} options={options} door={door} onDraft={setDraft} />
    </>
  );
}

function Head({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const { t } = useStrings();
  const languages = languagesOf(draft);
  const line = (name: string, hint?: string) => (
    <Field key={name} label={t(`workshop_field_${name}`)} {...(hint === undefined ? {} : { hint })}>
      {(ids) => <input id={ids.id} aria-describedby={ids.hint} className="input" type="text" value={textOf(draft, name)} onChange={(event) => onDraft({ ...draft, [name]: event.currentTarget.value })} />}
    </Field>
  );
  const toggle = (lang: PackLanguage) => onDraft({ ...draft, languages: SPOKEN.filter((one) => (one === lang ? !languages.includes(one) : languages.includes(one))) });
  return (
    <div className="entry-fields">
      {line('name')}
      {line('id', t('workshop_id_hint'))}
      {line('author')}
      {line('description')}
      <fieldset className="choices">
        <legend>{t('packs_field_languages')}</legend>
        {SPOKEN.map((lang) => (
          <label key={lang} className="button day-choice">
            <input type="checkbox" checked={languages.includes(lang)} onChange={() => toggle(lang)} /> {t(`phrases_lang_${lang.replace('-', '_')}`)}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Version, what is new in it, and the ways out. */
function Out({ draft, sound, options, door, onDraft }: { draft: Draft; sound: boolean; options: Options; door: Door; onDraft: (draft: Draft) => void }) {
  const { t } = useStrings();
  const { here } = useClock();
  const [note, setNote] = useState(() => noteOf(draft));
  const [problem, setProblem] = useState<PackProblem | null>(null);
  const today = () => Temporal.Instant.from(here.now).toZonedDateTimeISO(here.zone).toPlainDate().toString();
  /** The file as it goes out, its note taken down. */
  const text = (): string => {
    const told = withNote(draft, note, today());
    onDraft(told);
    return `${JSON.stringify(fileOf(told), null, 2)}\n`;
  };
  const use = async () => {
    const answer = await options.ask('pack.install', { file: { text: text() }, source: 'workshop' });
    if (answer === null) return;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) options.say(t('packs_installed', { name: answer.pack.name, version: answer.pack.version }));
  };
  const bump = () => {
    onDraft({ ...draft, version: nextVersion(textOf(draft, 'version')) });
    setNote('');
  };
  return (
    <Section title={t('workshop_out')}>
      <div className="entry-fields">
        <div className="pair">
          <Field label={t('workshop_field_version')}>{({ id }) => <input id={id} className="input" type="text" value={textOf(draft, 'version')} onChange={(event) => onDraft({ ...draft, version: event.currentTarget.value })} />}</Field>
          <Button className="at-end" onClick={bump}>{t('workshop_bump', { version: nextVersion(textOf(draft, 'version')) })}</Button>
        </div>
        <Field label={t('workshop_note')}>{({ id }) => <textarea id={id} className="input" rows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} onBlur={() => onDraft(withNote(draft, note, today()))} />}</Field>
      </div>
      {!sound && <p className="is-due">{t('workshop_not_yet')}</p>}
      {problem && <div role="alert" className="notice is-late"><Problem problem={problem} /></div>}
      <div className="choices">
        <Button kind="main" disabled={!sound} onClick={() => door.give({ name: `${textOf(draft, 'id')}.keepword.json`, mime: 'application/json', text: text() })}>{t('workshop_save_file')}</Button>
        <Button disabled={!sound} onClick={() => void use()}>{t('workshop_use')}</Button>
      </div>
    </Section>
  );
}
