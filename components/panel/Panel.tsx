import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { ClockProvider, IconButton, Live, Notice, ReadingProvider, showTheme, StringsProvider, useStrings } from '../shared';
import { clockOf, slots } from '../../utils/promises/ahead';
import type { WorkingHours } from '../../utils/promises';
import type { ReplyView } from '../../utils/messages/protocol';
import { PanelProvider, usePanel } from './context';
import { Customer } from './Customer';
import { Dimensions } from './Dimensions';
import type { Door } from './door';
import { AsPromised, CheckIn, useAsPromised } from './FollowUp';
import { Foot } from './Foot';
import { Kits } from './Kit';
import { Due, Sent } from './Ledger';
import { Left } from './Left';
import { Diagnostic, isAmiss, Level } from './Level';
import { Marks } from './Marks';
import type { Panel as PanelHands } from './model';
import { Promises } from './Promises';
import { Heard, SiteCard, SiteLine } from './Site';
import { shownReply } from './state';
import type { PanelState } from './state';
import { Suggestions } from './Suggestions';

const TICK_MS = 30_000;
/** As many times as a promise without one is offered. */
const OFFERS = 3;
/** Until the settings are here; the same as their default. */
const USUAL_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:00' };

/** The whole panel, in whichever of its three mounts. Shows nothing until its words are there. */
export function Panel({ panel, door }: { panel: PanelHands; door: Door }) {
  const state = useSyncExternalStore(panel.subscribe, panel.get);
  const { settings, strings } = state;
  useEffect(() => {
    const timer = setInterval(panel.tick, TICK_MS);
    return () => clearInterval(timer);
  }, [panel]);
  useEffect(() => showTheme(document.documentElement, settings?.theme ?? 'system'), [settings?.theme]);
  useEffect(() => {
    if (strings) document.documentElement.lang = strings.language;
  }, [strings]);
  const face = useMemo(() => ({ now: state.now, zone: door.zone(), preferred: door.preferred }), [state.now, door]);
  const hours = settings?.hours ?? USUAL_HOURS;
  const clock = useMemo(() => clockOf(state.now, door.zone(), hours, settings?.holidays ?? null, settings?.teamDaysOff), [state.now, door, hours, settings?.holidays, settings?.teamDaysOff]);
  const { due, theirs, around } = state.ledger;
  const offers = useMemo(() => slots(clock, OFFERS, [...due, ...theirs, ...around].flatMap((one) => one.due ?? [])), [clock, due, theirs, around]);
  const context = useMemo(() => ({ panel, hours, clock, offers, page: door.page }), [panel, hours, clock, offers, door]);
  if (!strings) return state.place === 'gone' ? <main className="panel" /> : null;
  return (
    <StringsProvider strings={strings}>
      <ClockProvider face={face}>
        <PanelProvider value={context}>
          <ReadingProvider load={door.reader} clock={clock}>
            <Whole state={state} panel={panel} framed={door.framed} />
          </ReadingProvider>
        </PanelProvider>
      </ClockProvider>
    </StringsProvider>
  );
}

/** Escape goes back to the reply, from anywhere but a field that is being filled in. */
function Whole({ state, panel, framed }: { state: PanelState; panel: PanelHands; framed: boolean }) {
  const { t } = useStrings();
  const view = shownReply(state);
  const back = view?.key;
  return (
    <main
      className="panel"
      aria-label={t('app_name')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || back === undefined || event.target instanceof HTMLInputElement) return;
        panel.command({ do: 'focus', key: back });
      }}
    >
      {framed && (
        <div className="slide">
          <IconButton icon="away" label={t('panel_slide')} onClick={() => panel.command({ do: 'slide', open: false })} />
        </div>
      )}
      {state.failed !== null && (
        <div className="section" role="alert">
          <Notice tone="due">{t(state.failed)}</Notice>
        </div>
      )}
      <Body state={state} view={view} framed={framed} />
      {state.place !== 'gone' && <Foot next={state.ledger.next} dueToday={state.ledger.dueToday} />}
      <Live text={state.said} />
    </main>
  );
}

