import { Button, Field, Select, tellPackError, useStrings } from '../../shared';
import type { Strings } from '../../shared';
import type { PackError } from '../../../utils/phrases/pack';
import { faultsAt } from './faults';
import type { FieldSpec } from './specs';
import { changeAt, isEntry, shownOf, typedAs, valueAt } from './values';
import type { Entry } from './values';

interface Props {
  readonly spec: FieldSpec;
  /** Keys of a label, the first that there is a word for; the name in the file where there is none. */
  readonly keys: (name: string) => readonly string[];
  readonly entry: Entry;
  readonly lang: string;
  /** Of the entry, by their places in it. */
  readonly faults: readonly PackError[];
  readonly onChange: (change: Entry) => void;
}

/** One field of an entry: its control, and under it what is wrong there. */
export function One(props: Props) {
  const { spec, entry, faults, onChange } = props;
  const strings = useStrings(), { t, has } = strings;
  const key = keyOf(spec.name, props.keys, strings);
  const own = faultsAt(faults, spec.name);
  if (spec.kind === 'group') return <Group {...props} />;
  const put = (value: unknown) => onChange(changeAt(entry, spec.name, value));
  const told = <Faults faults={own} />;
  if (spec.kind === 'tick') {
    return (
      <div className="field">
        <label className="rule-head"><input type="checkbox" checked={valueAt(entry, spec.name) === true} onChange={(event) => put(event.currentTarget.checked ? true : undefined)} /> {labelOf(spec, key, strings)}</label>
        {told}
      </div>
    );
  }
  if (spec.kind === 'many') return <Many {...props} label={labelOf(spec, key, strings)} />;
  const hinted = `workshop_hint_${key?.replace(/^workshop_(?:field|host)_/u, '') ?? ''}`, hint = has(hinted) ? { hint: t(hinted) } : {};
  return (
    <Field label={labelOf(spec, key, strings)} {...hint}>
      {({ id, hint: hinted }) => {
        const fault = own.length > 0 ? `${id}-fault` : undefined;
        const shared = { id, 'aria-describedby': [fault, hinted].filter(Boolean).join(' ') || undefined, 'aria-invalid': own.length > 0 || undefined } as const;
        return <><Control {...props} shared={shared} put={put} /><Faults faults={own} id={fault} /></>;
      }}
    </Field>
  );
}

type Shared = Readonly<Record<'id' | 'aria-describedby', string | undefined> & { 'aria-invalid': boolean | undefined }>;
function Control({ spec, entry, lang, shared, put }: Props & { shared: Shared; put: (value: unknown) => void }) {
  const strings = useStrings();
  const shown = shownOf(entry, spec);
  const typed = (text: string) => put(typedAs(spec.kind, text));
  if (spec.kind === 'choice') {
    // What the file has and the form does not know is shown as it is, and told.
    const choices = (spec.choices ?? []).includes(shown) ? spec.choices ?? [] : [...(spec.choices ?? []), shown];
    return <Select {...shared} value={shown} options={choices.map((value) => ({ value, label: choiceOf(spec, value, strings) }))} onPick={typed} />;
  }
  const code = spec.kind === 'candidates' || spec.kind === 'number';
  const control = { ...shared, className: code ? 'input code' : 'input', lang: code ? undefined : lang, spellCheck: code ? false : undefined, value: shown };
  if (spec.kind === 'line' || spec.kind === 'commas' || spec.kind === 'number') return <input type="text" inputMode={spec.kind === 'number' ? 'decimal' : undefined} {...control} onChange={(event) => typed(event.currentTarget.value)} />;
  return <textarea rows={spec.kind === 'area' ? 4 : 2} {...control} onChange={(event) => typed(event.currentTarget.value)} />;
}

/** Any of the choices, each a box. */
function Many({ spec, entry, faults, onChange, label }: Props & { label: string }) {
  const strings = useStrings();
  const value = valueAt(entry, spec.name), chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (one: string) => {
    const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
    onChange(changeAt(entry, spec.name, next.length === 0 ? undefined : next));
  };
  return (
    <fieldset className="field many">
      <legend>{label}</legend>
      <div className="choices">
        {(spec.choices ?? []).map((one) => (
          <label key={one} className="button day-choice"><input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} /> {choiceOf(spec, one, strings)}</label>
        ))}
      </div>
      <Faults faults={faultsAt(faults, spec.name)} />
    </fieldset>
  );
}

/** Entries within an entry: where a page tells which conversation it shows. */
function Group({ spec, keys, entry, lang, faults, onChange }: Props) {
  const strings = useStrings(), { t } = strings;
  const value = valueAt(entry, spec.name), rows: readonly Entry[] = Array.isArray(value) ? (value as readonly unknown[]).map((one) => (isEntry(one) ? one : {})) : [];
  const label = labelOf(spec, keyOf(spec.name, keys, strings), strings);
  const put = (next: readonly Entry[]) => onChange(changeAt(entry, spec.name, next.length === 0 ? undefined : next));
  const first = (): Entry => Object.fromEntries((spec.of ?? []).filter(({ kind, usual }) => kind === 'choice' && usual !== '').map(({ name, usual }) => [name, usual]));
  return (
    <fieldset className="field group">
      <legend>{label}</legend>
      {rows.map((row, index) => {
        const own = faultsAt(faults, `${spec.name}[${index}]`).map((fault) => ({ ...fault, path: fault.path.slice(`${spec.name}[${index}]`.length).replace(/^\./u, '') }));
        return (
          <div key={index} className="entry-fields">
            {(spec.of ?? []).map((of) => <One key={of.name} spec={of} keys={(name) => keys(`${spec.name}_${name}`)} entry={row} lang={lang} faults={own} onChange={(change) => put(rows.map((one, i) => (i === index ? { ...one, ...change } : one)))} />)}
            <Faults faults={own.filter(({ path }) => path === '')} />
            <Button className="at-start" aria-label={`${t('phrases_remove')}: ${label} ${index + 1}`} onClick={() => put(rows.filter((_, i) => i !== index))}>{t('phrases_remove')}</Button>
          </div>
        );
      })}
      <Button className="at-start" aria-label={`${t('workshop_add_one')}: ${label}`} onClick={() => put([...rows, first()])}>{t('workshop_add_one')}</Button>
    </fieldset>
  );
}

/** What is wrong, at its field: the place need not be said. */
export function Faults({ faults, id }: { faults: readonly PackError[]; id?: string | undefined }) {
  const strings = useStrings();
  if (faults.length === 0) return null;
  return <ul className="bad is-late" id={id}>{faults.map((fault, i) => <li key={`${i} ${fault.path}`}>{tellPackError({ ...fault, path: '' }, strings)}</li>)}</ul>;
}

const keyOf = (name: string, keys: Props['keys'], { has }: Strings): string | null => keys(name.replace(/\./gu, '_')).find(has) ?? null;
const labelOf = ({ name }: FieldSpec, key: string | null, { t }: Strings): string => (key === null ? name : t(key));
function choiceOf({ word }: FieldSpec, value: string, { t, has }: Strings): string {
  const key = word?.(value === '' ? 'usual' : value.replace(/-/gu, '_')) ?? '';
  return has(key) ? t(key) : value === '' ? t('workshop_none') : value;
}
