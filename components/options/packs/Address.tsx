import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Disclosure, Field, useStrings } from '../../shared';
import type { Given } from './Add';

interface Props {
  readonly busy: boolean;
  /** Within the click: asks the browser, which asks the agent. */
  readonly request: (address: string) => Promise<boolean>;
  readonly onGiven: (given: Given) => void;
}

/** People type "packs.example.org/x": an address without a scheme is taken for https. */
const withScheme = (typed: string): string => (/^[a-z]+:\/\//iu.test(typed) ? typed : `https://${typed}`);

/** A pack that is fetched, shown, and checked daily once it is taken. */
export function Address({ busy, request, onGiven }: Props) {
  const { t } = useStrings();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [automatic, setAutomatic] = useState(false);
  const [refused, setRefused] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const address = withScheme(typed.trim());
    // Asked before anything is awaited: the browser allows it only within the click.
    void request(address).then((granted) => {
      setRefused(!granted);
      if (granted) onGiven({ name: address, source: 'address', automatic });
    }, () => setRefused(true));
  };
  return (
    <Disclosure open={open} onToggle={() => setOpen(!open)} summary={t('packs_by_address')}>
      <form className="pasting" onSubmit={add}>
        <Field label={t('packs_address')} hint={t('packs_address_hint')}>
          {({ id, hint }) => <input id={id} aria-describedby={hint} className="input" type="text" inputMode="url" spellCheck={false} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />}
        </Field>
        <label className="rule-head">
          <input type="checkbox" checked={automatic} onChange={() => setAutomatic(!automatic)} /> {t('packs_auto')}
        </label>
        <Button kind="main" type="submit" disabled={busy || typed.trim() === ''}>
          {t('packs_look')}
        </Button>
        {refused && <p role="alert" className="is-late">{t('packs_address_refused')}</p>}
      </form>
    </Disclosure>
  );
}
