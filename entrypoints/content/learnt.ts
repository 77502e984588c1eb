import type { HostReading } from '../../utils/hosts';
import type { Finding, Span } from '../../utils/language';
import type { Settings } from '../../utils/messages/protocol';
import { ruleOfLeft, type Left } from '../../utils/phrases';
import type { Services } from './services';

/** Marks the agent dismissed, by conversation: a reply that is left and taken up again keeps its peace. One for all replies of a page. */
export class Dismissed {
  readonly #places = new Map<string, Set<string>>();

  add(place: string, rule: string, text: string): void {
    const marks = this.#places.get(place) ?? new Set<string>();
    this.#places.set(place, marks.add(`${rule} ${text}`));
  }
  /** The findings without those dismissed at that place. */
  without(place: string, findings: readonly Finding[], draft: string): readonly Finding[] {
    return this.#kept(place, findings, draft, ({ rule }) => rule);
  }
  /** The same of what is still to fill in. */
  withoutLeft(place: string, left: readonly Left[], draft: string): readonly Left[] {
    return this.#kept(place, left, draft, ruleOfLeft);
  }
  #kept<T extends Span>(place: string, all: readonly T[], draft: string, ruleOf: (one: T) => string): readonly T[] {
    const marks = this.#places.get(place);
    return marks === undefined ? all : all.filter((one) => !marks.has(`${ruleOf(one)} ${draft.slice(one.start, one.end)}`));
  }
}

/** The conversation; where the page names none, `key`, the reply itself. */
export function placeOf({ conversation }: HostReading, key: string): string {
  return conversation === null ? key : `${conversation.host} ${conversation.id}`;
}

/** Adds to a list of the settings: a rule never to speak again, a term that is the agent's own. */
export async function learn(services: Services, list: 'silenced' | 'taught', item: string): Promise<void> {
  const settings = await services.settings();
  const change: Partial<Settings> = { [list]: [...new Set([...settings[list], item.trim()])] };
  await services.ask('settings.set', { change });
}
