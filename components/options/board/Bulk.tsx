import { Button, Kbd, Later, useStrings } from '../../shared';
import type { Undo } from '../model';
import { useBoard } from './context';

interface Props {
  readonly selected: readonly string[];
  readonly later: boolean;
  readonly onLater: (open: boolean) => void;
  readonly onClear: () => void;
}

/** What can be done with all that is selected. */
export function Bulk({ selected, later, onLater, onClear }: Props) {
  const { t, plural } = useStrings();
  const { options, hours, done } = useBoard();
  const said = (message: string) => `${plural('board_selected', selected.length)}: ${message}`;
  return (
    <div className="bar" role="region" aria-label={t('board_selection')}>
      <span className="strong">{plural('board_selected', selected.length)}</span>
      <div className="choices">
        <Button kind="main" onClick={() => done(selected)}>
          {t('app_done')}
        </Button>
        <Button aria-expanded={later} onClick={() => onLater(!later)}>
          {t('app_later')}
        </Button>
        <Button kind="quiet" onClick={() => (onClear(), options.change(selected, { do: 'drop' }, said(t('board_drop')), true))}>
          {t('board_drop')}
        </Button>
        <Button kind="quiet" onClick={onClear}>
          {t('board_select_none')}
        </Button>
      </div>
      {later && <Later hours={hours} tabIndex={0} focus onPick={(until, message) => (onClear(), options.change(selected, { do: 'snooze', until }, said(message), true))} />}
    </div>
  );
}

/** What was just done, with a way back. */
export function Undone({ undo }: { undo: Undo }) {
  const { t } = useStrings();
  const { options } = useBoard();
  return (
    <div className="bar" role="region" aria-label={t('board_undo')}>
      <span className="grow">{undo.said}</span>
      <div className="choices">
        <Button kind="main" onClick={options.undo}>
          {t('board_undo')} <Kbd>z</Kbd>
        </Button>
        <Button kind="quiet" onClick={options.settle}>
          {t('board_undo_close')}
        </Button>
      </div>
    </div>
  );
}
