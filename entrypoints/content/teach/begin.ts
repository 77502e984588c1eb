import { plainLine } from '../../../components/inline';
import { loadTemporal, now } from '../../../utils/browser';
import { frameOf } from '../../../utils/editors';
import { hostOf, known, type HostData } from '../../../utils/hosts';
import type { Requests } from '../../../utils/messages/protocol';
import type { Services } from '../services';
import { teach } from '.';

/** ms the outcome is shown. */
const LINE_MS = 6000;
let running: AbortController | null = null;

/** A lesson is under way: the panel stays aside. */
export const isTeaching = (): boolean => running !== null && !running.signal.aborted;

export interface LessonAt {
  readonly document: Document;
  readonly services: Services;
  /** Where the agent was just writing. */
  readonly editor: HTMLElement | null;
  readonly ended: () => void;
  readonly signal: AbortSignal;
}

/** Starts a lesson on this page; one that is under way begins anew. What is learned is kept by the background, which tells the pages of the site. */
export async function beginTeaching({ document, services, editor, ended, signal }: LessonAt): Promise<void> {
  running?.abort();
  const stop = (running = new AbortController());
  signal.addEventListener('abort', () => stop.abort(), { once: true, signal: stop.signal });
  const [{ words }, settings, given] = await Promise.all([services.words(), services.settings(), services.hosts(), loadTemporal()]);
  const { location } = document;
  const covering = hostOf([...given.filter(({ id }) => !id.startsWith('taught-')), ...known], location.href, document);
  const say = (key: string): void => plainLine(document, words(key, { site: location.hostname }), LINE_MS, signal);
  const keep = (host: HostData, use: boolean): void => {
    services.ask('site.teach', { host: host as unknown as Requests['site.teach']['ask']['host'], use }).then(() => say(use ? 'inline_teach_done' : 'inline_teach_kept'), () => say('inline_teach_failed'));
  };
  teach({
    document, words, theme: settings.theme, keep, signal: stop.signal,
    ended: () => {
      stop.abort();
      ended();
    },
    lesson: () => ({ url: location.href, title: document.title, date: now().slice(0, 'YYYY-MM-DD'.length) }),
    // In a frame it is the frame that the page around it knows.
    editor: editor === null ? null : (editor.ownerDocument === document ? editor : frameOf(editor.ownerDocument)),
    covered: covering?.name ?? null,
  });
}
