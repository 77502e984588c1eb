import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Disclosure, Notice, useClock, useStrings } from '../../shared';
import type { PackInfo } from '../../../utils/messages/protocol';
import type { Options } from '../model';
import { Changes, News } from './Changes';
import { Entries } from './Entries';
import { Problem } from './Problem';
import { changesTold, namesIn } from './told';
import type { Names } from './told';
import type { PackHands } from './use-packs';

interface Props {
  readonly pack: PackInfo;
  readonly options: Options;
  readonly version: number;
  readonly hands: PackHands;
}

/** One pack: where it is from, whether it is in use, what is in it, and what it was before. */
export function Pack(props: Props) {
  const { pack, hands } = props;
  const { t } = useStrings();
  return (
    <article className="pack" aria-label={pack.name}>
      <div className="pack-head">
        <h3>
          {pack.name} <span className="muted">{pack.version}</span>
        </h3>
        {!pack.locked && (
          <label className="rule-head">
            <input type="checkbox" checked={!pack.off} aria-label={`${t('packs_on')}: ${pack.name}`} onChange={() => hands.turn(pack.id, null, pack.off, pack.name)} /> {t('packs_on')}
          </label>
        )}
      </div>
      {pack.description !== null && <p>{pack.description}</p>}
      {pack.locked && <p className="muted">{t('packs_locked')}</p>}
      <Facts pack={pack} />
      {pack.subscription?.problem && (
        <Notice tone="due">
          <Problem problem={pack.subscription.problem} />
        </Notice>
      )}
      <Pending {...props} />
      <Folded {...props} />
      <Deeds {...props} />
    </article>
  );
}

function Facts({ pack }: { pack: PackInfo }) {
  const { t } = useStrings();
  const clock = useClock();
  const { subscription } = pack;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['packs_author', pack.author],
    ['packs_signed', pack.signedBy && <code>{pack.signedBy}</code>],
    ['packs_origin', pack.source === 'address' ? subscription?.address : t(`packs_source_${pack.source}`)],
    ['packs_since', clock.moment(pack.at)],
    ['packs_checked', subscription?.checkedAt && clock.moment(subscription.checkedAt)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** A newer version that waits to be looked at. */
function Pending({ pack, options, hands }: Props) {
  const { t } = useStrings();
  const { pending } = pack;
  const [names, setNames] = useState<Names>(new Map());
  const next = pending?.version ?? null;
  useEffect(() => {
    if (next === null) return;
    let wanted = true;
    void Promise.all([options.ask('pack.text', { id: pack.id }), options.ask('pack.text', { id: pack.id, n: 'pending' })])
      .then(([now, then]) => wanted && now && then && setNames(new Map([...namesIn(now.text), ...namesIn(then.text)])));
    return () => {
      wanted = false;
    };
  }, [options, pack.id, pack.version, next]);
  if (pending === null) return null;
  return (
    <div className="notice preview">
      <p className="strong">{t('packs_waiting', { version: pending.version })}</p>
      <Changes changes={changesTold(pending.difference, names)} />
      <News news={pending.news} />
      <div className="choices">
        <Button kind="main" onClick={() => hands.apply(pack, true)}>
          {t('packs_update')}
        </Button>
        <Button onClick={() => hands.apply(pack, false)}>{t('packs_cancel')}</Button>
      </div>
    </div>
  );
}

function Folded({ pack, options, version, hands }: Props) {
  const { t } = useStrings();
  const clock = useClock();
  const [open, setOpen] = useState<'contents' | 'earlier' | null>(null);
  const toggle = (part: 'contents' | 'earlier') => () => setOpen(open === part ? null : part);
  return (
    <>
      <Disclosure open={open === 'contents'} onToggle={toggle('contents')} summary={t('packs_contents')}>
        <Entries pack={pack} options={options} version={version} hands={hands} />
      </Disclosure>
      {!pack.locked && pack.earlier.length > 0 && (
        <Disclosure open={open === 'earlier'} onToggle={toggle('earlier')} summary={`${t('packs_earlier')} · ${pack.earlier.length}`}>
          <ul className="rows">
            {pack.earlier.map((one) => (
              <li key={one.n} className="silenced">
                <span>
                  {one.version} <span className="muted">· {clock.moment(one.at)}</span>
                </span>
                <Button onClick={() => hands.restore(pack, one.n)}>{t('packs_bring_back', { version: one.version })}</Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Deeds({ pack, hands }: Props) {
  const { t } = useStrings();
  const { subscription } = pack;
  const named = (label: string) => `${label}: ${pack.name}`;
  return (
    <>
      {subscription && !pack.locked && (
        <label className="rule-head">
          <input type="checkbox" checked={subscription.automatic} aria-label={named(t('packs_auto'))} onChange={() => hands.automatic(pack, !subscription.automatic)} /> {t('packs_auto')}
        </label>
      )}
      <div className="choices">
        {subscription && (
          <Button aria-label={named(t('packs_check'))} onClick={() => hands.check(pack)}>
            {t('packs_check')}
          </Button>
        )}
        {subscription && !pack.locked && (
          <Button aria-label={named(t('packs_leave_address'))} onClick={() => hands.leaveAddress(pack)}>
            {t('packs_leave_address')}
          </Button>
        )}
        <Button aria-label={named(t('packs_save_file'))} onClick={() => hands.save(pack)}>
          {t('packs_save_file')}
        </Button>
        {!pack.locked && (
          <Button aria-label={named(t('packs_remove'))} onClick={() => hands.remove(pack)}>
            {t('packs_remove')}
          </Button>
        )}
      </div>
    </>
  );
}
