import { Icon, IconButton, useClock, useStrings } from '../../shared';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import { isLive, useBoard } from './context';
import type { Part } from './context';
import { Detail } from './Detail';
import { customerOf } from './sections';

interface Props {
  readonly promise: PromiseRecord;
  readonly tabIndex: 0 | -1;
  readonly selected: boolean;
  /** What is unfolded under it, or null. */
  readonly part: Part | null;
  /** The list is by customer: the name stands above. */
  readonly named: boolean;
}

/** A promise in one line; a click or Enter unfolds it. */
export function Row({ promise, tabIndex, selected, part, named }: Props) {
  const { t } = useStrings();
  const board = useBoard();
  const { id } = promise;
  const who = customerOf(promise);
  const name = [t(`promise_${promise.kind}`), named ? '' : who].filter(Boolean).join(': ');
  return (
    <article className={['promise-row', selected ? 'is-selected' : '', part === null ? '' : 'is-open'].filter(Boolean).join(' ')}>
      <div className="promise-line">
        <input type="checkbox" checked={selected} tabIndex={tabIndex} aria-label={t('board_select', { what: [name, promise.text].join(', ') })} onChange={() => board.select(id, false)} />
        <button type="button" className="promise-main" data-main tabIndex={tabIndex} aria-expanded={part !== null} onClick={() => board.open(part === null ? { id, part: 'detail' } : null)}>
          <When promise={promise} />
          <span className="strong one-line">{name}</span>
          <span className="muted one-line said">{t('app_quote', { text: promise.text })}</span>
        </button>
        <span className="row-hands">
          {isLive(promise) && (
            <>
              <IconButton icon="check" label={t('app_done')} tabIndex={tabIndex} onClick={() => board.done([id])} />
              <IconButton icon="clock" label={t('app_later')} tabIndex={tabIndex} onClick={() => board.open(part === 'later' ? null : { id, part: 'later' })} />
            </>
          )}
          {promise.conversation !== null && <IconButton icon="open" label={t('app_open')} tabIndex={tabIndex} onClick={() => board.options.openConversation(id)} />}
        </span>
      </div>
      {part !== null && <Detail promise={promise} part={part} tabIndex={tabIndex} />}
    </article>
  );
}

/** When it falls due; of what is over, how it ended and when. */
function When({ promise }: { promise: PromiseRecord }) {
  const { t } = useStrings();
  const clock = useClock();
  const { due, status } = promise;
  if (!isLive(promise)) return <span className="when muted one-line">{`${t(`board_status_${status.replace('-', '_')}`)} · ${clock.day(promise.updatedAt)}`}</span>;
  const urgency = due === null ? 'later' : clock.urgency(due);
  const today = due !== null && clock.isToday(due.end);
  return (
    <span className={`when one-line ${urgency === 'late' ? 'is-late' : today ? 'is-due' : due === null ? 'muted' : ''}`}>
      {promise.snoozedUntil !== null && (
        <>
          <Icon name="clock" />
          <span className="unseen">{t('board_quiet_until', { when: clock.moment(promise.snoozedUntil) })} </span>
        </>
      )}
      {due ? clock.dueAway(due) : t('app_due_none')}
    </span>
  );
}
