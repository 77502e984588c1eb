import { useCallback, useMemo, useRef, useState } from 'react';
import { Kbd, LogLine, useClock, useStrings } from '../../shared';
import type { LogLineHandle } from '../../shared';
import type { Settings } from '../../../utils/messages/protocol';
import { clockOf, slots } from '../../../utils/promises/ahead';
import type { Options, OptionsState } from '../model';
import { Bulk, Undone } from './Bulk';
import { BoardProvider } from './context';
import type { BoardHands } from './context';
import { Filters, isOver } from './Filters';
import type { By } from './Filters';
import { useFound } from './found';
import type { Which } from './found';
import { useBoardKeys } from './keys';
import { Row } from './Row';
import { Rows } from './Rows';
import type { RowsHandle } from './Rows';
import { byCustomer, byMonth, byTime } from './sections';
import type { Stretch } from './sections';
import { useSelection } from './selection';
import { Week } from './Week';

/** As many times as a promise without one is offered. */
const OFFERS = 3;

/** Every promise: a week of days, what stands by time or by customer, what is over; worked through by keys as a mail list is. */
export function Board({ state, options, settings }: { state: OptionsState; options: Options; settings: Settings }) {
  const { t } = useStrings();
  const { here } = useClock();
  const [query, setQuery] = useState('');
  const [which, setWhich] = useState<Which>('open');
  const [by, setBy] = useState<By>('time');
  const [day, setDay] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const log = useRef<LogLineHandle>(null);
  const rows = useRef<RowsHandle>(null);
  const found = useFound(options.search, useMemo(() => ({ text: query, which, day, zone: here.zone }), [query, which, day, here.zone]), state.version);
  const stretches = useStretches(found.promises, by, which);
  const selection = useSelection(stretches);
  const hands = useHands(options, settings, found.promises, selection);
  const { onRow, later, setLater } = useBoardKeys({ hands, selection, search, log, rows, undo: state.undo });
  const titleOf = useTitles();
  const nothing = found.loaded && found.promises.length === 0;
  const clear = useCallback(() => (setLater(false), selection.clear()), [selection, setLater]);
  return (
    <BoardProvider value={hands}>
      <div className="board">
        <h1>{t('board_title')}</h1>
        <LogLine ref={log} onKeep={options.add} onLeave={() => rows.current?.focus()} />
        <Week options={options} version={state.version} day={day} onDay={setDay} />
        <Filters {...{ which, by, query, search, day, counts: found.counts }} onWhich={(to) => (setWhich(to), clear())} onBy={setBy} onQuery={setQuery} onAllDays={() => setDay(null)} />
        <KeyLine />
        {nothing && <p className="muted">{t(query === '' && which === 'open' && day === null ? 'board_empty' : 'board_none')}</p>}
        <Rows
          ref={rows}
          stretches={stretches}
          titleOf={titleOf}
          onKey={onRow}
          onEnd={found.next}
          row={(promise, tabIndex) => (
            <Row promise={promise} tabIndex={tabIndex} selected={selection.ids.has(promise.id)} part={selection.opened?.id === promise.id ? selection.opened.part : null} named={by === 'customer'} />
          )}
        />
        {selection.ids.size > 0 ? <Bulk selected={[...selection.ids]} later={later} onLater={setLater} onClear={clear} /> : state.undo && <Undone undo={state.undo} />}
      </div>
    </BoardProvider>
  );
}

function useStretches(promises: ReturnType<typeof useFound>['promises'], by: By, which: Which): readonly Stretch[] {
  const { here } = useClock();
  const over = isOver(which);
  return useMemo(() => {
    if (by === 'customer') return byCustomer(promises, over ? 'as-given' : 'soonest');
    return over ? byMonth(promises, here.zone) : byTime(promises, here);
  }, [promises, by, over, here]);
}

function useHands(options: Options, settings: Settings, promises: ReturnType<typeof useFound>['promises'], selection: ReturnType<typeof useSelection>): BoardHands {
  const { t, plural } = useStrings();
  const { here } = useClock();
  const { hours, holidays, teamDaysOff } = settings;
  const offers = useMemo(() => slots(clockOf(here.now, here.zone, hours, holidays, teamDaysOff), OFFERS, promises.flatMap(({ due }) => due ?? [])), [here, hours, holidays, teamDaysOff, promises]);
  const { open, select, clear } = selection;
  return useMemo(() => ({
    options, hours, offers, open, select,
    done(ids) {
      clear();
      open(null);
      options.change(ids, { do: 'keep' }, ids.length === 1 ? t('app_done_said') : plural('board_done_said', ids.length), true);
    },
  }), [options, hours, offers, open, select, clear, t, plural]);
}

function useTitles(): (stretch: Stretch) => string {
  const { t, plural } = useStrings();
  const { locale } = useClock();
  return useCallback(({ of, name, rows }) => {
    if (of === 'group') return t(`board_${name}`);
    if (of === 'month') return Temporal.PlainYearMonth.from(name).toPlainDate({ day: 1 }).toLocaleString(locale, { month: 'long', year: 'numeric' });
    return `${name === '' ? t('panel_customer_unknown') : name} · ${plural('board_promises', rows.length)}`;
  }, [t, plural, locale]);
}

function KeyLine() {
  const { t } = useStrings();
  const keys = [
    [['j', 'k'], 'board_key_move'], [['↵'], 'board_key_open'], [['x', '⇧x'], 'board_key_select'], [['e'], 'app_done'], [['s'], 'app_later'],
    [['o'], 'app_open'], [['/'], 'board_search'], [['l'], 'log_key'],
  ] as const;
  return (
    <p className="muted keys-line">
      {keys.map(([names, what]) => (
        <span key={what}>
          {names.map((name) => (
            <Kbd key={name}>{name}</Kbd>
          ))}{' '}
          {t(what)}
        </span>
      ))}
    </p>
  );
}
