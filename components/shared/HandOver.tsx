import { useState } from 'react';
import { Button, Field } from './controls';
import { useStrings } from './strings';

/** To whom a promise is handed over, with a note of what they should know. */
export function HandOver({ tabIndex, onHand }: { tabIndex: 0 | -1; onHand: (to: string) => void }) {
  const { t } = useStrings();
  const [to, setTo] = useState('');
  return (
    <form
      className="due-typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== '') onHand(to.trim());
      }}
    >
      <Field label={t('board_hand_over_to')}>
        {({ id }) => <input id={id} className="input" type="text" autoFocus maxLength={300} tabIndex={tabIndex} value={to} onChange={(event) => setTo(event.currentTarget.value)} />}
      </Field>
      <Button type="submit" tabIndex={tabIndex} disabled={to.trim() === ''}>
        {t('board_hand_over')}
      </Button>
    </form>
  );
}
