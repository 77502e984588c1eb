import { Field, Select, useStrings } from '../../shared';
import type { PackLanguage } from '../../../utils/phrases/pack';
import { formsOf } from '../phrases/own';
import { FIELDS, languagesOf, shownOf, swapped, textOf, typedAs } from './draft';
import type { Draft, Entry, FieldSpec, List } from './draft';

interface Props {
  readonly draft: Draft;
  readonly list: List;
  readonly entry: Entry;
  readonly onChange: (change: Entry) => void;
}

/** The controls of one entry; what has no control (a text by form of address has one a form) is kept as it is. */
export function Fields({ draft, list, entry, onChange }: Props) {
  const { t } = useStrings();
  const languages = languagesOf(draft);
  const pairs = entry['swap'] !== undefined;
  const lang = textOf(entry, 'lang') || languages[0] || 'en';
  return (
    <div className="entry-fields">
      <div className="pair">
        <Field label={t('workshop_field_id')}>{({ id }) => <input id={id} className="input code" type="text" spellCheck={false} value={textOf(entry, 'id')} onChange={(event) => onChange({ id: event.currentTarget.value })} />}</Field>
        {languages.length > 1 && (
          <Field label={t('phrases_field_language')}>
            {({ id }) => <Select<PackLanguage> id={id} value={lang as PackLanguage} options={languages.map((value) => ({ value, label: t(`phrases_lang_${value.replace('-', '_')}`) }))} onPick={(picked) => onChange({ lang: picked })} />}
          </Field>
        )}
      </div>
      {list === 'rules' && (
        <label className="rule-head">
          <input type="checkbox" checked={pairs} onChange={() => onChange(swapped(entry))} /> {t('workshop_swap')}
        </label>
      )}
      {FIELDS[list].map((spec) => {
        if (list === 'rules' && (pairs ? spec.name === 'find' || spec.name === 'say' : spec.name === 'swap')) return null;
        if (list === 'phrases' && spec.name === 'text') return <Texts key="text" entry={entry} lang={lang} onChange={onChange} />;
        return <One key={spec.name} spec={spec} label={t(`workshop_field_${spec.name}`)} shown={shownOf(entry, spec)} lang={lang} onText={(typed) => onChange({ [spec.name]: typedAs(spec.kind, typed) })} />;
      })}
    </div>
  );
}

/** The text of a phrase, or one by form of address where the language has several. */
function Texts({ entry, lang, onChange }: Pick<Props, 'entry' | 'onChange'> & { lang: string }) {
  const { t } = useStrings();
  const value = entry['text'], forms = formsOf(lang as PackLanguage);
  const by = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, string>>) : null;
  const turn = () => {
    const first = by === null ? textOf(entry, 'text') : (Object.values(by).find((text) => text.trim() !== '') ?? '');
    onChange({ text: by === null ? Object.fromEntries(forms.map((form) => [form, first])) : first });
  };
  const one = (name: string, label: string, shown: string, onText: (typed: string) => void) => <One key={name} spec={{ name, kind: 'area' }} label={label} shown={shown} lang={lang} onText={onText} />;
  return (
    <>
      {(forms.length > 0 || by !== null) && (
        <label className="rule-head">
          <input type="checkbox" checked={by !== null} onChange={turn} /> {t('phrases_by_form')}
        </label>
      )}
      {by === null
        ? one('text', t('workshop_field_text'), textOf(entry, 'text'), (text) => onChange({ text }))
        : [...new Set([...forms, ...Object.keys(by)])].map((form) => one(form, t(`phrases_form_${form}`), by[form] ?? '', (typed) => onChange({ text: { ...by, [form]: typed } })))}
    </>
  );
}

const HINTS: readonly string[] = ['find', 'flags', 'passes', 'plain', 'say', 'swap'];

function One({ spec, label, shown, lang, onText }: { spec: FieldSpec; label: string; shown: string; lang: string; onText: (typed: string) => void }) {
  const { t } = useStrings();
  const hint = HINTS.includes(spec.name) ? { hint: t(`workshop_hint_${spec.name}`) } : {};
  return (
    <Field label={label} {...hint}>
      {(ids) => {
        if (spec.kind === 'choice') return <Select id={ids.id} value={shown} options={(spec.choices ?? []).map((value) => ({ value, label: labelOf(spec.name, value, t) }))} onPick={onText} />;
        const shared = { id: ids.id, 'aria-describedby': ids.hint, className: 'input', lang, value: shown } as const;
        if (spec.kind === 'line' || spec.kind === 'commas') return <input type="text" {...shared} onChange={(event) => onText(event.currentTarget.value)} />;
        return <textarea rows={spec.kind === 'area' ? 4 : 2} {...shared} onChange={(event) => onText(event.currentTarget.value)} />;
      }}
    </Field>
  );
}

function labelOf(name: string, value: string, t: (key: string) => string): string {
  if (value === '') return t('workshop_none');
  return t(name === 'category' ? `category_${value}` : name === 'emotion' ? `emotion_${value}` : `stake_${value}`);
}
