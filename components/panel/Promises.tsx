import { useMemo, useState } from 'react';
import { Button, DueChoice, Icon, IconButton, RovingList, Section, useClock, useStrings } from '../shared';
import type { DueLike } from '../shared';
import type { PromiseRecord, PromiseView, ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { Words } from './Words';
import { notesOf, type Note } from './notes';
import { firstId, type Ledger } from './state';

const KEEP_KEY = 'Alt+Shift+K';

/** Promises of this draft that outlive the conversation: kept with one key, or set right first. */
export function Promises({ view, ledger }: { view: ReplyView; ledger: Pick<Ledger, 'theirs' | 'around' | 'loads'> }) {
  const { t } = useStrings();
  const { clock } = usePanel();
  const { theirs, around, loads } = ledger;
  const promises = view.promises.filter((promise) => promise.deferred && !promise.dismissed);
  const notes = useMemo(() => notesOf(promises, clock, theirs, around, loads), [view, clock, theirs, around, loads]);
  if (promises.length === 0) return null;
  return (
    <Section title={t('panel_promises')} keys={[KEEP_KEY]}>
      <RovingList
        label={t('panel_promises')}
        items={promises}
        keyOf={() => 'promise'}
        className="rows"
        row={(promise, { tabIndex }) => <Draft promise={promise} record={recordOf(promise, theirs)} notes={notes.get(promise) ?? []} replyKey={view.key} tabIndex={tabIndex} />}
      />
    </Section>
  );
}

/** What the ledger has of a kept promise; one that was moved lives on in its successor. */
function recordOf({ kept }: PromiseView, theirs: readonly PromiseRecord[]): PromiseRecord | null {
  if (kept === null) return null;
  return theirs.find(({ id }) => firstId(id) === firstId(kept)) ?? null;
}

interface DraftProps {
  readonly promise: PromiseView;
  readonly record: PromiseRecord | null;
  readonly notes: readonly Note[];
  readonly replyKey: string;
  readonly tabIndex: 0 | -1;
}

function Draft({ promise, record, notes, replyKey, tabIndex }: DraftProps) {
  const { t } = useStrings();
  const { panel, offers } = usePanel();
  const [open, setOpen] = useState(false);
  const kept = promise.kept !== null;
  const unclear = promise.due === null || promise.alternatives.length > 0;
  const keep = (due: DueLike | null) => {
    setOpen(false);
    if (record && due) panel.change(record.id, { do: 'move', due }, t('panel_moved'));
    else if (!kept) panel.command({ do: 'keep', key: replyKey, start: promise.start, due }, t('panel_kept_said'));
  };
  return (
    <div className={kept ? 'promise is-kept' : 'promise'}>
      <Sentence promise={promise} replyKey={replyKey} tabIndex={tabIndex} />
      <When promise={promise} due={record ? record.due : promise.due} />
      {notes.map((note) => (
        <LookAt key={`${note.kind} ${note.with?.id ?? ''}`} note={note} />
      ))}
      {(open || (unclear && !kept)) && (
        <DueChoice
          key={(record ?? promise).due?.end ?? ''}
          due={(record ?? promise).due}
          alternatives={promise.alternatives}
          vague={promise.vague}
          offers={offers}
          onPick={keep}
          tabIndex={tabIndex}
          exactly={open}
        />
      )}
      <div className="choices">
        {kept ? (
          <span className="kept">
            <Icon name="check" /> {t('panel_kept')}
          </span>
        ) : (
          <Button kind={promise.due ? 'main' : 'plain'} data-main tabIndex={tabIndex} onClick={() => keep(promise.due)}>
            {t(promise.due ? 'app_keep' : 'app_keep_undated')}
          </Button>
        )}
        {(!kept || record) && (
          <Button kind="quiet" data-main={kept} tabIndex={tabIndex} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('app_due_change')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The sentence as it stands in the draft; a click shows it there. */
function Sentence({ promise, replyKey, tabIndex }: { promise: PromiseView; replyKey: string; tabIndex: 0 | -1 }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  return (
    <div className="mark-line">
      <Words words={promise.text} span={promise} replyKey={replyKey} tabIndex={tabIndex} />
      {promise.kept === null && (
        <IconButton
          icon="close"
          label={t('panel_not_a_promise')}
          tabIndex={tabIndex}
          onClick={() => panel.command({ do: 'not-a-promise', key: replyKey, start: promise.start }, t('panel_not_a_promise_said'))}
        />
      )}
    </div>
  );
}

/** One thing to look at before sending. It never stops anything. */
function LookAt({ note }: { note: Note }) {
  const { t } = useStrings();
  const clock = useClock();
  const whom = note.with?.customer?.name ?? note.with?.customer?.address ?? note.with?.conversation?.title ?? '';
  const when = note.with?.due ? clock.due(note.with.due) : '';
  const { open = 0, usual = null } = note.day ?? {};
  return (
    <p className="is-due look-at">
      <Icon name="clock" /> {t(`check_${note.kind.replace('-', '_')}${note.kind === 'clash' && whom !== '' ? '_whom' : ''}`, { whom, when, text: note.with?.text ?? '', open, usual: usual ?? 0 })}
    </p>
  );
}

function When({ promise, due }: { promise: PromiseView; due: DueLike | null }) {
  const { t } = useStrings();
  const clock = useClock();
  const when = due ? clock.dueAway(due) : t(promise.vague ? 'app_due_vague' : promise.conditional ? 'app_due_conditional' : 'app_due_none');
  return (
    <p className={due ? '' : 'muted'}>
      {t(`promise_${promise.kind}`)} · {when}
      {due && promise.kept === null && promise.alternatives.length > 0 && <span className="muted"> {t('app_due_or')}</span>}
    </p>
  );
}
