import { useEffect, useState } from 'react';
import { Button, DueChoice, formatProse, HandOver, IconButton, Section, useClock, useStrings } from '../shared';
import type { DueLike, Strings } from '../shared';
import type { PromiseRecord, ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { firstId, ownIds } from './state';

const SHOWN = 3;
/** Kinds that a written reply itself may keep: a call or a visit is kept elsewhere. */
const WRITTEN: ReadonlySet<string> = new Set(['reply', 'send', 'refund', 'fix', 'check', 'other']);

/** Promises to this customer that are due today or late, with what to say: beside the reply in which they are to be kept. `except`: the one that is asked about already. */
export function Kits({ view, theirs, except }: { view: ReplyView; theirs: readonly PromiseRecord[]; except: string | null }) {
  const { t } = useStrings();
  const clock = useClock();
  const given = ownIds(view.promises);
  // What this very draft promises is no debt yet.
  const due = theirs.filter((promise) => promise.due !== null && promise.id !== except && !given.has(firstId(promise.id)) && (clock.urgency(promise.due) === 'late' || clock.isToday(promise.due.end))).slice(0, SHOWN);
  if (due.length === 0) return null;
  return (
    <Section title={t('kit_title')} className="section is-asking">
      <ul className="rows">
        {due.map((promise) => (
          <li key={promise.id}>
            <Kit promise={promise} view={view} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Open = 'move' | 'hand' | null;

function Kit({ promise, view }: { promise: PromiseRecord; view: ReplyView }) {
  const { t } = useStrings();
  const clock = useClock();
  const { panel } = usePanel();
  const [open, setOpen] = useState<Open>(null);
  const late = promise.due !== null && clock.urgency(promise.due) === 'late';
  const toggle = (what: Open) => setOpen(open === what ? null : what);
  return (
    <div className="promise">
      <div className="mark-line">
        <p className="mark-words">{t('app_quote', { text: promise.text })}</p>
        <IconButton icon="check" label={t('app_done')} onClick={() => panel.change(promise.id, { do: 'keep' }, t('app_done_said'))} />
      </div>
      <p className={late ? 'is-late' : 'is-due'}>{[t(`promise_${promise.kind}`), promise.due && clock.dueAway(promise.due)].filter(Boolean).join(' · ')}</p>
      {open !== 'move' && (late || WRITTEN.has(promise.kind)) && <Opener promise={promise} view={view} to={null} />}
      <div className="choices">
        <Button kind="quiet" aria-expanded={open === 'move'} onClick={() => toggle('move')}>
          {t(late ? 'kit_new_date' : 'kit_at_risk')}
        </Button>
        <Button kind="quiet" aria-expanded={open === 'hand'} onClick={() => toggle('hand')}>
          {t('board_hand_over')}
        </Button>
      </div>
      {open === 'move' && <NewDate promise={promise} view={view} onDone={() => setOpen(null)} />}
      {open === 'hand' && <HandOver tabIndex={0} onHand={(to) => panel.change(promise.id, { do: 'hand-over', to }, t('board_handed_said', { to }))} />}
    </div>
  );
}

/** Another date, and with it the words that tell the customer: one click moves the promise and writes the sentence. */
function NewDate({ promise, view, onDone }: { promise: PromiseRecord; view: ReplyView; onDone: () => void }) {
  const { t } = useStrings();
  const { offers } = usePanel();
  const [to, setTo] = useState<DueLike | null>(null);
  if (!to) return <DueChoice due={promise.due} alternatives={[]} vague offers={offers} tabIndex={0} onPick={setTo} />;
  return (
    <>
      <Opener promise={promise} view={view} to={to} onDone={onDone} />
      <div className="choices">
        <Button kind="quiet" onClick={() => setTo(null)}>
          {t('app_due_change')}
        </Button>
      </div>
    </>
  );
}

/** The sentence to begin with, in the language of the reply; a click puts it at the caret, and moves the promise where it names a new date. */
function Opener({ promise, view, to, onDone }: { promise: PromiseRecord; view: ReplyView; to: DueLike | null; onDone?: () => void }) {
  const { t } = useStrings();
  const { here, urgency, localeOf } = useClock();
  const { panel } = usePanel();
  const lang = view.analysis?.lang ?? promise.lang;
  const words = useWords(lang);
  if (!words || promise.due === null) return null;
  const late = urgency(promise.due) === 'late';
  const say = (due: DueLike) => formatProse(due, here.zone, localeOf(lang));
  const key = to === null ? (late ? 'kit_say_late' : 'kit_say_due') : late ? 'kit_say_late_moved' : 'kit_say_moved';
  const text = words.t(key, { was: say(promise.due), date: to === null ? '' : say(to) });
  const put = () => {
    void panel.command({ do: 'insert', key: view.key, text, phrase: null }, t('panel_inserted')).then((placed) => {
      // A date that the customer is not told of is not moved.
      if (placed && to !== null) panel.change(promise.id, { do: 'move', due: to }, t('kit_moved_said'));
      if (placed) onDone?.();
    });
  };
  return (
    <button type="button" className="suggestion" lang={lang} onClick={put}>
      <span className="grow">
        {text}
        <span className="why muted" lang="">{t(to === null ? 'kit_put' : 'kit_put_and_move')}</span>
      </span>
    </button>
  );
}

/** The words of a language; null until they are here. */
function useWords(lang: string): Strings | null {
  const own = useStrings();
  const { panel } = usePanel();
  const [words, setWords] = useState<Strings | null>(null);
  useEffect(() => {
    let wanted = true;
    if (lang !== own.language) void panel.words(lang as ReplyLanguage).then((found) => wanted && setWords(found));
    return () => {
      wanted = false;
    };
  }, [panel, lang, own.language]);
  if (lang === own.language) return own;
  return words?.language === lang ? words : null;
}
type ReplyLanguage = PromiseRecord['lang'];
