import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Field, Select, useStrings } from '../../shared';
import type { PromiseRecord } from '../../../utils/messages/protocol';
import { kindKey, KINDS } from '../kinds';
import type { Change } from '../model';
import { useBoard } from './context';

interface Props {
  readonly promise: PromiseRecord;
  readonly tabIndex: 0 | -1;
  readonly onDone: () => void;
}

/** Sets right what was promised, of which kind and to whom; the date has a place of its own. */
export function Edit({ promise, tabIndex, onDone }: Props) {
  const { t } = useStrings();
  const { options } = useBoard();
  const [text, setText] = useState(promise.text);
  const [kind, setKind] = useState(promise.kind);
  const [name, setName] = useState(promise.customer?.name ?? '');
  const [address, setAddress] = useState(promise.customer?.address ?? '');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const change = editOf(promise, { text, kind, name, address });
    onDone();
    if (change) options.change([promise.id], change, t('options_saved'));
  };
  return (
    <form className="edit" onSubmit={save}>
      <Field label={t('board_edit_text')}>
        {({ id }) => <textarea id={id} className="input" rows={2} autoFocus required tabIndex={tabIndex} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      </Field>
      <div className="edit-line">
        <Field label={t('board_edit_kind')}>
          {({ id }) => <Select id={id} tabIndex={tabIndex} value={kind} options={KINDS.map((value) => ({ value, label: t(kindKey(value)) }))} onPick={setKind} />}
        </Field>
        <Field label={t('board_edit_name')}>
          {({ id }) => <input id={id} className="input" type="text" maxLength={300} tabIndex={tabIndex} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
        </Field>
        <Field label={t('board_edit_address')}>
          {({ id }) => <input id={id} className="input" type="text" maxLength={500} tabIndex={tabIndex} value={address} onChange={(event) => setAddress(event.currentTarget.value)} />}
        </Field>
      </div>
      <div className="choices">
        <Button kind="main" type="submit" tabIndex={tabIndex} disabled={text.trim() === ''}>
          {t('board_edit_save')}
        </Button>
        <Button tabIndex={tabIndex} onClick={onDone}>
          {t('board_edit_cancel')}
        </Button>
      </div>
    </form>
  );
}

interface Typed {
  readonly text: string;
  readonly kind: PromiseRecord['kind'];
  readonly name: string;
  readonly address: string;
}

/** What of a promise was changed by the form, or null where all is as it was. */
export function editOf(promise: PromiseRecord, typed: Typed): Extract<Change, { do: 'edit' }> | null {
  const text = typed.text.trim();
  const name = typed.name.trim() || null;
  const address = typed.address.trim() || null;
  const same = (promise.customer?.name ?? null) === name && (promise.customer?.address ?? null) === address;
  const change = {
    ...(text === promise.text ? {} : { text }),
    ...(typed.kind === promise.kind ? {} : { kind: typed.kind }),
    ...(same ? {} : { customer: name === null && address === null ? null : { name, address } }),
  };
  return Object.keys(change).length === 0 ? null : { do: 'edit', ...change };
}
