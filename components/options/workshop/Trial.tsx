import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Field, Section, Select, useStrings } from '../../shared';
import type { Pack } from '../../../utils/phrases/pack';
import { LANGUAGE_NAMES, LANGUAGES } from '../languages';
import type { Spoken } from '../languages';
import type { Engine, Mark } from './engine';

const PAUSE_MS = 300;

/** A pasted reply, with the marks it would get: of this pack and of what is there already. */
export function Trial({ pack, engine }: { pack: Pack | null; engine: () => Promise<Engine> }) {
  const { t } = useStrings();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Spoken | null>(null);
  const [read, setRead] = useState<{ readonly text: string; readonly marks: readonly Mark[] } | null>(null);
  const offered = LANGUAGES.filter((lang) => pack?.languages.some((one) => one === lang || (one === 'pt' && lang.startsWith('pt'))));
  const lang = offered.find((one) => one === picked) ?? offered[0] ?? null;
  useEffect(() => {
    if (pack === null || lang === null || text.trim() === '') return setRead(null);
    let wanted = true;
    const timer = setTimeout(() => void engine().then((made) => made.marks(pack, lang, text)).then((marks) => wanted && setRead({ text, marks }), () => undefined), PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [pack, lang, text, engine]);
  return (
    <Section title={t('workshop_trial')}>
      <p className="muted">{t('workshop_trial_note')}</p>
      {offered.length > 1 && lang !== null && (
        <Field label={t('phrases_field_language')}>{({ id }) => <Select id={id} value={lang} options={offered.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} onPick={setPicked} />}</Field>
      )}
      <Field label={t('workshop_trial_text')}>{({ id }) => <textarea id={id} className="input" rows={5} lang={lang ?? undefined} value={text} onChange={(event) => setText(event.currentTarget.value)} />}</Field>
      {pack === null && text.trim() !== '' && <p className="is-due">{t('workshop_trial_unsound')}</p>}
      {read && <Read text={read.text} marks={read.marks} lang={lang} />}
    </Section>
  );
}

function Read({ text, marks, lang }: { text: string; marks: readonly Mark[]; lang: Spoken | null }) {
  const { t } = useStrings();
  return (
    <div role="status">
      <p className="trial" lang={lang ?? undefined}>{marked(text, marks)}</p>
      {marks.length === 0 && <p className="muted">{t('workshop_trial_none')}</p>}
      <ul className="rows">
        {marks.map(({ start, end, rule, message, own }) => (
          <li key={`${start} ${end} ${rule}`}>
            <span className={own ? 'strong' : 'muted'}>{t(own ? 'workshop_mark_own' : 'workshop_mark_other')}</span> “{text.slice(start, end)}” <span lang={lang ?? undefined}>{message}</span> <code className="muted">{rule}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The text with its marks; of two on the same words the pack's own is drawn, of two that overlap the first. */
function marked(text: string, marks: readonly Mark[]): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, own, rule } of marks) {
    if (start < at) continue;
    const same = own || marks.some((other) => other.own && other.start === start);
    parts.push(text.slice(at, start), <mark key={`${start} ${rule}`} className={same ? 'is-own' : ''}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
