import { Button, Field, Section, tellPackError, useStrings } from '../../shared';
import type { PackLanguage } from '../../../utils/phrases/pack';
import type { Door } from '../door';
import type { Options } from '../model';
import { SPOKEN } from '../phrases/own';
import { Desk, DESK } from './Desk';
import { languagesOf, LISTS, textOf } from './draft';
import type { Draft } from './draft';
import { Lists, startsAt } from './Lists';
import { Out } from './Out';
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
  const errors = checked?.errors ?? [];
  const desk = errors.filter((error) => DESK.some((part) => startsAt(error, part) || error.path.startsWith(`${part}.`)));
  const head = errors.filter((error) => !desk.includes(error) && !LISTS.some((list) => startsAt(error, list)));
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
      <Desk draft={draft} errors={desk} onDraft={setDraft} />
      <Trial pack={checked?.pack ?? null} engine={engine} />
      <Out draft={draft} sound={checked && checked.pack !== null} options={options} door={door} onDraft={setDraft} />
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
