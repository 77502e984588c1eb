import type { Notice } from '../../utils/browser';
import type { Lang } from '../../utils/language';
import { STAGES } from '../../utils/messages/protocol';
import type { PromiseRecord, Stage } from '../../utils/messages/protocol';
import type { Digest } from '../../utils/reminders';
import type { StoreProblem } from '../../utils/store';
import { say } from './strings';
import type { Strings } from './strings';

/** The notification that stands for many, when too many promises ring at once. */
export const DIGEST = 'promises:digest';
const PROMISE = /^promise:(.+):(before|due|overdue|again-[1-5])$/s;

/** The same ring has the same id, whenever it is shown: that is how a ring shown twice is one. */
export function noticeId(id: string, stage: Stage): string {
  return `promise:${id}:${stage}`;
}

/** Ids of all notifications a promise may have. */
export function noticeIds(id: string): readonly string[] {
  return STAGES.map((stage) => noticeId(id, stage));
}

/** The promise a notification speaks of, or null. */
export function promiseOf(notice: string): string | null {
  return PROMISE.exec(notice)?.[1] ?? null;
}

/**
 * Title: what was promised, to whom. Body: how it stands, when, and the sentence as it was written. Missing words
 * never keep a reminder back: then the sentence itself is the title.
 */
export function reminder(record: PromiseRecord, stage: Stage, strings: Strings, language: Lang): Notice {
  const who = record.customer?.name ?? record.customer?.address ?? record.conversation?.title ?? say(strings, 'notice_customer');
  const state = [say(strings, stageKey(record, stage)), record.due && when(record, language), record.status === 'tentative' && say(strings, 'notice_unconfirmed')];
  return {
    id: noticeId(record.id, stage),
    title: say(strings, `notice_what_${record.kind}`, { who }) || record.text,
    body: `${state.filter(Boolean).join(' · ')}\n“${record.text}”`,
    buttons: [say(strings, 'notice_later'), say(strings, 'notice_done')].filter(Boolean),
    stays: stage !== 'before',
  };
}

/** How many there are, and how they stand: "Overdue: 3 · Now: 4". */
export function digest({ total, before, due, overdue, again }: Digest, strings: Strings): Notice {
  const counts = [['notice_overdue', overdue + again], ['notice_due', due], ['notice_before', before]] as const;
  const told = counts.filter(([key, count]) => count > 0 && say(strings, key) !== '').map(([key, count]) => `${say(strings, key)}: ${count}`);
  return {
    id: DIGEST,
    title: say(strings, 'notice_digest_title', { count: String(total) }) || String(total),
    body: [told.join(' · '), say(strings, 'notice_digest_body')].filter(Boolean).join('\n'),
    buttons: [],
    stays: true,
  };
}

/** The ledger cannot be used, a promise in it could not be read, or its second copy can't be written. */
export function trouble(problem: StoreProblem | 'damaged' | 'copy', strings: Strings, detail: string): Notice {
  return {
    id: `ledger:${problem}`,
    title: say(strings, 'notice_ledger_title') || 'Keepword',
    body: say(strings, `notice_ledger_${problem}`) || detail,
    buttons: [],
    stays: true,
  };
}

/** The browser lost its database, and the promises came back from the second copy. */
export function broughtBack(count: number, strings: Strings): Notice {
  return { id: 'ledger:back', title: say(strings, 'notice_back_title') || 'Keepword', body: say(strings, 'notice_back_body', { count: String(count) }) || String(count), buttons: [], stays: true };
}

export const BACKUP = 'backup:failed';

/** A backup could not be made. `refused`: the permission was taken away. */
export function backupFailed(refused: boolean, strings: Strings, detail: string): Notice {
  return {
    id: BACKUP,
    title: say(strings, 'notice_backup_title') || 'Keepword',
    body: say(strings, refused ? 'notice_backup_refused' : 'notice_backup_failed') || detail,
    buttons: [],
    stays: true,
  };
}

function stageKey({ due }: PromiseRecord, stage: Stage): string {
  const ofDay = due !== null && (due.precision === 'day' || due.precision === 'week' || due.precision === 'month');
  if (stage === 'due' && ofDay) return 'notice_today';
  return stage.startsWith('again-') ? 'notice_overdue' : `notice_${stage}`;
}

/** The end of the window, which is what counts; with the hour only where one was said. */
function when({ due, zone }: PromiseRecord, language: Lang): string {
  if (due === null) return '';
  const hour = due.precision === 'minute' || due.precision === 'hour' || due.precision === 'part_of_day';
  return new Intl.DateTimeFormat(language, {
    weekday: 'short', day: 'numeric', month: 'short', timeZone: zone,
    ...(hour ? { hour: '2-digit', minute: '2-digit' } : {}),
  }).format(Temporal.Instant.from(due.end).epochMilliseconds);
}
