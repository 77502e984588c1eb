// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popover, wordsOf, type Advice } from '../../components/inline';
import { sourceOf } from '../../entrypoints/content/source';
import type { Services } from '../../entrypoints/content/services';
import { createLanguage } from '../../utils/language';
import { NO_LAYER } from '../../utils/rules/patterns';
import { flat } from './fixtures';

afterEach(() => document.body.replaceChildren());

const words = wordsOf(flat('en'));
const packs = [{ id: 'acme', name: 'Acme support', layer: 'team' }, { id: 'head', name: 'Head office', layer: 'policy' }] as const;
const language = createLanguage({ name: 'en', ...NO_LAYER, lists: {}, names: new Map(), packs });
const advice: Advice = {
  title: 'Robotic', message: 'Of our system.', alternatives: ['this is settled'], why: null, from: null, leave: null, take: () => undefined, dismiss: () => undefined, silence: () => undefined, teach: null, act: null,
};

function shown(more: Partial<Advice>) {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const popover = new Popover(document, words, new AbortController().signal);
  const root = attach.mock.results.at(-1)?.value as ShadowRoot;
  attach.mockRestore();
  popover.show({ ...advice, ...more }, { left: 0, top: 0, right: 10, bottom: 10 });
  const key = (name: string) => popover.key({ key: name, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false });
  return { popover, key, text: () => root.querySelector('.card')?.textContent ?? '', said: () => root.querySelector('[role=status]')?.textContent ?? '' };
}
function source(origin: string | undefined, answer: unknown = { ok: true, name: 'Acme support' }) {
  const asked: unknown[] = [], lines: string[] = [];
  const services = { ask: async (...given: unknown[]) => (asked.push(given), answer) } as unknown as Services;
  return { asked, lines, ...sourceOf(language, { id: 'r.1', ...(origin === undefined ? {} : { origin }) }, { words, services, line: (text) => lines.push(text) }) };
}

describe('the popover of a mark', () => {
  it('says which pack it comes from, and who does not see it hears it', () => {
    const { text, said } = shown(source('acme'));
    expect(text()).toContain('From Acme support');
    expect(said()).toContain('From Acme support');
  });
  it('says nothing of the kind where the rule came with the extension', () => {
    expect(source(undefined)).toMatchObject({ from: null, leave: null });
    expect(shown({}).text()).not.toContain('From ');
  });
  it('switches the pack off by keyboard, and says where it is switched on again', async () => {
    const made = source('acme'), { key, text, popover } = shown(made);
    expect(text()).toContain('Switch off Acme support');
    // The alternative, not here, never, and then the pack.
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) expect(key(name)).toBe(true);
    expect([popover.open, made.asked]).toEqual([false, [['pack.off', { entry: 'r.1', lang: 'en', whole: true }]]]);
    await vi.waitFor(() => expect(made.lines).toEqual(['Switched off: Acme support. In Keepword’s settings, under Packs or Phrases, it can be switched on again.']));
  });
  it('says so where it could not be', async () => {
    const made = source('acme', { ok: false, problem: { code: 'missing', params: {}, errors: [] } });
    made.leave?.run();
    await vi.waitFor(() => expect(made.lines).toEqual(['That could not be switched off.']));
  });
  it('leaves the administrator’s packs as they are', () => {
    const made = source('head');
    expect([made.from, made.leave]).toEqual(['From Head office', null]);
  });
});
