import { useEffect, useRef, useState } from 'react';
import { Icon, IconButton, LogLine, useClock, useStrings } from '../shared';
import type { LogLineHandle } from '../shared';
import type { PromiseRecord } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { whom } from './Ledger';

/** Opens the line in which a call is logged, where nothing is being typed. */
const LOG_KEYS = new Set(['l', 'n']);

/** At the foot, always there: what comes next, the way to the board, and a line to log a call or a chat elsewhere. */
export function Foot({ next, dueToday }: { next: PromiseRecord | null; dueToday: number }) {
  const { t } = useStrings();
  const { panel, page } = usePanel();
  const [open, setOpen] = useState(false);
  const line = useRef<LogLineHandle>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
      if (event.defaultPrevented || typing || event.altKey || event.ctrlKey || event.metaKey || !LOG_KEYS.has(event.key)) return;
      event.preventDefault();
      setOpen(true);
      line.current?.focus();
    }, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (open) line.current?.focus();
  }, [open]);
  const leave = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <footer className="foot">
      {open && <LogLine ref={line} onKeep={panel.add} onLeave={leave} />}
      <div className="foot-line">
        <Next next={next} dueToday={dueToday} />
        <IconButton ref={button} icon="add" label={t('log_title')} aria-expanded={open} aria-keyshortcuts="l n" onClick={() => setOpen(!open)} />
        <a className="button is-quiet is-icon" href={page('options.html#/settings')} target="_blank" rel="noreferrer" aria-label={t('panel_settings')} title={t('panel_settings')}>
          <Icon name="gear" />
        </a>
      </div>
    </footer>
  );
}

function Next({ next, dueToday }: { next: PromiseRecord | null; dueToday: number }) {
  const { t, plural } = useStrings();
  const clock = useClock();
  const { page } = usePanel();
  const line = next?.due
    ? t('panel_next', { what: t(`promise_${next.kind}`), whom: whom(next), when: clock.due(next.due) })
    : t('panel_next_none');
  return (
    <a className="next" href={page('options.html#/promises')} target="_blank" rel="noreferrer">
      <Icon name="board" />
      <span className="one-line">{line}</span>
      {dueToday > 0 && <span className="today">{plural('panel_today', dueToday)}</span>}
    </a>
  );
}
