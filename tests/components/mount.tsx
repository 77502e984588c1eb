import { act } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Shows something in a page of its own; `look` finds by visible or accessible name. */
export async function mount(node: ReactNode) {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  await act(async () => root.render(node));
  await settle();
  const all = <E extends Element = HTMLElement>(selector: string) => [...place.querySelectorAll<E>(selector)];
  return {
    place,
    text: () => place.textContent ?? '',
    all,
    /** The one button or link of that name. */
    button(name: string): HTMLElement {
      const found = all('button, a').filter((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(name));
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} controls are named "${name}" in:\n${place.innerHTML}`);
      return found[0];
    },
    section(name: string): HTMLElement | null {
      const titled = all('section').find((each) => (each.querySelector('h2')?.textContent ?? each.getAttribute('aria-label')) === name);
      return titled ?? null;
    },
    unmount: () => act(async () => root.unmount()),
  };
}

/** Lets what was asked be answered and shown. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

export async function click(target: HTMLElement): Promise<void> {
  await act(async () => target.click());
  await settle();
}

export async function key(target: Element, name: string): Promise<void> {
  await act(async () => target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
  await settle();
}

export async function type(target: HTMLInputElement, value: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    set?.call(target, value);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

/** Waits for what takes a moment of its own (a file, a pause in typing, a chunk that is loaded), and fails where it never comes. */
export async function until(what: () => unknown): Promise<void> {
  const TURNS = 400;
  for (let turn = 0; turn < TURNS && !what(); turn += 1) await act(async () => new Promise((done) => setTimeout(done, 25)));
  if (!what()) throw new Error(`never came: ${what.toString()}`);
  await settle();
}
