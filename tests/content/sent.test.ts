import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARMED_MS, LOOK_MS, SendWatch, type Look } from '../../entrypoints/content/sent';

/** A page whose state the test sets; what was sent is noted. */
function page() {
  const stop = new AbortController();
  const state = { present: true, text: 'I will call you.', conversation: '7' as string | null, stopped: false };
  const sent: string[] = [];
  const watch = new SendWatch({ look: (): Look => ({ ...state }), onSent: (text) => sent.push(text), signal: stop.signal });
  const wait = (looks: number): void => void vi.advanceTimersByTime(LOOK_MS * looks);
  return { state, sent, watch, wait, stop };
}

describe('was it sent?', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[string, (at: ReturnType<typeof page>) => void, readonly string[]]>([
    ['the editor goes', ({ state, watch, wait }) => { watch.arm(); state.present = false; wait(2); }, ['I will call you.']],
    ['the editor is emptied', ({ state, watch, wait }) => { watch.arm(); state.text = ''; wait(2); }, ['I will call you.']],
    ['the page goes', ({ watch }) => { watch.arm(); watch.leaving(); }, ['I will call you.']],
    ['it goes late', ({ state, watch, wait }) => { watch.arm(); wait(40); state.present = false; wait(2); }, ['I will call you.']],
    ['armed twice, sent once', ({ state, watch, wait }) => { watch.arm(); watch.arm(); state.present = false; wait(9); watch.leaving(); }, ['I will call you.']],
    ['one look is not enough', ({ state, watch, wait }) => { watch.arm(); state.text = ''; wait(1); state.text = 'I will call you.'; wait(9); }, []],
    ['nobody sent: the editor is closed', ({ state, watch, wait }) => { state.present = false; wait(9); watch.leaving(); }, []],
    ['a dialog stops it', ({ state, watch, wait }) => { watch.arm(); state.stopped = true; wait(1); state.present = false; wait(9); }, []],
    ['the agent types on', ({ state, watch, wait }) => { watch.arm(); state.text += ' Or'; watch.edited(); state.present = false; wait(9); }, []],
    ['emptying it is no typing on', ({ state, watch, wait }) => { watch.arm(); state.text = ''; watch.edited(); wait(2); }, ['I will call you.']],
    ['another conversation', ({ state, watch, wait }) => { watch.arm(); state.conversation = '8'; wait(1); state.present = false; wait(9); }, []],
    ['too late', ({ state, watch, wait }) => { watch.arm(); wait(ARMED_MS / LOOK_MS); state.present = false; wait(9); }, []],
    ['an empty reply', ({ state, watch, wait }) => { state.text = ' '; watch.arm(); state.present = false; wait(9); }, []],
    ['the watch was stopped', ({ state, watch, wait, stop }) => { watch.arm(); stop.abort(); state.present = false; wait(9); watch.leaving(); }, []],
  ])('%s', (_name, act, expected) => {
    const at = page();
    act(at);
    expect(at.sent).toEqual(expected);
  });
});
