import type { Advice, Words } from '../../components/inline';
import type { Language } from '../../utils/language';
import type { Services } from './services';

export interface Hands {
  readonly words: Words;
  readonly services: Pick<Services, 'ask'>;
  /** Says one line at the foot of the page. */
  readonly line: (text: string) => void;
}
type Source = Pick<Advice, 'from' | 'leave'>;
export const FROM_NOWHERE: Source = { from: null, leave: null };

/** The pack a mark comes from, and a way to do without it where it is not the administrator's; a single rule is silenced like every other. */
export function sourceOf(language: Language | null, entry: { readonly id: string; readonly origin?: string } | undefined, hands: Hands): Source {
  if (language === null || entry?.origin === undefined) return FROM_NOWHERE;
  const { words } = hands, pack = language.knowledge.packs?.find(({ id }) => id === entry.origin), name = pack?.name ?? entry.origin;
  return {
    from: words('palette_from_pack', { pack: name }),
    leave: pack?.layer === 'policy' ? null : { label: words('inline_popover_pack_off', { pack: name }), run: () => void switchOff(language, entry.id, true, hands) },
  };
}

/** Switches off an entry, or the pack it comes from, and says what came of it. */
export async function switchOff({ lang }: Pick<Language, 'lang'>, entry: string, whole: boolean, { words, services, line }: Hands): Promise<void> {
  const answer = await services.ask('pack.off', { entry, lang, whole }).catch(() => ({ ok: false }) as const);
  line(answer.ok ? words('inline_switched_off', { name: answer.name }) : words('inline_not_switched_off'));
}
