import type { RefObject } from 'react';
import { Button, Select, useClock, useStrings } from '../../shared';
import type { PromisesFound } from '../../../utils/messages/protocol';
import type { Which } from './found';

export type By = 'time' | 'customer';
export const OPEN_FILTERS = ['open', 'overdue', 'today', 'week', 'tentative'] as const;
export const CLOSED_FILTERS = ['closed', 'kept', 'broken'] as const;
/** The counts stop here. */
const MOST = 1000;

interface Props {
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
  readonly by: By;
  readonly onBy: (by: By) => void;
  readonly counts: PromisesFound['counts'] | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly day: string | null;
  readonly onAllDays: () => void;
}

/** What stands, and what is over, as two views; inside each, what of it. */
export function Filters(props: Props) {
  const { t } = useStrings();
  const { which, onWhich, by, onBy, search, query, onQuery } = props;
  const over = isOver(which);
  return (
    <div className="filters">
      <div className="filters-line">
        <div className="choices" role="group" aria-label={t('board_view')}>
          <Button aria-pressed={!over} onClick={() => onWhich('open')}>
            {t('board_view_open')}
          </Button>
          <Button aria-pressed={over} onClick={() => onWhich('closed')}>
            {t('board_view_closed')}
          </Button>
        </div>
        <input ref={search} className="input search" type="search" aria-label={t('board_search')} placeholder={t('board_search_hint')} value={query} onChange={(event) => onQuery(event.currentTarget.value)} />
        <Select aria-label={t('board_by')} value={by} options={(['time', 'customer'] as const).map((value) => ({ value, label: t(`board_by_${value}`) }))} onPick={onBy} />
      </div>
      <Chips {...props} over={over} />
    </div>
  );
}

export const isOver = (which: Which): boolean => CLOSED_FILTERS.some((name) => name === which);

function Chips({ which, onWhich, counts, over, day, onAllDays }: Props & { readonly over: boolean }) {
  const { t } = useStrings();
  const { locale } = useClock();
  const names: readonly Which[] = over ? CLOSED_FILTERS : OPEN_FILTERS;
  const date = day === null ? null : Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return (
    <div className="choices chips" role="group" aria-label={t('board_filter')}>
      {names.map((name) => (
        <Button key={name} kind="quiet" aria-pressed={which === name} onClick={() => onWhich(name)}>
          {t(`board_filter_${name}`)}
          {counts && name in counts && <Count of={counts[name as keyof PromisesFound['counts']]} />}
        </Button>
      ))}
      {date !== null && (
        <Button kind="main" onClick={onAllDays}>
          {t('board_only_day', { day: date })}
        </Button>
      )}
    </div>
  );
}

function Count({ of }: { of: number }) {
  const { language } = useStrings();
  return <span className="muted">{of >= MOST ? `${MOST.toLocaleString(language)}+` : of.toLocaleString(language)}</span>;
}
