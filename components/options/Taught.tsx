import { useCallback, useEffect, useId, useState } from 'react';
import { Button, useStrings } from '../shared';
import type { ExportedFile, Requests, TaughtSite } from '../../utils/messages/protocol';
import type { Options } from './model';

type SiteChange = Requests['site.change']['ask']['change'];

/** Sites the agent taught: used or only kept, named, given on as a pack, removed. Shown where there are any. */
export function Taught({ options, give }: { options: Options; give: (file: ExportedFile) => void }) {
  const { t } = useStrings();
  const [taught, setTaught] = useState<readonly TaughtSite[]>([]);
  const [failed, setFailed] = useState(false);
  const id = useId();
  const look = useCallback(() => void options.ask('site.taught', {}).then((answer) => answer && setTaught(answer.sites)), [options]);
  useEffect(() => {
    look();
    // Sites are taught in other tabs: who comes back from there sees them.
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [look]);
  if (taught.length === 0) return null;
  const change = (site: TaughtSite, to: SiteChange): void => {
    void options.ask('site.change', { id: site.id, change: to }).then((answer) => {
      setFailed(answer === null);
      if (answer) setTaught(answer.sites);
    });
  };
  return (
    <section className="taught" aria-labelledby={id}>
      <h3 id={id}>{t('options_taught_sites')}</h3>
      <p className="muted">{t('options_taught_hint')}</p>
      {failed && <p role="alert" className="is-late">{t('options_taught_failed')}</p>}
      <ul className="rows">
        {taught.map((site) => (
          <Row key={site.id} site={site} onChange={(to) => change(site, to)} onExport={() => void options.ask('site.export', { id: site.id }).then((file) => file && give(file))} />
        ))}
      </ul>
    </section>
  );
}

function Row({ site, onChange, onExport }: { site: TaughtSite; onChange: (change: SiteChange) => void; onExport: () => void }) {
  const { t, language } = useStrings();
  const [name, setName] = useState(site.name);
  const origin = site.site.replace(/\/\*$/u, '');
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).format(site.parts.map((part) => t(`options_taught_part_${part}`)));
  const rename = (): void => {
    const clean = name.trim();
    if (clean === '' || clean === site.name) setName(site.name);
    else onChange({ do: 'name', name: clean });
  };
  return (
    <li className="taught-row">
      <label className="taught-name">
        <span className="unseen">{`${t('options_taught_name')}: ${origin}`}</span>
        <input className="input" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} onBlur={rename} onKeyDown={(event) => event.key === 'Enter' && rename()} />
      </label>
      <span className="muted taught-origin">{origin}</span>
      <label className="taught-use">
        <input type="checkbox" checked={site.use} onChange={(event) => onChange({ do: 'use', use: event.target.checked })} /> {t('options_taught_use', { site: origin })}
      </label>
      <span className="muted">{t('options_taught_shown', { parts })}</span>
      <span className="choices">
        <Button aria-label={`${t('options_taught_export')}: ${site.name}`} onClick={onExport}>{t('options_taught_export')}</Button>
        <Button kind="quiet" aria-label={`${t('options_taught_remove')}: ${site.name}`} onClick={() => onChange({ do: 'remove' })}>{t('options_taught_remove')}</Button>
      </span>
    </li>
  );
}
