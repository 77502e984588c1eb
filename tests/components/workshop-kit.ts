import { act } from 'react';
import { saveKnowledge } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';
import { NOW } from './fixtures';
import type { Answers } from './fixtures';
import { open } from './options';

/** English without a rule of its own. */
export const JSON_OF_ENGLISH = saveKnowledge({ name: 'en', ...NO_LAYER, lists: {}, names: new Map() });

/** The workshop, with drafts kept as the background would. */
export async function bench(more: Answers = {}) {
  const kept = new Map<string, { id: string; name: string; text: string; at: string }>();
  const shown = await open('workshop', {
    answers: {
      'pack.list': () => ({ packs: [], off: [] }), 'knowledge.get': () => ({ json: JSON_OF_ENGLISH }),
      'draft.list': () => ({ drafts: [...kept.values()].map(({ id, name, at }) => ({ id, name, at })) }),
      'draft.save': (draft) => (kept.set(draft.id, { ...draft, at: NOW }), { at: NOW }),
      'draft.load': ({ id }) => ({ draft: kept.get(id) ?? null }),
      'draft.remove': ({ id }) => (kept.delete(id), { ok: true }), 'key.get': () => ({ key: null }), ...more,
    },
  });
  return { ...shown, kept };
}
export type Bench = Awaited<ReturnType<typeof bench>>;

/** The control of a label; the last one of that name, within the last element that `within` finds. */
export function fieldIn({ all }: Pick<Bench, 'all'>, label: string, within = 'body'): HTMLInputElement {
  const found = all<HTMLLabelElement>('label').filter((one) => one.textContent === label && one.closest(within) !== null).at(-1);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
}
export async function write(area: HTMLElement, value: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
