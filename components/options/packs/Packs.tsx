import { useState } from 'react';
import { Button, Notice, Section, useStrings } from '../../shared';
import { PACK_LAYERS } from '../../../utils/messages/protocol';
import type { Door } from '../door';
import type { Options } from '../model';
import { Add } from './Add';
import type { Given } from './Add';
import { Pack } from './Pack';
import { Preview } from './Preview';
import type { Looked } from './Preview';
import { Problem } from './Problem';
import { usePacks } from './use-packs';

/** What a team shares: where each pack is from, what it changes, and every way to take it back. */
export function Packs({ options, version, door }: { options: Options; version: number; door: Door }) {
  const { t } = useStrings();
  const { list, problems, failed, removed, hands } = usePacks(options, version, door);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const look = async (given: Given) => {
    setBusy(true);
    setLooked(await hands.look(given));
    setBusy(false);
  };
  const apply = async () => {
    if (looked?.is !== 'sound') return;
    setBusy(true);
    if (await hands.install(looked)) setLooked(null);
    setBusy(false);
  };
  const cancel = () => {
    if (looked?.is === 'sound' && looked.given.source === 'address') hands.leave();
    setLooked(null);
  };
  return (
    <>
      <h1>{t('packs_title')}</h1>
      <p className="muted lead">{t('packs_note')}</p>
      <Add busy={busy} request={door.packs.request} onGiven={(given) => void look(given)} onUnread={(name) => setLooked({ is: 'unread', name })} />
      {looked && <Preview looked={looked} busy={busy} onApply={() => void apply()} onCancel={cancel} />}
      {failed && (
        <div role="alert">
          <Notice tone="late">
            <Problem problem={failed} />
          </Notice>
        </div>
      )}
      {removed && (
        <div className="notice is-line" role="status">
          <span>{t('packs_removed_said', { name: removed.pack.name })}</span> <Button onClick={hands.putBack}>{t('packs_undo')}</Button>
        </div>
      )}
      <PolicyProblems problems={problems} />
      <Section title={t('packs_layer_builtin')}>
        <p className="muted">
          {t('packs_layer_builtin_note')} <a href="#/rules">{t('packs_layer_builtin_rules')}</a>
        </p>
      </Section>
      {list &&
        PACK_LAYERS.map((layer) => ({ layer, of: list.packs.filter((pack) => pack.layer === layer) }))
          // An administrator that sets nothing is not spoken of.
          .filter(({ layer, of }) => of.length > 0 || layer === 'team')
          .map(({ layer, of }) => (
            <Section key={layer} title={t(`packs_layer_${layer}`)}>
              {of.length === 0 && <p className="muted">{t('packs_none')}</p>}
              {of.map((pack) => (
                <Pack key={pack.id} pack={pack} options={options} version={version} hands={hands} />
              ))}
            </Section>
          ))}
    </>
  );
}

/** What is wrong with the administrator's policy, in their words: the place, and the code that the documents explain. */
function PolicyProblems({ problems }: { problems: readonly string[] }) {
  const { t } = useStrings();
  if (problems.length === 0) return null;
  return (
    <Notice tone="due">
      <p>{t('packs_policy_problems')}</p>
      <ul className="bad" lang="en">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  );
}
