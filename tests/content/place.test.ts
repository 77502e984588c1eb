// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Layer } from '../../components/inline/layer';
import { GRACE_MS, takePlace } from '../../entrypoints/content/place';

const alone = (): AbortSignal => new AbortController().signal;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  takePlace(document, AbortSignal.abort());
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('one script a page', () => {
  it('the newcomer stays, and who was there goes', () => {
    const places = [1, 2, 3].map(() => takePlace(document, alone()));
    expect(places.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
  });

  it('goes with its own signal', () => {
    const stop = new AbortController();
    const place = takePlace(document, stop.signal);
    stop.abort();
    expect(place.signal.aborted).toBe(true);
    expect(takePlace(document, AbortSignal.abort()).signal.aborted).toBe(true);
  });

  it('goes silently where another comes after it', () => {
    const line = vi.fn();
    const place = takePlace(document, alone());
    place.leave(line);
    expect(place.signal.aborted).toBe(true);
    const next = takePlace(document, alone());
    vi.advanceTimersByTime(GRACE_MS * 2);
    expect(line).not.toHaveBeenCalled();
    expect(next.signal.aborted).toBe(false);
  });

  it('says that nobody came, once', () => {
    const line = vi.fn();
    const place = takePlace(document, alone());
    place.leave(line);
    place.leave(line);
    vi.advanceTimersByTime(GRACE_MS);
    expect(line).toHaveBeenCalledOnce();
  });

  it('finds what one that died on the spot left, and touches nothing of the page', () => {
    const highlights = new Map([['kw-1', 1], ['kw-12', 1], ['their-own', 1]]);
    vi.stubGlobal('CSS', { highlights });
    new Layer(document, '', alone()).show();
    document.body.insertAdjacentHTML('beforeend', '<div style="position: fixed; z-index: 2147483001; pointer-events: none"><b></b></div><div style="position: fixed; z-index: 5; pointer-events: none"></div><p></p>');
    expect(document.body.childElementCount).toBe(4);
    takePlace(document, alone());
    expect([...document.body.children].map(({ localName }) => localName)).toEqual(['div', 'div', 'p']);
    expect([...highlights.keys()]).toEqual(['their-own']);
    vi.unstubAllGlobals();
  });
});
