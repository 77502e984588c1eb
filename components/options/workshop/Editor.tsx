import { Button, Section, tellPackError, useStrings } from '../../shared';
import type { PackError, PackLanguage } from '../../../utils/phrases/pack';
import type { Door } from '../door';
import type { Options } from '../model';
import { SPOKEN } from '../phrases/own';
import { Desk, DESK } from './Desk';
import { languagesOf } from './draft';
import type { Draft } from './draft';
import { faultsAt, isOf, otherFaults } from './faults';
import { Lists } from './Lists';
import { Faults, One } from './One';
import { Out } from './Out';
import { LISTS } from './specs';
import type { FieldSpec } from './specs';
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
  const desk = errors.filter((error) => DESK.some((part) => isOf(error, part)));
  const head = errors.filter((error) => !desk.includes(error) && !LISTS.some((list) => isOf(error, list)));
  const rest = otherFaults(head, [...HEAD.map(({ name }) => name), 'languages', 'version']);
  return (
    <>
      <div className="pack-head">
        <Button onClick={onClose}>{t('workshop_back')}</Button>
        <span className="muted" role="status">{t(saved ? 'workshop_saved' : 'workshop_saving')}</span>
      </div>
      <Section title={t('workshop_about')}>
        <Head draft={draft} faults={head} onDraft={setDraft} />
        {rest.length > 0 && <ul className="bad is-late" role="status">{rest.map((error, index) => <li key={`${index} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>}
      </Section>
      <Section title={t('workshop_contents')}>
        <Lists draft={draft} checked={checked} engine={engine} onDraft={setDraft} />
      </Section>
      <Desk draft={draft} errors={desk} onDraft={setDraft} />
      <Trial pack={checked?.pack ?? null} engine={engine} />
      <Out draft={draft} faults={head} sound={checked && checked.pack !== null} options={options} door={door} onDraft={setDraft} />
    </>
  );
}

const HEAD: readonly FieldSpec[] = [{ name: 'name', kind: 'line' }, { name: 'id', kind: 'line' }, { name: 'author', kind: 'line' }, { name: 'description', kind: 'area' }];

function Head({ draft, faults, onDraft }: { draft: Draft; faults: readonly PackError[]; onDraft: (draft: Draft) => void }) {
  const { t } = useStrings();
  const languages = languagesOf(draft);
  const toggle = (lang: PackLanguage) => onDraft({ ...draft, languages: SPOKEN.filter((one) => (one === lang ? !languages.includes(one) : languages.includes(one))) });
  return (
    <div className="entry-fields">
      {HEAD.map((spec) => <One key={spec.name} spec={spec} keys={(name) => [`workshop_field_pack_${name}`, `workshop_field_${name}`]} entry={draft} lang={languages[0] ?? 'en'} faults={faults} onChange={(change) => onDraft({ ...draft, ...change })} />)}
      <fieldset className="choices">
        <legend>{t('packs_field_languages')}</legend>
        {SPOKEN.map((lang) => (
          <label key={lang} className="button day-choice">
            <input type="checkbox" checked={languages.includes(lang)} onChange={() => toggle(lang)} /> {t(`phrases_lang_${lang.replace('-', '_')}`)}
          </label>
        ))}
        <Faults faults={faultsAt(faults, 'languages')} />
      </fieldset>
    </div>
  );
}
