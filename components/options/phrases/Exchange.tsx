import { useState } from 'react';
import { Button, Section, tellImportNote, useStrings } from '../../shared';
import type { PackProblem } from '../../../utils/messages/protocol';
import type { Imported } from '../../../utils/phrases/import';
import type { PackLanguage } from '../../../utils/phrases/pack';
import type { Spoken } from '../languages';
import type { Door } from '../door';
import { DropFile } from '../packs/Add';
import { Problem } from '../packs/Problem';
import { LanguagePick } from './EditPhrase';
import { firstText, packOf } from './own';
import type { OwnPhrases } from './use-own';

/** More phrases, or notes, than these are counted. */
const SHOWN = 10;
const NOTES_SHOWN = 200;

type Looked = { readonly name: string; readonly bytes: Uint8Array; readonly found: Imported } | { readonly name: string; readonly found: null };

/** What teams have elsewhere comes in by a file; what is here goes out as a table or a pack. */
export function Import({ own, spoken }: { own: OwnPhrases; spoken: Spoken }) {
  const { t } = useStrings();
  const [lang, setLang] = useState<PackLanguage>(spoken);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState<PackProblem | null>(null);
  const phrases = own.phrases ?? [];
  const look = async (name: string, bytes: Uint8Array, into: PackLanguage) => {
    setProblem(null);
    const { importPhrases } = await import('../../../utils/phrases/import');
    const found = await importPhrases(name, bytes, { lang: into, ids: phrases.map(({ id }) => id), shortcuts: phrases.flatMap(({ shortcut }) => shortcut ?? []) });
    setLooked({ name, bytes, found });
  };
  const pick = (into: PackLanguage) => {
    setLang(into);
    // What was looked at was taken for the other language.
    if (looked?.found) void look(looked.name, looked.bytes, into);
  };
  const take = async (found: Imported) => {
    const done = await own.save(found.phrases, t('phrases_imported'));
    if (done === true) setLooked(null);
    else setProblem(done);
  };
  return (
    <Section title={t('phrases_import')}>
      <p className="muted">{t('phrases_import_note')}</p>
      <LanguagePick value={lang} onPick={pick} />
      <DropFile accept=".csv,.tsv,.json,.yml,.yaml,.txt,.md,.html,.htm" hint={t('phrases_drop')} busy={own.phrases === null} onFile={(name, bytes) => void look(name, bytes, lang)} onUnread={(name) => setLooked({ name, found: null })} />
      {looked && (
        <div className={looked.found?.phrases.length ? 'notice preview' : 'notice preview is-late'} role="status">
          <h3>{looked.name}</h3>
          {looked.found === null ? <p>{t('packs_unread', { name: looked.name })}</p> : <Coming found={looked.found} />}
          {problem && <Problem problem={problem} />}
          <div className="choices">
            {looked.found !== null && looked.found.phrases.length > 0 && (
              <Button kind="main" onClick={() => void take(looked.found)}>{t('phrases_import_apply')}</Button>
            )}
            <Button onClick={() => setLooked(null)}>{t('packs_cancel')}</Button>
          </div>
        </div>
      )}
    </Section>
  );
}

function Coming({ found }: { found: Imported }) {
  const strings = useStrings();
  const { t, plural } = strings;
  return (
    <>
      <p>{plural('phrases_coming', found.phrases.length)}</p>
      <ul className="coming">
        {found.phrases.slice(0, SHOWN).map((phrase) => (
          <li key={phrase.id}>
            <span className="strong">{phrase.title}</span> <span className="muted">{firstText(phrase).slice(0, 120)}</span>
          </li>
        ))}
        {found.phrases.length > SHOWN && <li className="muted">{plural('packs_and_more', found.phrases.length - SHOWN)}</li>}
      </ul>
      {found.notes.length > 0 && (
        <>
          <h4>{t('phrases_not_carried')}</h4>
          <ul className="bad">
            {found.notes.slice(0, NOTES_SHOWN).map((note, index) => (
              <li key={`${index} ${note.at}`}>{tellImportNote(note, strings)}</li>
            ))}
            {found.notes.length > NOTES_SHOWN && <li>{plural('packs_and_more', found.notes.length - NOTES_SHOWN)}</li>}
          </ul>
        </>
      )}
    </>
  );
}

export function Export({ own, door }: { own: OwnPhrases; door: Door }) {
  const { t } = useStrings();
  const phrases = own.phrases ?? [];
  const give = async (as: 'csv' | 'pack') => {
    const { csvOf, packFile } = await import('../../../utils/phrases/export');
    const pack = packOf(phrases, t('phrases_own'));
    // A spreadsheet takes a table for UTF-8 by its first sign.
    if (as === 'csv') door.give({ name: 'keepword-phrases.csv', mime: 'text/csv', text: `\ufeff${csvOf(pack)}` });
    else door.give({ name: 'my.phrases.keepword.json', mime: 'application/json', text: packFile(pack) });
  };
  return (
    <Section title={t('phrases_export')}>
      <div className="choices">
        <Button disabled={phrases.length === 0} onClick={() => void give('csv')}>{t('phrases_export_csv')}</Button>
        <Button disabled={phrases.length === 0} onClick={() => void give('pack')}>{t('phrases_export_pack')}</Button>
      </div>
    </Section>
  );
}
