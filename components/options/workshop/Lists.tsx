import { useState } from 'react';
import { Button, Disclosure, tellPackError, useStrings } from '../../shared';
import type { PackError } from '../../../utils/phrases/pack';
import { entriesOf, LISTS, shownOf, textOf, withBack, withEntry, withMoved, withNew, without } from './draft';
import type { Draft, Entry, List } from './draft';
import { Fields } from './Fields';
import type { Checked } from './use-engine';

interface Props {
  readonly draft: Draft;
  readonly checked: Checked | null;
  readonly onDraft: (draft: Draft) => void;
}

/** An entry that was taken out, while it can be put back. */
interface Lost {
  readonly list: List;
  readonly index: number;
  readonly entry: Entry;
}

const nameOf = (entry: Entry): string => [textOf(entry, 'title'), textOf(entry, 'term'), textOf(entry, 'why'), Array.isArray(entry['find']) ? String(entry['find'][0] ?? '') : '', shownOf(entry, { name: 'swap', kind: 'pairs' }).split('\n')[0] ?? '', textOf(entry, 'id')].find((name) => name.trim() !== '') ?? '?';
export const startsAt = ({ path }: PackError, list: string, index?: number): boolean => (index === undefined ? path === list || path.startsWith(`${list}[`) : path === `${list}[${index}]` || path.startsWith(`${list}[${index}].`));

/** The lists of the pack, each unfolded by itself, each entry with what is wrong with it and what it meets. */
export function Lists({ draft, checked, onDraft }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState<List | null>(null);
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
    const entries = entriesOf(draft, list), faults = checked?.errors.filter((error) => startsAt(error, list)).length ?? 0;
    return (
      <div key={list} className="workshop-list">
        <Disclosure open={open === list} onToggle={() => show(open === list ? null : list, null)} summary={<span>{t(`packs_list_${list}`)} · {entries.length}{faults > 0 && <span className="is-late"> · {t('workshop_faults', { count: faults })}</span>}</span>}>
          {lost?.list === list && (
            <div className="notice is-line" role="status">
              <span>{t('phrases_removed', { title: nameOf(lost.entry) })}</span>{' '}
              <Button onClick={() => (onDraft(withBack(draft, list, lost.index, lost.entry)), setLost(null))}>{t('packs_undo')}</Button>
            </div>
          )}
          <ul className="phrase-list">
            {entries.map((one, index) => (
              <li key={index}>
                <Disclosure open={entry === index} onToggle={() => setEntry(entry === index ? null : index)} summary={<span>{nameOf(one)}<State list={list} index={index} checked={checked} /></span>}>
                  <Fields draft={draft} list={list} entry={one} onChange={(change) => onDraft(withEntry(draft, list, index, change))} />
                  <Told list={list} index={index} entry={one} checked={checked} />
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

function State({ list, index, checked }: { list: List; index: number; checked: Checked | null }) {
  const { t } = useStrings();
  return checked?.errors.some((error) => startsAt(error, list, index)) ? <span className="is-late"> · {t('workshop_unsound')}</span> : null;
}

/** What is wrong with an entry; that a rule does what its examples show; and what it meets. */
function Told({ list, index, entry, checked }: { list: List; index: number; entry: Entry; checked: Checked | null }) {
  const strings = useStrings();
  const { t } = strings;
  const errors = checked?.errors.filter((error) => startsAt(error, list, index)) ?? [];
  const clashes = checked?.clashes.filter(({ id }) => id === entry['id']) ?? [];
  return (
    <div role="status">
      {errors.length > 0 && <ul className="bad is-late">{errors.map((error, i) => <li key={`${i} ${error.path}`}>{tellPackError(error, strings)}</li>)}</ul>}
      {errors.length === 0 && checked?.pack && list === 'rules' && <p className="is-sound">✓ {t('workshop_proved')}</p>}
      {clashes.length > 0 && <ul className="is-due">{clashes.map(({ kind, other, text }) => <li key={`${kind} ${other} ${text}`}>{t(`workshop_clash_${kind}`, { other, text })}</li>)}</ul>}
    </div>
  );
}
