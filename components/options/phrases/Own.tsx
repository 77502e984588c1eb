import { useState } from 'react';
import { Button, Field, Section, useStrings } from '../../shared';
import type { Spoken } from '../languages';
import type { PackPhrase } from '../../../utils/phrases/pack';
import { EditPhrase } from './EditPhrase';
import { emptyTyped, firstText, matches, phraseOf, typedOf } from './own';
import type { OwnPhrases } from './use-own';

/** More than these are found by searching. */
const SHOWN = 100;

export function Own({ own, spoken }: { own: OwnPhrases; spoken: Spoken }) {
  const { t, plural } = useStrings();
  const [query, setQuery] = useState('');
  /** The id of what is edited; '': a new one. */
  const [editing, setEditing] = useState<string | null>(null);
  const phrases = own.phrases ?? [];
  const taken = new Set(phrases.map(({ id }) => id));
  const found = phrases.filter((phrase) => matches(phrase, query));
  const form = (before: PackPhrase | null) => (
    <EditPhrase first={before === null ? emptyTyped(spoken) : typedOf(before)} onSave={(typed) => own.save([phraseOf(typed, before, taken)], t('options_saved'))} onClose={() => setEditing(null)} />
  );
  return (
    <Section title={t('phrases_own')}>
      <div className="choices">
        <Button kind="main" disabled={editing === ''} onClick={() => setEditing('')}>
          {t('phrases_new')}
        </Button>
      </div>
      {editing === '' && form(null)}
      {own.removed && (
        <div className="notice is-line" role="status">
          <span>{t('phrases_removed', { title: own.removed.title })}</span> <Button onClick={own.putBack}>{t('packs_undo')}</Button>
        </div>
      )}
      {own.phrases?.length === 0 && editing !== '' && <p className="muted">{t('phrases_own_none')}</p>}
      {phrases.length > 0 && <Field label={t('phrases_own_search')}>{({ id }) => <input id={id} className="input" type="search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />}</Field>}
      <ul className="phrase-list">
        {found.slice(0, SHOWN).map((phrase) => (
          <li key={phrase.id}>{editing === phrase.id ? form(phrase) : <Line phrase={phrase} own={own} onEdit={() => setEditing(phrase.id)} />}</li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="muted">{plural('packs_and_more', found.length - SHOWN)}</p>}
      {phrases.length > 0 && found.length === 0 && <p className="muted">{t('packs_contents_none')}</p>}
    </Section>
  );
}

function Line({ phrase, own, onEdit }: { phrase: PackPhrase; own: OwnPhrases; onEdit: () => void }) {
  const { t } = useStrings();
  const named = (label: string) => `${label}: ${phrase.title}`;
  return (
    <>
      <div className="phrase-head">
        <Star id={phrase.id} title={phrase.title} own={own} />
        <span className="strong" lang={phrase.lang}>{phrase.title}</span>
        {phrase.shortcut !== null && <kbd className="kbd">{phrase.shortcut}</kbd>}
        <span className="muted">{[t(`phrases_lang_${phrase.lang.replace('-', '_')}`), ...phrase.tags].join(' · ')}</span>
      </div>
      <p className="clamp-3" lang={phrase.lang}>{firstText(phrase)}</p>
      <div className="choices">
        <Button aria-label={named(t('phrases_edit'))} onClick={onEdit}>{t('phrases_edit')}</Button>
        <Button aria-label={named(t('phrases_remove'))} onClick={() => own.remove(phrase)}>{t('phrases_remove')}</Button>
      </div>
    </>
  );
}

/** A favourite stands first among equals in the palette. */
export function Star({ id, title, own }: { id: string; title: string; own: Pick<OwnPhrases, 'favourites' | 'favour'> }) {
  const { t } = useStrings();
  const on = own.favourites.has(id);
  return (
    <button type="button" className={on ? 'star is-on' : 'star'} aria-pressed={on} aria-label={`${t('phrases_favourite')}: ${title}`} title={t('phrases_favourite')} onClick={() => own.favour(id, !on)}>
      <span aria-hidden="true">{on ? '★' : '☆'}</span>
    </button>
  );
}
