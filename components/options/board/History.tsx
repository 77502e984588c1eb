import { useEffect, useState } from 'react';
import { useClock, useStrings } from '../../shared';
import type { HistoryEntry, PromiseRecord } from '../../../utils/messages/protocol';
import { useBoard } from './context';

/** What happened to a promise and to those it took the place of, oldest first. */
export function History({ promise }: { promise: PromiseRecord }) {
  const { t } = useStrings();
  const { options } = useBoard();
  const [chain, setChain] = useState<readonly PromiseRecord[]>([promise]);
  useEffect(() => {
    let wanted = true;
    setChain([promise]);
    // A promise that was never moved is its own chain.
    if (promise.previous !== null || promise.status === 'moved') void options.chain(promise.id).then((found) => wanted && found && setChain(found));
    return () => {
      wanted = false;
    };
  }, [options, promise]);
  return (
    <ol className="history" aria-label={t('board_history')}>
      {chain.flatMap((record) => record.history.map((entry, index) => <Happened key={`${record.id} ${index}`} entry={entry} record={record} />))}
    </ol>
  );
}

function Happened({ entry, record }: { entry: HistoryEntry; record: PromiseRecord }) {
  const { t } = useStrings();
  const clock = useClock();
  return (
    <li>
      <span className="muted">{clock.moment(entry.at)}</span> <span>{said()}</span>
    </li>
  );

  function said(): string {
    const { what, detail } = entry;
    // An edit says what stood there: "kind: reply", "text: …", "customer: …".
    const edited = what === 'edited' ? /^(text|kind|customer): (.*)$/su.exec(detail ?? '') : null;
    if (edited) return t('board_did_edited_from', { detail: edited[1] === 'kind' ? t(`promise_${edited[2]}`) : edited[2] ?? '' });
    if (what === 'confirmed') return t('board_did_confirmed', { detail: record.due ? clock.due(record.due) : t('app_due_none') });
    return t(`board_did_${what.replace('-', '_')}`, { detail: detail === undefined ? '' : momentOr(detail) });
  }
  /** Where the detail is no instant it is shown as it is. */
  function momentOr(detail: string): string {
    try {
      return clock.moment(detail);
    } catch {
      return detail;
    }
  }
}
