import { useEffect, useMemo, useState } from 'react';
import { Field, useStrings } from '../../shared';
import type { PackInfo, Requests } from '../../../utils/messages/protocol';
import { fold } from '../../../utils/rules';
import type { Options } from '../model';
import type { PackHands } from './use-packs';

type Listed = Requests['pack.entries']['answer']['entries'][number];

const LISTS = ['phrases', 'glossary', 'rules', 'cues', 'links'] as const;
/** More than these of one list are found by searching. */
const SHOWN = 100;

/** What is in a pack, each with a switch. */
export function Entries({ pack, options, version, hands }: { pack: PackInfo; options: Options; version: number; hands: PackHands }) {
  const { t, plural } = useStrings();
  const [entries, setEntries] = useState<readonly Listed[] | null>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    let wanted = true;
    void options.ask('pack.entries', {}).then((answer) => wanted && answer && setEntries(answer.entries.filter(({ origin }) => origin === pack.id)));
    return () => {
      wanted = false;
    };
  }, [options, version, pack]);
  const found = useMemo(() => {
    const words = fold(query).split(/\s+/u).filter((word) => word !== '');
    return (entries ?? []).filter(({ id, label }) => words.every((word) => fold(`${label} ${id}`).includes(word)));
  }, [entries, query]);
  if (entries === null) return null;
  return (
    <div className="entries">
      {!pack.locked && <p className="muted">{t('packs_contents_hint')}</p>}
      <Field label={t('packs_contents_search')}>
        {({ id }) => <input id={id} className="input" type="search" value={query} onChange={(event) => setQuery(event.currentTarget.value)} />}
      </Field>
      {LISTS.map((list) => ({ list, of: found.filter((entry) => entry.list === list) })).filter(({ of }) => of.length > 0).map(({ list, of }) => (
        <fieldset key={list} className="entry-list">
          <legend>
            {t(`packs_list_${list}`)} · {of.length}
          </legend>
          {of.slice(0, SHOWN).map((entry) => (
            <Line key={`${entry.lang} ${entry.id}`} entry={entry} pack={pack} hands={hands} />
          ))}
          {of.length > SHOWN && <p className="muted">{plural('packs_and_more', of.length - SHOWN)}</p>}
        </fieldset>
      ))}
      {found.length === 0 && <p className="muted">{t('packs_contents_none')}</p>}
    </div>
  );
}

function Line({ entry, pack, hands }: { entry: Listed; pack: PackInfo; hands: PackHands }) {
  const { t } = useStrings();
  const label = (
    <span>
      <span lang={entry.lang}>{entry.label}</span> <code className="muted">{entry.id}</code>
      {entry.replacedBy !== null && <span className="muted"> · {t('packs_replaced', { pack: entry.replacedBy })}</span>}
    </span>
  );
  if (pack.locked) return <p className="rule-head">{label}</p>;
  return (
    <label className="rule-head">
      {/* With the whole pack off there is nothing to switch here. */}
      <input type="checkbox" checked={!entry.off} disabled={pack.off} onChange={() => hands.turn(pack.id, entry.id, entry.off, entry.label)} />
      {label}
    </label>
  );
}