function Body({ state, view, framed }: { state: PanelState; view: ReplyView | null; framed: boolean }) {
  const { t } = useStrings();
  const { ledger } = state;
  if (state.place === 'gone') return <Quiet title={t('panel_gone')}>{t('panel_gone_do')}</Quiet>;
  return (
    <div className="body">
      <Sent promises={ledger.tentative} view={view} />
      <Due promises={ledger.due} folded={view !== null} />
      {view ? <Reply view={view} state={state} /> : <NoReply state={state} framed={framed} />}
      <CheckIn kept={state.kept} view={view} />
    </div>
  );
}

function Reply({ view, state }: { view: ReplyView; state: PanelState }) {
  const { t } = useStrings();
  const { analysis } = view;
  const { offered, refuse } = useAsPromised(view, state.ledger);
  if (view.state === 'broken') {
    return (
      <>
        <Quiet title={t('panel_broken', { host: view.host.name })}>
          {t('panel_broken_do')}
          {view.problem !== null && <span className="detail">{view.problem}</span>}
        </Quiet>
        <div className="section">
          <Diagnostic key={view.key} replyKey={view.key} />
        </div>
      </>
    );
  }
  return (
    <>
      <Customer key={`who ${view.key}`} view={view} settings={state.settings} theirs={state.ledger.theirs} />
      {!view.internal && <Heard key={`heard ${view.key}`} view={view} />}
      <AsPromised offered={offered} onRefuse={refuse} />
      {!view.internal && <Kits key={`kits ${view.key}`} view={view} theirs={state.ledger.theirs} except={offered?.id ?? null} />}
      {isAmiss(view) && <Level key={`level ${view.key}`} view={view} />}
      {view.state === 'loading' && <p className="section muted">{t('panel_loading')}</p>}
      {view.state === 'empty' && view.suggestions.length === 0 && <p className="section muted">{t('panel_empty')}</p>}
      {analysis?.dimensions && <Dimensions key={view.key} dimensions={analysis.dimensions} hints={analysis.hints ?? []} draft={view.draft} replyKey={view.key} />}
      {nothingToSay(view) && <p className="section muted">{t('panel_fine')}</p>}
      <Left key={`left ${view.key}`} view={view} />
      <Suggestions view={view} />
      <Marks key={`marks ${view.key}`} view={view} />
      <Promises key={`promises ${view.key}`} view={view} ledger={state.ledger} />
      <SiteLine view={view} site={state.site} />
      {!isAmiss(view) && <Level key={`level ${view.key}`} view={view} />}
    </>
  );
}

/** A reply that is written, and that leaves nothing to mark, to offer or to keep. */
function nothingToSay({ state, draft, analysis, suggestions, promises, left }: ReplyView): boolean {
  return state === 'ready' && draft.trim() !== '' && left.length === 0 && analysis?.findings.length === 0 && suggestions.length === 0 && !promises.some((promise) => promise.deferred && !promise.dismissed);
}

function NoReply({ state: { place, site }, framed }: { state: PanelState; framed: boolean }) {
  const { t } = useStrings();
  const { page } = usePanel();
  if (place === 'asking') return <p className="section muted">{t('panel_asking')}</p>;
  if (site !== null && site.state !== 'known' && site.state !== 'unseen') return <SiteCard site={site} />;
  const unknown = place === 'unsupported';
  return (
    <Quiet title={t(unknown ? 'panel_unsupported' : 'panel_no_reply')}>
      {t(unknown ? 'panel_unsupported_do' : 'panel_no_reply_do')}{' '}
      {site?.state === 'unseen' && <>{t('panel_site_unseen')} </>}
      {!framed && (
        <a href={page('practice.html')} target="_blank" rel="noreferrer">
          {t('panel_practice')}
        </a>
      )}
    </Quiet>
  );
}

function Quiet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section quiet">
      <h1>{title}</h1>
      <p className="muted">{children}</p>
    </section>
  );
}
