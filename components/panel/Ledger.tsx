import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Disclosure, DueChoice, IconButton, Later, RovingList, Section, useClock, useStrings } from '../shared';
import type { PromiseRecord, ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';

const SENT_SHOWN = 3;
const DUE_SHOWN = 5;
export const whom = (promise: PromiseRecord): string => promise.customer?.name ?? promise.customer?.address ?? promise.conversation?.title ?? '';

/**
 * Promises that went out without a word: kept or let go, never lost silently. Beside an open reply only those of its
 * conversation and those just sent are asked about; the others wait, counted.
 */
export function Sent({ promises, view }: { promises: readonly PromiseRecord[]; view: ReplyView | null }) {
  const { plural } = useStrings();
  if (promises.length === 0) return null;
  const asked = view === null ? promises : promises.filter((promise) => concerns(promise, view));
  const shown = asked.slice(0, SENT_SHOWN);
  if (shown.length === 0) return <Waiting count={promises.length} />;
  const title = plural('panel_sent', promises.length);
  return (
    <Section title={title} className="section is-asking">
      <RovingList
        label={title}
        items={shown}
        keyOf={(promise) => promise.id}
        className="rows"
        row={(promise, { tabIndex }) => <SentRow promise={promise} tabIndex={tabIndex} />}
      />
      <More count={promises.length - shown.length} />
    </Section>
  );
}

/** Those of other conversations, while a reply is open: counted, one click away. */
function Waiting({ count }: { count: number }) {
  const { plural } = useStrings();
  const { page } = usePanel();
  return (
    <p className="section folded">
      <a href={page('options.html#/promises')} target="_blank" rel="noreferrer">
        {plural('panel_sent_waiting', count)}
      </a>
    </p>
  );
}

function concerns(promise: PromiseRecord, view: ReplyView): boolean {
  const { conversation } = promise;
  const here = view.conversation;
  return view.sentUnconfirmed.includes(promise.id) || (conversation !== null && here !== null && conversation.host === here.host && conversation.id === here.id);
}

function SentRow({ promise, tabIndex }: { promise: PromiseRecord; tabIndex: 0 | -1 }) {
  const { t } = useStrings();
  const clock = useClock();
  const { panel, offers } = usePanel();
  const [open, setOpen] = useState(false);
  const confirm = (due: PromiseRecord['due']) => panel.change(promise.id, { do: 'confirm', due }, t('panel_kept_said'));
  return (
    <div className="promise">
      <div className="mark-line">
        <p className="clamp-2 mark-words">{t('app_quote', { text: promise.text })}</p>
        <IconButton icon="close" label={t('panel_not_a_promise')} tabIndex={tabIndex} onClick={() => panel.change(promise.id, { do: 'drop' }, t('panel_not_a_promise_said'))} />
      </div>
      <p className="muted">{[whom(promise), promise.due ? clock.dueAway(promise.due) : t('app_due_none')].filter(Boolean).join(' · ')}</p>
      {(open || promise.due === null) && (
        <DueChoice
          due={promise.due}
          alternatives={promise.alternatives}
          vague={promise.due === null}
          offers={offers}
          tabIndex={tabIndex}
          exactly={open}
          onPick={confirm}
        />
      )}
      <div className="choices">
        <Button kind={promise.due ? 'main' : 'plain'} data-main tabIndex={tabIndex} onClick={() => confirm(promise.due)}>
          {t(promise.due ? 'app_keep' : 'app_keep_undated')}
        </Button>
        <Button kind="quiet" tabIndex={tabIndex} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('app_due_change')}
        </Button>
      </div>
    </div>
  );
}

/** What is due or late. Beside an open reply it takes one line until it is opened. */
export function Due({ promises, folded }: { promises: readonly PromiseRecord[]; folded: boolean }) {
  const { t, plural } = useStrings();
  const clock = useClock();
  const [open, setOpen] = useState(false);
  const [first] = promises;
  if (!first) return null;
  if (!folded) {
    return (
      <Section title={t('panel_due')} keys={['↑↓', '↵', 'e']}>
        <DueRows promises={promises} />
      </Section>
    );
  }
  const tone = promises.some((promise) => promise.due && clock.urgency(promise.due) === 'late') ? 'is-late' : 'is-due';
  const line = [plural('panel_due_count', promises.length), t(`promise_${first.kind}`), whom(first)].filter(Boolean).join(' · ');
  return (
    <section className="section folded" aria-label={t('panel_due')}>
      <Disclosure open={open} onToggle={() => setOpen(!open)} summary={<span className={`grow one-line ${tone}`}>{line}</span>}>
        <DueRows promises={promises} />
      </Disclosure>
    </section>
  );
}

function DueRows({ promises }: { promises: readonly PromiseRecord[] }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const done = (promise: PromiseRecord) => panel.change(promise.id, { do: 'keep' }, t('app_done_said'));
  const keys = (promise: PromiseRecord, event: KeyboardEvent): boolean => {
    if (event.key === 'e') done(promise);
    else if (event.key === 'o') panel.openConversation(promise.id);
    else return false;
    return true;
  };
  const shown = promises.slice(0, DUE_SHOWN);
  return (
    <>
      <RovingList
        label={t('panel_due')}
        items={shown}
        keyOf={(promise) => promise.id}
        onKey={keys}
        className="rows"
        row={(promise, { tabIndex }) => <DueRow promise={promise} tabIndex={tabIndex} onDone={() => done(promise)} />}
      />
      <More count={promises.length - shown.length} />
    </>
  );
}

function DueRow({ promise, tabIndex, onDone }: { promise: PromiseRecord; tabIndex: 0 | -1; onDone: () => void }) {
  const { t } = useStrings();
  const clock = useClock();
  const { panel, hours } = usePanel();
  const [later, setLater] = useState(false);
  const late = promise.due !== null && clock.urgency(promise.due) === 'late';
  const name = whom(promise);
  return (
    <div className="due-row">
      <div className="mark-line">
        <button type="button" className="mark-words" data-main tabIndex={tabIndex} title={t('app_open')} onClick={() => panel.openConversation(promise.id)}>
          <span className="strong">{name === '' ? t(`promise_${promise.kind}`) : `${t(`promise_${promise.kind}`)}: ${name}`}</span>{' '}
          <span className={late ? 'is-late' : 'is-due'}>{promise.due && clock.dueAway(promise.due)}</span>
        </button>
        <IconButton icon="check" label={t('app_done')} tabIndex={tabIndex} onClick={onDone} />
        <IconButton icon="clock" label={t('app_later')} tabIndex={tabIndex} aria-expanded={later} onClick={() => setLater(!later)} />
        <IconButton icon="open" label={t('app_open')} tabIndex={tabIndex} onClick={() => panel.openConversation(promise.id)} />
      </div>
      <p className="muted one-line" title={promise.text}>
        {t('app_quote', { text: promise.text })}
      </p>
      {later && (
        <Later
          hours={hours}
          tabIndex={tabIndex}
          onPick={(until, said) => {
            setLater(false);
            panel.change(promise.id, { do: 'snooze', until }, said);
          }}
        />
      )}
    </div>
  );
}

function More({ count }: { count: number }) {
  const { plural } = useStrings();
  const { page } = usePanel();
  if (count <= 0) return null;
  return (
    <a href={page('options.html#/promises')} target="_blank" rel="noreferrer">
      {plural('panel_more', count)}
    </a>
  );
}
