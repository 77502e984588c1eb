import { Field, Select, useStrings } from '../../shared';
import type { PackLanguage } from '../../../utils/phrases/pack';
import { FIELDS, languagesOf, shownOf, textOf, typedAs } from './draft';
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
      {FIELDS[list].map((spec) => {
        const value = entry[spec.name];
        if (list === 'phrases' && spec.name === 'text' && typeof value === 'object' && value !== null) {
          return Object.entries(value as Readonly<Record<string, string>>).map(([form, text]) => (
            <One key={form} spec={{ name: form, kind: 'area' }} label={t(`phrases_form_${form}`)} shown={text} lang={lang} onText={(typed) => onChange({ text: { ...value, [form]: typed } })} />
          ));
        }
        return <One key={spec.name} spec={spec} label={t(`workshop_field_${spec.name}`)} shown={shownOf(entry, spec)} lang={lang} onText={(typed) => onChange({ [spec.name]: typedAs(spec.kind, typed) })} />;
      })}
    </div>
  );
}

const HINTS: readonly string[] = ['find', 'flags', 'passes', 'plain', 'say'];

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
