import { useEffect, useMemo, useState } from 'react';
import { Button, Disclosure, Field, Section, Select, useStrings } from '../../shared';
import { createPhrases } from '../../../utils/phrases';
import { BUILT_IN } from '../../../utils/phrases/merge';
import type { Phrases } from '../../../utils/phrases';
import { loadKnowledge } from '../../../utils/rules';
import type { KnownPack } from '../../../utils/rules';
import { LANGUAGE_NAMES, LANGUAGES } from '../languages';
import type { Spoken } from '../languages';
import type { Options } from '../model';
import { firstText } from './own';
import { Star } from './Own';
import type { OwnPhrases } from './use-own';

const SHOWN = 30;
const assetOf = (spoken: Spoken) => (spoken === 'en' || spoken === 'pl' ? spoken : 'pt');

interface Found {
  readonly phrases: Phrases;
  readonly packs: readonly KnownPack[];
}

/** Every phrase of a language, whoever's it is; with where it comes from. */
export function Library({ options, version, first, own }: { options: Options; version: number; first: Spoken; own: OwnPhrases }) {
  const { t, plural } = useStrings();
  const [spoken, setSpoken] = useState(first);
  const [query, setQuery] = useState('');
  const [known, setKnown] = useState<Found | null>(null);
  const [off, setOff] = useState<readonly string[]>([]);
  const [turned, setTurned] = useState(0);
  useEffect(() => {
    let wanted = true;
    void options.ask('pack.list', {}).then((answer) => wanted && answer && setOff(answer.off.filter((name) => name.startsWith(`${BUILT_IN}/`)).map((name) => name.slice(BUILT_IN.length + 1))));
    void options.ask('knowledge.get', { asset: assetOf(spoken) }).then((answer) => {
      if (!wanted || !answer) return;
      const { phrases, packs = [] } = loadKnowledge(answer.json);
      setKnown({ phrases: createPhrases(phrases.filter(({ lang }) => lang === spoken || !lang.includes('-'))), packs });
    });
    return () => {
      wanted = false;
    };
  }, [options, version, spoken, turned]);
  const { hits, count } = useMemo(() => known?.phrases.find(query, { limit: SHOWN }) ?? { hits: [], count: 0 }, [known, query]);
  const originOf = (origin: string | null) => {
    const pack = known?.packs.find(({ id }) => id === origin);
    if (origin === null) return t('packs_layer_builtin');
    return own.phrases !== null && pack?.layer === 'own' ? t('phrases_own') : pack?.name ?? origin;
  };
  /** The administrator's stay; one's own are deleted where they are made. */
  const mayGo = (origin: string | null) => origin === null || known?.packs.find(({ id }) => id === origin)?.layer === 'team';
  const turn = (pack: string, entry: string, name: string, on: boolean) =>
    void options.ask('pack.switch', { pack, entry, on }).then((answer) => answer?.ok && (options.say(t(on ? 'packs_switched_on' : 'packs_switched_off', { name })), setTurned((n) => n + 1)));
  return (
    <Section title={t('phrases_all')}>
      <div className="pair">
        <Field label={t('phrases_field_language')}>{({ id }) => <Select id={id} value={spoken} options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} onPick={setSpoken} />}</Field>
        <Field label={t('phrases_search')}>{({ id }) => <input id={id} className="input" type="search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />}</Field>
      </div>
      {known !== null && <p className="muted" role="status">{plural('phrases_found', count)}</p>}
      <ul className="phrase-list">
        {hits.map(({ phrase }) => (
          <li key={`${phrase.lang} ${phrase.id}`}>
            <div className="phrase-head">
              <Star id={phrase.id} title={phrase.title} own={own} />
              <span className="strong" lang={phrase.lang}>{phrase.title}</span>
              {phrase.shortcut !== null && <kbd className="kbd">{phrase.shortcut}</kbd>}
              <span className="muted">{originOf(phrase.origin)}</span>
              {mayGo(phrase.origin) && <Button kind="quiet" aria-label={`${t('phrases_switch_off')}: ${phrase.title}`} onClick={() => turn(phrase.origin ?? BUILT_IN, phrase.id, phrase.title, false)}>{t('phrases_switch_off')}</Button>}
            </div>
            <p className="clamp-2" lang={spoken}>{firstText(phrase)}</p>
          </li>
        ))}
      </ul>
      <SwitchedOff off={off} onTurn={(id) => turn(BUILT_IN, id, id, true)} />
      {count > hits.length && <p className="muted">{plural('packs_and_more', count - hits.length)}</p>}
    </Section>
  );
}

/** What came with Keepword and was switched off. It is no more in the library: its id is what is known of it. */
function SwitchedOff({ off, onTurn }: { off: readonly string[]; onTurn: (id: string) => void }) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  if (off.length === 0) return null;
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} summary={`${t('phrases_off')} · ${off.length}`}>
      <ul className="rows">
        {off.map((id) => (
          <li key={id} className="silenced">
            <code>{id}</code> <Button aria-label={`${t('phrases_switch_on')}: ${id}`} onClick={() => onTurn(id)}>{t('phrases_switch_on')}</Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
