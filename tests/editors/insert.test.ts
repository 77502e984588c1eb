// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { technique, type Family, type Outcome } from '../../utils/editors';
import { Turns } from '../../utils/editors/turns';

describe('how a text goes in', () => {
  const command = { by: 'command' };
  const paste = (data: string, how = true) => ({ by: 'paste', type: 'text/plain', data, command: how });
  it.each<[Family, string, object]>([
    ['textarea', 'a\nb', command],
    ['froala', 'a\nb', command],
    ['summernote', 'a', command],
    ['tinymce', 'a', paste('a', false)],
    ['tinymce', 'a\nb', command],
    ['ckeditor4', '', command],
    ['ckeditor5', 'a\n\nb', paste('a\n\n\n\nb')],
    ['prosemirror', 'a  b ', paste('a  b ')],
    ['prosemirror', 'a\n\n<b> & c ', { by: 'paste', type: 'text/html', data: '<p data-pm-slice="1 1 []">a</p><p></p><p>&#60;b&#62; &#38; c </p>', command: true }],
    ['trix', 'a\nb', paste('a\nb')],
    ['slate', 'a', paste('a')],
    ['rich', 'a\nb', paste('a\nb')],
  ])('%s %j', (family, text, how) => {
    expect(technique(family, text, undefined)).toEqual(how);
  });
  it.each<Family>(['rich', 'prosemirror', 'slate'])('%s, where the host wants the command', (family) => {
    expect(technique(family, 'a\nb', 'exec')).toEqual(command);
  });
});

describe('one insertion after the other', () => {
  const element = document.createElement('div');
  const ok: Outcome = { ok: true };
  let stop: AbortController;
  let turns: Turns;
  let copied: string[];
  beforeEach(() => {
    vi.useFakeTimers();
    stop = new AbortController();
    turns = new Turns(element, stop.signal);
    copied = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => { copied.push(text); return Promise.resolve(); });
  });
  afterEach(() => {
    stop.abort();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const fire = (type: string) => element.dispatchEvent(new Event(type));

  it('the second begins when the first is done, also where that failed', async () => {
    const done: string[] = [];
    const first = turns.take('a', async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      done.push('a');
      throw new Error('the editor went away');
    });
    const second = turns.take('b', async () => { done.push('b'); return ok; });
    const failed = expect(first).rejects.toThrow('went away');
    await vi.advanceTimersByTimeAsync(200);
    await failed;
    expect(await second).toEqual(ok);
    expect(done).toEqual(['a', 'b']);
  });

  it('waits for the end of a composition', async () => {
    const job = vi.fn(() => Promise.resolve(ok));
    fire('compositionstart');
    const asked = turns.take('a', job);
    await vi.advanceTimersByTimeAsync(500);
    expect(job).not.toHaveBeenCalled();
    fire('compositionend');
    await vi.advanceTimersByTimeAsync(50);
    expect(await asked).toEqual(ok);
    expect(copied).toEqual([]);
  });

  it.each([
    ['text goes to the clipboard', 'a', true],
    ['words to take out leave the clipboard alone', '', false],
  ])('gives up where it goes on: %s', async (_name, text, clipboard) => {
    const job = vi.fn(() => Promise.resolve(ok));
    fire('compositionstart');
    const asked = turns.take(text, job);
    await vi.advanceTimersByTimeAsync(1500);
    expect(await asked).toEqual({ ok: false, problem: 'refused', clipboard });
    expect(job).not.toHaveBeenCalled();
    expect(copied).toEqual(clipboard ? [text] : []);
  });

  it('a composition whose focus went is over', async () => {
    fire('compositionstart');
    fire('blur');
    expect(await turns.take('a', () => Promise.resolve(ok))).toEqual(ok);
  });
});
