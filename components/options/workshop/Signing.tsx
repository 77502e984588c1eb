import { useCallback, useEffect, useState } from 'react';
import { Button, useStrings } from '../../shared';
import type { PackProblem, Requests } from '../../../utils/messages/protocol';
import type { Door } from '../door';
import type { Options } from '../model';
import { DropFile } from '../packs/Add';
import { Problem } from '../packs/Problem';

/** The lead's key, and whether the pack is to be signed with it. */
export interface Signs {
  /** undefined: not known yet; null: there is none. */
  readonly key: string | null | undefined;
  readonly on: boolean;
  turn(on: boolean): void;
  take(what: { readonly make: true } | { readonly text: string }): void;
  save(): void;
  forget(): void;
  readonly problem: PackProblem | null;
  /** The text of a pack as it goes out: signed, where that is wanted. null: it could not be, and the page says why. */
  sign(text: string): Promise<string | null>;
}

type Answer = Requests['key.make']['answer'];

export function useSigns(options: Options, door: Door): Signs {
  const { t } = useStrings();
  const [key, setKey] = useState<string | null | undefined>(undefined);
  const [on, setOn] = useState(true);
  const [problem, setProblem] = useState<PackProblem | null>(null);
  useEffect(() => {
    let wanted = true;
    void options.ask('key.get', {}).then((answer) => wanted && answer && setKey(answer.key));
    return () => {
      wanted = false;
    };
  }, [options]);
  const taken = (answer: Answer | null) => {
    if (answer === null) return;
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setKey(answer.key);
    setOn(true);
    options.say(t('workshop_key_is_there'));
  };
  const sign = useCallback(async (text: string): Promise<string | null> => {
    if (!key || !on) return text;
    const answer = await options.ask('key.sign', { text });
    if (answer === null) return null;
    setProblem(answer.ok ? null : answer.problem);
    return answer.ok ? answer.text : null;
  }, [options, key, on]);
  return {
    key, on, problem, sign, turn: setOn,
    take: (what) => void ('make' in what ? options.ask('key.make', {}) : options.ask('key.take', { text: what.text })).then(taken),
    save: () => void options.ask('key.save', {}).then((answer) => answer?.ok && door.give({ name: 'keepword-signing-key.json', mime: 'application/json', text: answer.text })),
    forget: () => void options.ask('key.forget', {}).then((answer) => answer && setKey(null)),
  };
}

/** A key to sign with: made once, kept as a file, taken from one. */
export function Signing({ signs }: { signs: Signs }) {
  const { t } = useStrings();
  const [leaving, setLeaving] = useState(false);
  const { key } = signs;
  if (key === undefined) return null;
  return (
    <div className="part-change signing">
      <h3>{t('workshop_signing')}</h3>
      <p className="muted">{t('workshop_signing_note')}</p>
      {key === null ? (
        <>
          <div className="choices">
            <Button onClick={() => signs.take({ make: true })}>{t('workshop_key_make')}</Button>
          </div>
          <DropFile accept=".json,application/json" hint={t('workshop_key_take')} busy={false} onFile={(_name, bytes) => signs.take({ text: new TextDecoder().decode(bytes) })} onUnread={() => signs.take({ text: '' })} />
        </>
      ) : (
        <>
          <label className="rule-head">
            <input type="checkbox" checked={signs.on} onChange={() => signs.turn(!signs.on)} /> {t('workshop_sign')}
          </label>
          <p className="muted">
            {t('workshop_key')}: <code>{key}</code>
          </p>
          <p>{t('workshop_key_keep')}</p>
          <div className="choices">
            <Button onClick={signs.save}>{t('workshop_key_save')}</Button>
            {!leaving && <Button onClick={() => setLeaving(true)}>{t('workshop_key_forget')}</Button>}
          </div>
          {leaving && (
            <div className="notice is-late" role="status">
              <p>{t('workshop_key_forget_sure')}</p>
              <div className="choices">
                <Button onClick={() => (signs.forget(), setLeaving(false))}>{t('workshop_key_forget')}</Button>
                <Button onClick={() => setLeaving(false)}>{t('packs_cancel')}</Button>
              </div>
            </div>
          )}
        </>
      )}
      {signs.problem && (
        <div role="alert" className="notice is-late">
          <Problem problem={signs.problem} />
        </div>
      )}
    </div>
  );
}
