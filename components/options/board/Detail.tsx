import { Button, DueChoice, HandOver, Later, useClock, useStrings } from '../../shared';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import { isLive, useBoard } from './context';
import type { Part } from './context';
import { Edit } from './Edit';
import { History } from './History';

interface Props {
  readonly promise: PromiseRecord;
  readonly tabIndex: 0 | -1;
}

/** All of one promise: the whole sentence, what can be done with it, what happened to it. */
export function Detail({ promise, part, tabIndex }: Props & { readonly part: Part }) {
  const { t } = useStrings();
  const clock = useClock();
  return (
    <div className="promise-detail">
      <blockquote lang={promise.lang}>{promise.text}</blockquote>
      {promise.conversation?.title != null && <p className="muted">{t('board_conversation', { title: promise.conversation.title })}</p>}
      {promise.snoozedUntil !== null && <p className="muted">{t('board_quiet_until', { when: clock.moment(promise.snoozedUntil) })}</p>}
      {isLive(promise) ? <Hands promise={promise} part={part} tabIndex={tabIndex} /> : <Over promise={promise} tabIndex={tabIndex} />}
      <Unfolded promise={promise} part={part} tabIndex={tabIndex} />
      <History promise={promise} />
    </div>
  );
}

function Hands({ promise, part, tabIndex }: Props & { readonly part: Part }) {
  const { t } = useStrings();
  const { options, open, done } = useBoard();
  const { id, due } = promise;
  const tentative = promise.status === 'tentative';
  const unfolds = (name: Exclude<Part, 'detail'>) => ({ tabIndex, 'aria-expanded': part === name, onClick: () => open({ id, part: part === name ? 'detail' : name }) });
  return (
    <div className="choices">
      {tentative ? (
        <Button kind="main" tabIndex={tabIndex} onClick={() => options.change([id], { do: 'confirm', due }, t('panel_kept_said'))}>
          {t(due ? 'app_keep' : 'app_keep_undated')}
        </Button>
      ) : (
        <Button kind="main" tabIndex={tabIndex} onClick={() => done([id])}>
          {t('app_done')}
        </Button>
      )}
      <Button {...unfolds('later')}>{t('app_later')}</Button>
      <Button {...unfolds('move')}>{t(due ? 'app_due_change' : 'app_due_pick')}</Button>
      <Button {...unfolds('edit')}>{t('board_edit')}</Button>
      <Button {...unfolds('hand')}>{t('board_hand_over')}</Button>
      {!tentative && (
        <Button kind="quiet" tabIndex={tabIndex} onClick={() => options.change([id], { do: 'break' }, t('board_broken_said'), true)}>
          {t('board_break')}
        </Button>
      )}
      <Button kind="quiet" tabIndex={tabIndex} onClick={() => options.change([id], { do: 'drop' }, t('board_dropped_said'), true)}>
        {t(tentative ? 'panel_not_a_promise' : 'board_drop')}
      </Button>
    </div>
  );
}

function Over({ promise, tabIndex }: Props) {
  const { t } = useStrings();
  const { options } = useBoard();
  if (promise.status === 'moved') return null;
  return (
    <div className="choices">
      <Button kind="main" tabIndex={tabIndex} onClick={() => options.change([promise.id], { do: 'reopen' }, t('board_reopened_said'))}>
        {t('board_reopen')}
      </Button>
    </div>
  );
}

function Unfolded({ promise, part, tabIndex }: Props & { readonly part: Part }) {
  const { t } = useStrings();
  const { options, open, hours, offers } = useBoard();
  const { id, due } = promise;
  switch (part) {
    case 'later':
      return <Later hours={hours} tabIndex={tabIndex} focus onPick={(until, said) => (open(null), options.change([id], { do: 'snooze', until }, said, true))} />;
    case 'move':
      return (
        <DueChoice
          due={due}
          alternatives={promise.alternatives}
          vague={due === null}
          offers={offers}
          tabIndex={tabIndex}
          focus
          onPick={(to) => (open(null), options.change([id], promise.status === 'tentative' ? { do: 'confirm', due: to } : { do: 'move', due: to }, t('panel_moved')))}
        />
      );
    case 'edit':
      return <Edit promise={promise} tabIndex={tabIndex} onDone={() => open({ id, part: 'detail' })} />;
    case 'hand':
      return <HandOver tabIndex={tabIndex} onHand={(to) => (open(null), options.change([id], { do: 'hand-over', to }, t('board_handed_said', { to }), true))} />;
    case 'detail':
      return null;
  }
}
