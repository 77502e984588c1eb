import { Button, useStrings } from '../shared';
import type { ReplyView, SiteHere } from '../../utils/messages/protocol';
import { usePanel } from './context';

/** Signs of a message that are shown to tell it by. */
const SHOWN = 140;

/** A page without a reply: what it is to us, why it would be switched on, and how. Words and reasons come before the browser's own question. */
export function SiteCard({ site }: { site: SiteHere }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  if (site.state === 'off') {
    return (
      <section className="section quiet">
        <h1>{t('panel_site_off', { site: site.name ?? '' })}</h1>
        <p className="muted">{t('panel_site_off_do')}</p>
        <div className="choices">
          <Button kind="main" onClick={() => panel.switchSite(true)}>{t('panel_site_switch_on')}</Button>
        </div>
      </section>
    );
  }
  if (site.state === 'closed') {
    return (
      <section className="section quiet">
        <h1>{t('panel_site_closed')}</h1>
        <p className="muted">{t('panel_site_closed_do')}</p>
      </section>
    );
  }
  return (
    <section className="section quiet">
      <h1>{t('panel_no_reply')}</h1>
      <p className="muted">{t('panel_site_on_do')}</p>
      <Own site={site} />
    </section>
  );
}

/** What the agent may do about a site of their own: teach it, switch it off. */
function Own({ site }: { site: SiteHere | null }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  return (
    <div className="choices">
      <Button kind="quiet" title={t('panel_site_teach_why')} onClick={() => panel.command({ do: 'teach-site' })}>{t('panel_site_teach')}</Button>
      {site?.state === 'on' && <Button kind="quiet" onClick={() => panel.switchSite(false)}>{t('panel_site_switch_off')}</Button>}
    </div>
  );
}

/** At the end of a reply on a page that is not read whole, or that is the agent's own: it can be taught. */
export function SiteLine({ view, site }: { view: ReplyView; site: SiteHere | null }) {
  if (view.host.level === 'full' && site?.state !== 'on') return null;
  return (
    <div className="section">
      <Own site={site} />
    </div>
  );
}

/** Which text is taken for the customer's message, where the page itself doesn't say; one click says otherwise. */
export function Heard({ view }: { view: ReplyView }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const { messageFrom, key, customer: { message } } = view;
  if (messageFrom === undefined && message !== null) return null;
  const take = () => panel.command({ do: 'message', key, from: 'selection' }, t('panel_heard_taken'), 'panel_heard_nothing');
  const drop = () => panel.command({ do: 'message', key, from: 'none' }, t('panel_heard_dropped'));
  const text = (message ?? '').replace(/\s+/gu, ' ');
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
  const said = messageFrom === 'guess' ? t('panel_heard_guess', { text: shown }) : messageFrom === 'selected' ? t('panel_heard_selected', { text: shown }) : t('panel_heard_none');
  return (
    <div className="section">
      <p className="muted">{said}</p>
      <div className="choices">
        {messageFrom !== undefined && <Button kind="quiet" onClick={drop}>{t(messageFrom === 'guess' ? 'panel_heard_not' : 'panel_heard_forget')}</Button>}
        {messageFrom !== 'selected' && <Button kind="quiet" aria-keyshortcuts="Alt+Shift+M" title="Alt+Shift+M" onClick={take}>{t('panel_heard_take')}</Button>}
      </div>
    </div>
  );
}
