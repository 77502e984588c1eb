import { useState } from 'react';
import { Button, Disclosure, tellPackError, useStrings } from '../../shared';
import { entriesOf, textOf, withBack, withEntry, withMoved, withNew, without } from './draft';
import type { Draft } from './draft';
import type { Engine } from './engine';
import { faultsOf, isOf, otherFaults } from './faults';
import { Fields, useSpecs } from './Fields';
import { LISTS } from './specs';
import type { FieldSpec, List } from './specs';
import type { Checked } from './use-engine';
import { shownOf } from './values';
import type { Entry } from './values';

interface Props {
  readonly draft: Draft;
  readonly checked: Checked | null;
  readonly engine: () => Promise<Engine>;
  readonly onDraft: (draft: Draft) => void;
}

/** An entry that was taken out, while it can be put back. */
interface Lost {
  readonly list: List;
  readonly index: number;
  readonly entry: Entry;
}

const firstOf = (entry: Entry, name: string): string => (Array.isArray(entry[name]) ? String((entry[name] as readonly unknown[])[0] ?? '') : '');
const nameOf = (entry: Entry): string =>
  [...['title', 'term', 'why', 'goal', 'name', 'text'].map((name) => textOf(entry, name)), firstOf(entry, 'find'), shownOf(entry, { name: 'swap', kind: 'pairs' }).split('\n')[0] ?? '', textOf(entry, 'id'), textOf(entry, 'version')].find((name) => name.trim() !== '') ?? '?';

/** The lists of the pack, each unfolded by itself, each entry with what is wrong with it and what it meets. */
export function Lists({ draft, checked, engine, onDraft }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState<List | null>(null);
  const specs = useSpecs(open, engine);
  const [entry, setEntry] = useState<number | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const show = (list: List | null, index: number | null) => {
    setOpen(list);
    setEntry(index);
  };
  const move = (list: List, index: number, by: -1 | 1) => {
    setEntry(index + by);
    onDraft(withMoved(draft, list, index, by));
  };
  const remove = (list: List, index: number) => {
    const gone = entriesOf(draft, list)[index];
    if (gone === undefined) return;
    setLost({ list, index, entry: gone });
    setEntry(null);
    onDraft(without(draft, list, index));
  };
  return LISTS.map((list) => {
    const entries = entriesOf(draft, list), faults = checked?.errors.filter((error) => isOf(error, list)).length ?? 0;
    return (
      <div key={list} className="workshop-list">
        <Disclosure open={open === list} onToggle={() => show(open === list ? null : list, null)} summary={<span>{t(`packs_list_${list}`)} · {entries.length}{faults > 0 && <span className="is-late"> · {t('workshop_faults', { count: faults })}</span>}</span>}>
          {list === 'exercises' && <p className="muted">{t('packs_unused')}</p>}
          {list === 'hosts' && <p className="muted">{t('workshop_hosts_note')}</p>}
          {lost?.list === list && (
            <div className="notice is-line" role="status">
              <span>{t('phrases_removed', { title: nameOf(lost.entry) })}</span>{' '}
              <Button onClick={() => (onDraft(withBack(draft, list, lost.index, lost.entry)), setLost(null))}>{t('packs_undo')}</Button>
            </div>
          )}
          <ul className="phrase-list">
            {entries.map((one, index) => (
              <li key={index}>
                <Disclosure open={entry === index} onToggle={() => setEntry(entry === index ? null : index)} summary={<span>{nameOf(one)}<State unsound={faultsOf(checked?.errors ?? [], list, index, one).length > 0} /></span>}>
                  {specs && <Fields draft={draft} list={list} entry={one} faults={faultsOf(checked?.errors ?? [], list, index, one)} specs={specs} onChange={(change) => onDraft(withEntry(draft, list, index, change))} />}
                  <Told list={list} index={index} entry={one} specs={specs ?? []} checked={checked} />
                  <div className="choices">
                    <Button aria-label={`${t('workshop_up')}: ${nameOf(one)}`} disabled={index === 0} onClick={() => move(list, index, -1)}>{t('workshop_up')}</Button>
                    <Button aria-label={`${t('workshop_down')}: ${nameOf(one)}`} disabled={index === entries.length - 1} onClick={() => move(list, index, 1)}>{t('workshop_down')}</Button>
                    <Button aria-label={`${t('phrases_remove')}: ${nameOf(one)}`} onClick={() => remove(list, index)}>{t('phrases_remove')}</Button>
                  </div>
                </Disclosure>
              </li>
            ))}
          </ul>
          <Button kind="main" onClick={() => (onDraft(withNew(draft, list)), setEntry(entries.length))}>{t(`workshop_add_${list}`)}</Button>
        </Disclosure>
      </div>
    );
  });
}

function State({ unsound }: { unsound: boolean }) {
  const { t } = useStrings();
  return unsound ? <span className="is-late"> · {t('workshop_unsound')}</span> : null;
}

/** What is wrong with an entry as a whole; that a rule does what its examples show; and what it meets. */
function Told({ list, index, entry, specs, checked }: { list: List; index: number; entry: Entry; specs: readonly FieldSpec[]; checked: Checked | null }) {
  const strings = useStrings();
  const { t } = strings;
  const faults = faultsOf(checked?.errors ?? [], list, index, entry), rest = otherFaults(faults, [...specs.map(({ name }) => name), 'id', 'lang']);
  const clashes = checked?.clashes.filter(({ id }) => id === entry['id']) ?? [];
  return (
    <div role="status">
      {rest.length > 0 && <ul className="bad is-late">{rest.map((error, i) => <li key={`${i} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>}
      {faults.length === 0 && checked?.pack && (list === 'rules' || list === 'cues') && <p className="is-sound">✓ {t('workshop_proved')}</p>}
      {clashes.length > 0 && <ul className="is-due">{clashes.map(({ kind, other, text }) => <li key={`${kind} ${other} ${text}`}>{t(`workshop_clash_${kind}`, { other, text })}</li>)}</ul>}
    </div>
  );
}
