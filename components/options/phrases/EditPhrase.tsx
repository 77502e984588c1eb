import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Field, Select, useStrings } from '../../shared';
import type { PackProblem } from '../../../utils/messages/protocol';
import { Problem } from '../packs/Problem';
import { formsOf, SPOKEN } from './own';
import type { Typed } from './own';

const PLACES = ['start', 'middle', 'end'] as const;
const ROWS = 4;

interface Props {
  readonly first: Typed;
  /** A problem stays in the form with what was typed. */
  readonly onSave: (typed: Typed) => Promise<true | PackProblem | null>;
  readonly onClose: () => void;
}

export function EditPhrase({ first, onSave, onClose }: Props) {
  const { t } = useStrings();
  const [typed, setTyped] = useState(first);
  const [problem, setProblem] = useState<PackProblem | null>(null);
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await onSave(typed);
    if (done === true) onClose();
    else setProblem(done);
  };
  const empty = typed.title.trim() === '' || [typed.text, ...Object.values(typed.forms ?? {})].every((text) => text.trim() === '');
  return (
    <form className="edit-phrase" onSubmit={(event) => void save(event)} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Field label={t('phrases_field_title')}>{({ id }) => <input ref={title} id={id} className="input" type="text" maxLength={120} value={typed.title} onChange={(event) => set({ title: event.currentTarget.value })} />}</Field>
      <div className="pair">
        <LanguagePick value={typed.lang} onPick={(lang) => set({ lang, forms: null })} />
        <Field label={t('phrases_field_at')}>{({ id }) => <Select id={id} value={typed.at} options={PLACES.map((value) => ({ value, label: t(`phrases_at_${value}`) }))} onPick={(at) => set({ at })} />}</Field>
      </div>
      <Texts typed={typed} set={set} />
      <div className="pair">
        <Field label={t('phrases_field_shortcut')}>{({ id }) => <input id={id} className="input" type="text" maxLength={24} autoComplete="off" spellCheck={false} value={typed.shortcut} onChange={(event) => set({ shortcut: event.currentTarget.value })} />}</Field>
        <Field label={t('phrases_field_tags')}>{({ id }) => <input id={id} className="input" type="text" value={typed.tags} onChange={(event) => set({ tags: event.currentTarget.value })} />}</Field>
      </div>
      {problem && (
        <div role="alert" className="notice is-late">
          <Problem problem={problem} />
        </div>
      )}
      <div className="choices">
        <Button kind="main" type="submit" disabled={empty}>
          {t('phrases_save')}
        </Button>
        <Button onClick={onClose}>{t('phrases_cancel')}</Button>
      </div>
    </form>
  );
}

export function LanguagePick({ value, onPick }: { value: Typed['lang']; onPick: (lang: Typed['lang']) => void }) {
  const { t } = useStrings();
  return <Field label={t('phrases_field_language')}>{({ id }) => <Select id={id} value={value} options={SPOKEN.map((lang) => ({ value: lang, label: t(`phrases_lang_${lang.replace('-', '_')}`) }))} onPick={onPick} />}</Field>;
}

/** One text, or one by form of address where the language has several. */
function Texts({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }) {
  const { t } = useStrings();
  const forms = formsOf(typed.lang);
  const area = (label: string, value: string, onText: (text: string) => void, hint?: string) => (
    <Field key={label} label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => <textarea id={ids.id} aria-describedby={ids.hint} className="input" rows={ROWS} lang={typed.lang} maxLength={2000} value={value} onChange={(event) => onText(event.currentTarget.value)} />}
    </Field>
  );
  return (
    <>
      {forms.length > 0 && (
        <label className="rule-head">
          <input type="checkbox" checked={typed.forms !== null} onChange={() => set({ forms: typed.forms === null ? Object.fromEntries(forms.map((form) => [form, typed.text])) : null, text: typed.forms === null ? typed.text : typed.forms[forms[0] ?? 'tu'] ?? typed.text })} /> {t('phrases_by_form')}
        </label>
      )}
      {typed.forms === null
        ? area(t('phrases_field_text'), typed.text, (text) => set({ text }), t('phrases_text_hint', { name: '{first_name|}', date: '{date|…}' }))
        : forms.map((form) => area(t(`phrases_form_${form}`), typed.forms?.[form] ?? '', (text) => set({ forms: { ...typed.forms, [form]: text } })))}
    </>
  );
}
