import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, DueChoice, Kbd, Later, RovingList, Section, useClock, useStrings } from '../shared';
import type { PromiseRecord, Settings } from '../../utils/messages/protocol';
import { clockOf, slots } from '../../utils/promises/ahead';
import type { Due, WorkingHours } from '../../utils/promises';
import { grouped, GROUPS, matches } from './groups';
import type { Options, OptionsState } from './model';

type Opened = { readonly id: string; readonly what: 'later' | 'move' } | null;
const CLOSED_SHOWN = 50;
/** As many times as a promise without one is offered. */
const OFFERS = 3;

/** Every promise, by when it falls due; done, later, moved, dropped or opened from here. */
export function Board({ state, options, settings }: { state: OptionsState; options: Options; settings: Settings }) {
  const { t } = useStrings();
  const clock = useClock();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Opened>(null);
  const search = useRef<HTMLInputElement>(null);
  const { hours, holidays } = settings;
  const { now, zone } = clock.here;
  const offers = useMemo(() => slots(clockOf(now, zone, hours, holidays), OFFERS, state.active.flatMap(({ due }) => due ?? [])), [now, zone, hours, holidays, state.active]);
  const groups = useMemo(() => grouped(state.active.filter((promise) => matches(promise, query)), clock.here), [state.active, query, clock.here]);
  const closed = state.closed.filter((promise) => matches(promise, query)).slice(0, CLOSED_SHOWN);
  const shortcut = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    search.current?.focus();
  };
  const nothing = state.loaded && state.active.length === 0;
  return (
    <div className="board" onKeyDown={shortcut}>
      <div className="board-head">
        <h1>{t('board_title')}</h1>
        <input
          ref={search}
          className="input"
          type="search"
          aria-label={t('board_search')}
          placeholder={t('board_search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p className="muted keys-line">
        <Kbd>j</Kbd> <Kbd>k</Kbd> {t('board_key_move')} · <Kbd>↵</Kbd> {t('app_open')} · <Kbd>e</Kbd> {t('app_done')} · <Kbd>s</Kbd> {t('app_later')} · <Kbd>/</Kbd>{' '}
        {t('board_search')}
      </p>
      {nothing && <p className="muted">{t('board_empty')}</p>}
      {GROUPS.filter((name) => groups[name].length > 0).map((name) => (
        <Section key={name} title={t(`board_${name}`)} className={`section group-${name}`}>
          <RovingList
            label={t(`board_${name}`)}
            items={groups[name]}
            keyOf={(promise) => promise.id}
            className="rows"
            onKey={(promise, event) => rowKey(promise, event, options, t, setOpened)}
            row={(promise, { tabIndex }) => (
              <Row promise={promise} tabIndex={tabIndex} options={options} hours={hours} offers={offers} opened={opened?.id === promise.id ? opened.what : null} onOpen={setOpened} />
            )}
          />
        </Section>
      ))}
      {closed.length > 0 && <Closed promises={closed} options={options} />}
    </div>
  );
}

function rowKey(promise: PromiseRecord, event: KeyboardEvent<HTMLElement>, options: Options, t: (key: string) => string, open: (what: Opened) => void): boolean {
  if (event.key === 'e') options.change(promise.id, { do: 'keep' }, t('app_done_said'));
  else if (event.key === 's') open({ id: promise.id, what: 'later' });
  else if (event.key === 'o') options.openConversation(promise.id);
  else if (event.key === 'Escape') open(null);
  else return false;
  return true;
}

interface RowProps {
  promise: PromiseRecord;
  tabIndex: 0 | -1;
  options: Options;
  hours: WorkingHours;
  offers: readonly Due[];
  opened: 'later' | 'move' | null;
  onOpen: (opened: Opened) => void;
}

function Row({ promise, tabIndex, options, hours, offers, opened, onOpen }: RowProps) {
  const { t } = useStrings();
  const clock = useClock();
  const { id } = promise;
  const tentative = promise.status === 'tentative';
  const toggle = (what: 'later' | 'move') => onOpen(opened === what ? null : { id, what });
  return (
    <article className="promise-row">
      <button type="button" className="promise-main" data-main tabIndex={tabIndex} title={t('app_open')} onClick={() => options.openConversation(id)}>
        <span className="strong">{[t(`promise_${promise.kind}`), promise.customer?.name ?? promise.customer?.address].filter(Boolean).join(': ')}</span>
        <span className="when">{promise.due ? clock.dueAway(promise.due) : t('app_due_none')}</span>
        <span className="muted">{t('app_quote', { text: promise.text })}</span>
        {promise.snoozedUntil !== null && <span className="muted">{t('board_quiet_until', { when: clock.moment(promise.snoozedUntil) })}</span>}
      </button>
      <div className="choices">
        {tentative ? (
          <Button kind="main" tabIndex={tabIndex} onClick={() => options.change(id, { do: 'confirm', due: promise.due }, t('panel_kept_said'))}>
            {t(promise.due ? 'app_keep' : 'app_keep_undated')}
          </Button>
        ) : (
          <Button kind="main" tabIndex={tabIndex} onClick={() => options.change(id, { do: 'keep' }, t('app_done_said'))}>
            {t('app_done')}
          </Button>
        )}
        {promise.due && (
          <Button tabIndex={tabIndex} aria-expanded={opened === 'later'} onClick={() => toggle('later')}>
            {t('app_later')}
          </Button>
        )}
        <Button tabIndex={tabIndex} aria-expanded={opened === 'move'} onClick={() => toggle('move')}>
          {t(promise.due ? 'app_due_change' : 'app_due_pick')}
        </Button>
        <Button kind="quiet" tabIndex={tabIndex} onClick={() => options.change(id, { do: 'drop' }, t('board_dropped_said'))}>
          {t(tentative ? 'panel_not_a_promise' : 'board_drop')}
        </Button>
      </div>
      {opened === 'later' && <Later hours={hours} tabIndex={tabIndex} onPick={(until, said) => (onOpen(null), options.change(id, { do: 'snooze', until }, said))} />}
      {opened === 'move' && (
        <DueChoice
          due={promise.due}
          alternatives={promise.alternatives}
          vague={promise.due === null}
          offers={offers}
          tabIndex={tabIndex}
          onPick={(due) => (onOpen(null), options.change(id, tentative ? { do: 'confirm', due } : { do: 'move', due }, t('panel_moved')))}
        />
      )}
    </article>
  );
}

function Closed({ promises, options }: { promises: readonly PromiseRecord[]; options: Options }) {
  const { t } = useStrings();
  const clock = useClock();
  return (
    <Section title={t('board_closed')} className="section">
      <RovingList
        label={t('board_closed')}
        items={promises}
        keyOf={(promise) => promise.id}
        className="rows"
        row={(promise, { tabIndex }) => (
          <article className="promise-row is-closed">
            <p className="promise-main">
              <span className="strong">{[t(`promise_${promise.kind}`), promise.customer?.name ?? promise.customer?.address].filter(Boolean).join(': ')}</span>
              <span className="when">
                {t(`board_status_${promise.status.replace('-', '_')}`)} · {clock.day(promise.updatedAt)}
              </span>
              <span className="muted">{t('app_quote', { text: promise.text })}</span>
            </p>
            <div className="choices">
              <Button kind="quiet" data-main tabIndex={tabIndex} onClick={() => options.change(promise.id, { do: 'reopen' }, t('board_reopened_said'))}>
                {t('board_reopen')}
              </Button>
            </div>
          </article>
        )}
      />
    </Section>
  );
}
