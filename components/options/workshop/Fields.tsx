import { useEffect, useState } from 'react';
import { Disclosure, Field, Select, useStrings } from '../../shared';
import type { PackError, PackLanguage } from '../../../utils/phrases/pack';
import { formsOf } from '../phrases/own';
import { languagesOf, swapped, textOf } from './draft';
import type { Draft } from './draft';
import type { Engine } from './engine';
import { faultsAt } from './faults';
import { Faults, One } from './One';
import { FIELDS, NAMELESS, TONGUELESS } from './specs';
import type { FieldSpec, List } from './specs';
import type { Entry } from './values';

interface Props {
  readonly draft: Draft;
  readonly list: List;
  readonly entry: Entry;
  /** By their places in the entry. */
  readonly faults: readonly PackError[];
  readonly specs: readonly FieldSpec[];
  readonly onChange: (change: Entry) => void;
}

/** The fields of a list; those of pages' descriptions come with the engine, which has their schema. null: not there yet. */
export function useSpecs(list: List | null, engine: () => Promise<Engine>): readonly FieldSpec[] | null {
  const [hosts, setHosts] = useState<readonly FieldSpec[] | null>(null);
  useEffect(() => {
    let wanted = list === 'hosts';
    if (wanted) void engine().then(({ hostFields }) => wanted && setHosts(hostFields), () => undefined);
    return () => {
      wanted = false;
    };
  }, [list, engine]);
  return list === null ? null : list === 'hosts' ? hosts : FIELDS[list];
}

/** Every field of one entry; what only some entries need is folded away until it is wanted, or wrong. */
export function Fields({ draft, list, entry, faults, specs, onChange }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState<boolean | null>(null);
  const languages = languagesOf(draft);
  const pairs = entry['swap'] !== undefined;
  const lang = textOf(entry, 'lang') || languages[0] || 'en';
  const keys = (name: string) => (list === 'hosts' ? [`workshop_host_${name}`] : [`workshop_field_${list}_${name}`, `workshop_field_${name}`]);
  const one = (spec: FieldSpec) => {
    if (list === 'rules' && (pairs ? spec.name === 'find' || spec.name === 'say' : spec.name === 'swap')) return null;
    if (list === 'phrases' && spec.name === 'text') return <Texts key="text" entry={entry} lang={lang} faults={faults} onChange={onChange} />;
    return <One key={spec.name} spec={spec} keys={keys} entry={entry} lang={lang} faults={faults} onChange={onChange} />;
  };
  const folded = specs.filter((spec) => spec.more === true);
  return (
    <div className="entry-fields">
      {!NAMELESS.has(list) && list !== 'hosts' && (
        <div className="pair">
          <One spec={{ name: 'id', kind: 'line' }} keys={keys} entry={entry} lang="en" faults={faults} onChange={onChange} />
          {languages.length > 1 && !TONGUELESS.has(list) && (
            <Field label={t('phrases_field_language')}>
              {({ id }) => <><Select<PackLanguage> id={id} value={lang as PackLanguage} options={languages.map((value) => ({ value, label: t(`phrases_lang_${value.replace('-', '_')}`) }))} onPick={(picked) => onChange({ lang: picked })} /><Faults faults={faultsAt(faults, 'lang')} /></>}
            </Field>
          )}
        </div>
      )}
      {list === 'rules' && (
        <label className="rule-head">
          <input type="checkbox" checked={pairs} onChange={() => onChange(swapped(entry))} /> {t('workshop_swap')}
        </label>
      )}
      {specs.filter((spec) => spec.more !== true).map(one)}
      {folded.length > 0 && (
        <Disclosure open={open ?? folded.some(({ name }) => faultsAt(faults, name).length > 0)} onToggle={() => setOpen((now) => !(now ?? folded.some(({ name }) => faultsAt(faults, name).length > 0)))} summary={t(list === 'phrases' ? 'workshop_more_phrases' : 'workshop_more')}>
          <div className="entry-fields">{folded.map(one)}</div>
        </Disclosure>
      )}
    </div>
  );
}

/** The text of a phrase, or one by form of address where the language has several. */
function Texts({ entry, lang, faults, onChange }: Pick<Props, 'entry' | 'faults' | 'onChange'> & { lang: string }) {
  const { t } = useStrings();
  const value = entry['text'], forms = formsOf(lang as PackLanguage);
  const by = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, string>>) : null;
  const turn = () => {
    const first = by === null ? textOf(entry, 'text') : (Object.values(by).find((text) => text.trim() !== '') ?? '');
    onChange({ text: by === null ? Object.fromEntries(forms.map((form) => [form, first])) : first });
  };
  return (
    <>
      {(forms.length > 0 || by !== null) && (
        <label className="rule-head">
          <input type="checkbox" checked={by !== null} onChange={turn} /> {t('phrases_by_form')}
        </label>
      )}
      {by === null
        ? <One spec={{ name: 'text', kind: 'area' }} keys={(name) => [`workshop_field_${name}`]} entry={entry} lang={lang} faults={faults} onChange={onChange} />
        : [...new Set([...forms, ...Object.keys(by)])].map((form) => (
            <One key={form} spec={{ name: form, kind: 'area' }} keys={(name) => [`phrases_form_${name}`]} entry={by} lang={lang} faults={faults.map((fault) => ({ ...fault, path: fault.path.replace(/^text\./u, '') }))} onChange={(change) => onChange({ text: { ...by, ...change } })} />
          ))}
      {by !== null && <Faults faults={faults.filter(({ path }) => path === 'text')} />}
    </>
  );
}
