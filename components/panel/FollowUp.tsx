import { useEffect, useMemo, useState } from 'react';
import { Button, IconButton, useClock, useStrings } from '../shared';
import { checkIn, keptBy } from '../../utils/promises/ahead';
import type { SolvedCase } from '../../utils/promises/ahead';
import type { PromiseRecord, ReplyView } from '../../utils/messages/protocol';
import { usePanel } from './context';
import { firstId, ownIds } from './state';
import type { Ledger } from './state';

/** Promises that the agent said are not kept by a reply, by the reply's key and their id. */
type Refused = ReadonlySet<string>;

/** The promise to this customer that the reply seems to keep, or null; `refuse` is told that it does not. */
export function useAsPromised(view: ReplyView, ledger: Pick<Ledger, 'theirs' | 'tentative'>): { readonly offered: PromiseRecord | null; readonly refuse: () => void } {
  const [refused, setRefused] = useState<Refused>(new Set());
  const record = useMemo(() => (view.internal ? null : likely(view, ledger)), [view, ledger]);
  const key = `${view.key} ${record?.id ?? ''}`;
  return { offered: refused.has(key) ? null : record, refuse: () => setRefused(new Set([...refused, key])) };
}

/** The reply seems to keep an open promise ("as promised"): offered as kept, and never closed by itself. */
export function AsPromised({ offered, onRefuse }: { offered: PromiseRecord | null; onRefuse: () => void }) {
  const { t } = useStrings();
  const { panel } = usePanel();
  const keep = offered && (() => panel.change(offered.id, { do: 'keep' }, t('app_done_said')));
  useKey('e', keep);
  if (!offered || !keep) return null;
  return (
    <section className="section is-asking" aria-label={t('kit_as_promised')}>
      <div className="mark-line">
        <p className="mark-words">
          {t('kit_as_promised')} <span className="muted">{t('app_quote', { text: offered.text })}</span>
        </p>
        <IconButton icon="close" label={t('kit_not_this')} onClick={onRefuse} />
      </div>
      <div className="choices">
        <Button kind="main" aria-keyshortcuts="e" onClick={keep}>
          {t('kit_kept')}
        </Button>
      </div>
    </section>
  );
}

/** The promise that the reply likely keeps, of those that stand open to this customer; what the reply itself gives is none of them. */
function likely(view: ReplyView, { theirs, tentative }: Pick<Ledger, 'theirs' | 'tentative'>): PromiseRecord | null {
  const own = ownIds(view.promises);
  const rows = [...theirs, ...tentative.filter((record) => isTheirs(record, view))].filter(({ id }) => !own.has(firstId(id)) && !view.sentUnconfirmed.includes(id));
  const [first] = keptBy(view.signs.kept, rows);
  return rows.find(({ id }) => id === first?.id) ?? null;
}

function isTheirs({ customer, conversation }: PromiseRecord, view: ReplyView): boolean {
  if (conversation !== null && view.conversation !== null) return conversation.host === view.conversation.host && conversation.id === view.conversation.id;
  return customer !== null && customer.address !== null && customer.address === view.customer.address;
}

/** Calls where nothing is being typed, and where no row of a list takes the key for itself. */
function useKey(name: string, call: (() => void) | null): void {
  useEffect(() => {
    if (!call) return undefined;
    const stop = new AbortController();
    document.addEventListener('keydown', (event) => {
      const taken = event.target instanceof Element && event.target.closest('li, input, select, textarea') !== null;
      if (event.key !== name || taken || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      call();
    }, { signal: stop.signal });
    return () => stop.abort();
  });
}

/** After a case is solved: a day on which to ask whether it still is, kept by one click. */
export function CheckIn({ kept, view }: { kept: PromiseRecord | null; view: ReplyView | null }) {
  const { t } = useStrings();
  const clock = useClock();
  const { panel } = usePanel();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const solved = useMemo(() => solvedBy(kept, view), [kept, view]);
  const proposal = useProposal(solved);
  if (!solved || !proposal || refused.has(proposal.id)) return null;
  const settle = () => {
    setRefused(new Set([...refused, proposal.id]));
    panel.settle();
  };
  const keep = () => {
    const text = t('kit_check_in_text');
    const draft = { id: proposal.id, kind: proposal.kind, text, lang: solved.lang, conditional: false, due: proposal.due, alternatives: [], zone: clock.here.zone, conversation: solved.conversation, customer: solved.customer, status: 'open' } as const;
    void panel.add(draft, t('panel_kept_said')).then((added) => added && settle());
  };
  return (
    <section className="section" aria-label={t('kit_check_in')}>
      <div className="mark-line">
        <p className="mark-words">{t('kit_check_in', { when: clock.dueAway(proposal.due) })}</p>
        <IconButton icon="close" label={t('kit_check_in_no')} onClick={settle} />
      </div>
      <div className="choices">
        <Button kind="main" onClick={keep}>
          {t('kit_check_in_keep')}
        </Button>
      </div>
    </section>
  );
}

interface Solved extends SolvedCase {
  readonly lang: PromiseRecord['lang'];
}

/** The case that is solved: by the promise kept last, else by the reply that says so. */
function solvedBy(kept: PromiseRecord | null, view: ReplyView | null): Solved | null {
  if (kept) return { id: kept.id, conversation: kept.conversation, customer: kept.customer, lang: kept.lang };
  if (!view || view.internal || view.signs.solved === null || !view.analysis) return null;
  const { name, address } = view.customer;
  return { id: view.key, conversation: view.conversation, customer: { name, address }, lang: view.analysis.lang };
}

function useProposal(solved: Solved | null) {
  const { panel, clock } = usePanel();
  const [records, setRecords] = useState<{ readonly of: string; readonly found: readonly PromiseRecord[] } | null>(null);
  const key = solved && JSON.stringify([solved.id, solved.conversation?.id, solved.customer]);
  useEffect(() => {
    let wanted = true;
    if (solved && key !== null) void panel.caseOf(solved).then((found) => wanted && found && setRecords({ of: key, found }));
    return () => {
      wanted = false;
    };
    // The case is the same as long as its key is.
  }, [panel, key]);
  return useMemo(() => (solved && records?.of === key ? checkIn(solved, records.found, clock) : null), [solved, records, key, clock]);
}
