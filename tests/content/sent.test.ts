import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ARMED_MS, IDLE, LOOK_MS, step, WENT_LOOKS, WENT_MS, type Act, type Effect, type Event, type Look, type Phase } from '../../entrypoints/content/sent';
import { SendWatch } from '../../entrypoints/content/watch';

const TEXT = 'I will call you.';

/** A page whose state the test sets; what follows is noted. */
function page() {
  const stop = new AbortController();
  const state: { -readonly [K in keyof Look]: Look[K] } = { present: true, text: TEXT, conversation: '7', stopped: false, inThread: null };
  const told: string[] = [];
  const on = (effect: Effect): void => void told.push(effect.do === 'went' ? `went${effect.later ? ' later' : ''}${effect.sure ? '' : ' unsure'}: ${effect.text}` : effect.do);
  const watch = new SendWatch({ look: () => ({ ...state }), text: () => state.text, on, undoes: () => true, signal: stop.signal });
  const wait = (ms: number): void => void vi.advanceTimersByTime(ms);
  const looks = (count: number): void => wait(LOOK_MS * count);
  return { state, told, watch, wait, looks, stop, typed: (text: string) => { state.text = text; watch.edited(); } };
}
type At = ReturnType<typeof page>;
const goes = ({ state, looks }: At): void => { state.present = false; looks(2); };
const sends = (at: At): void => { at.watch.act('now'); goes(at); };
/** Well beyond every wait of the machine. */
const END = 3_600_000;
const WENT = `went: ${TEXT}`;
const UNSURE = `went unsure: ${TEXT}`;

describe('was it sent?', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[string, (at: At) => void, readonly string[]]>([
    ['the editor goes', sends, ['armed', WENT, 'settled']],
    ['the editor is emptied', ({ state, watch, looks }) => { watch.act('now'); state.text = ''; looks(2); }, ['armed', WENT, 'settled']],
    ['the page goes', ({ watch }) => { watch.act('now'); watch.leaving(); watch.leaving(); }, ['armed', WENT, 'settled']],
    ['the editor is taken out of the page', (at) => { at.watch.act('now'); at.watch.leaving(); at.state.present = false; }, ['armed', WENT, 'settled']],
    ['it goes late', (at) => { at.watch.act('now'); at.looks(40); goes(at); }, ['armed', WENT, 'settled']],
    ['press, click and submit are one act', (at) => { (['press', 'now', 'now', 'press'] as const).forEach((act) => at.watch.act(act)); goes(at); at.watch.leaving(); }, ['armed', 'armed', 'armed', WENT, 'settled']],
    ['the button is gone before its click', (at) => { at.watch.act('press'); goes(at); at.watch.act('now'); }, ['armed', WENT, 'settled']],
    ['pressed, and let go elsewhere', (at) => { at.watch.act('press'); at.watch.released(); goes(at); }, ['armed']],
    ['pressed, and never let go', (at) => { at.watch.act('press'); at.wait(ARMED_MS); goes(at); }, ['armed']],
    ['a click is not released', (at) => { at.watch.act('now'); at.watch.released(); goes(at); }, ['armed', WENT, 'settled']],
    ['one look is not enough', ({ state, watch, looks }) => { watch.act('now'); state.text = ''; looks(1); state.text = TEXT; looks(9); }, ['armed']],
    ['nobody sent: the editor is closed', (at) => { goes(at); at.watch.leaving(); }, []],
    ['a dialog, and back to writing', (at) => { at.watch.act('now'); at.state.stopped = true; at.looks(3); at.state.stopped = false; at.looks(2); at.typed('I will call you. See the file.'); goes(at); }, ['armed']],
    ['a dialog, and sent all the same: who knows', (at) => { at.watch.act('now'); at.state.stopped = true; at.looks(3); at.state.stopped = false; at.looks(2); goes(at); }, ['armed', UNSURE, 'settled']],
    ['a dialog that stands long', (at) => { at.watch.act('now'); at.state.stopped = true; at.wait(ARMED_MS * 5); goes(at); }, ['armed', UNSURE, 'settled']],
    ['the agent types on', (at) => { at.watch.act('now'); at.typed('I will call you. Or'); goes(at); }, ['armed']],
    ['emptying it is no typing on', (at) => { at.watch.act('now'); at.typed(''); at.looks(2); }, ['armed', WENT, 'settled']],
    ['another conversation', (at) => { at.watch.act('now'); at.state.conversation = '8'; at.looks(1); goes(at); }, ['armed']],
    ['a slow sending is asked about', (at) => { at.watch.act('now'); at.wait(ARMED_MS * 3); at.state.present = false; at.wait(10_000); }, ['armed', UNSURE, 'settled']],
    ['nothing happens', (at) => { at.watch.act('now'); at.wait(END); goes(at); }, ['armed']],
    ['an empty reply', (at) => { at.state.text = ' '; at.watch.act('now'); goes(at); }, []],
    ['the watch was stopped', (at) => { at.watch.act('now'); at.stop.abort(); goes(at); at.watch.leaving(); }, ['armed']],
    ['Enter in a chat', (at) => { at.watch.act('enter'); at.state.text = ''; at.looks(2); }, [WENT, 'settled']],
    ['Enter makes a new line', (at) => { at.watch.act('enter'); at.typed(`${TEXT}\n`); at.looks(4); goes(at); }, []],
    ['Enter, and the editor closed', (at) => { at.watch.act('enter'); goes(at); at.looks(2); }, []],
    ['Enter, and emptied much later', (at) => { at.watch.act('enter'); at.looks(13); at.state.text = ''; at.looks(4); }, []],
    ['it is scheduled', (at) => { at.watch.act('later'); at.looks(30); goes(at); }, ['armed', `went later: ${TEXT}`, 'settled']],
    ['a menu of times, then its form is submitted', (at) => { at.watch.act('later'); at.watch.act('now'); goes(at); }, ['armed', `went later: ${TEXT}`, 'settled']],
    ['scheduling is left, then sent now', (at) => { at.watch.act('later'); at.looks(8); at.watch.act('now'); goes(at); }, ['armed', 'armed', WENT, 'settled']],
    ['it stands in the thread', (at) => { sends(at); at.state.inThread = true; at.wait(5 * WENT_MS); }, ['armed', WENT, 'proved', 'settled']],
    ['undone: the draft is back in its own editor', (at) => { sends(at); at.state.present = true; at.wait(WENT_MS); }, ['armed', WENT, 'undone']],
    ['undone: it is back in another editor', (at) => { sends(at); at.watch.back(` I will  call you.\n`, '7'); }, ['armed', WENT, 'undone']],
    ['undone after it stood in the thread', (at) => { sends(at); at.state.inThread = true; at.wait(WENT_MS); at.watch.back(TEXT, '7'); }, ['armed', WENT, 'proved', 'undone']],
    ['another draft is no undo', (at) => { sends(at); at.watch.back('Hello', '7'); }, ['armed', WENT, 'settled']],
    ['the same words to somebody else', (at) => { sends(at); at.watch.back(TEXT, '8'); }, ['armed', WENT, 'settled']],
    ['undo is pressed, and the page adds to the draft', (at) => { sends(at); at.watch.clicked([]); at.watch.back(`${TEXT} --`, '7'); }, ['armed', WENT, 'undone']],
    ['undo of something else', (at) => { sends(at); at.watch.clicked([]); at.wait(12 * WENT_MS); at.watch.back('Hello', '7'); }, ['armed', WENT, 'settled']],
    ['the same words typed again are another message', (at) => { sends(at); at.state.present = true; at.typed(TEXT); at.wait(WENT_MS); }, ['armed', WENT, 'settled']],
    ['undone and sent again', (at) => { sends(at); at.state.present = true; at.wait(WENT_MS); sends(at); }, ['armed', WENT, 'undone', 'armed', WENT, 'settled']],
    ['brought back and sent before anybody looked', (at) => { sends(at); at.state.present = true; sends(at); }, ['armed', WENT, 'undone', 'armed', WENT, 'settled']],
    ['the next message of a chat', (at) => { sends(at); at.state.present = true; at.typed('And mail you.'); sends(at); }, ['armed', WENT, 'settled', 'armed', 'went: And mail you.', 'settled']],
  ])('%s', (_name, act, expected) => {
    const at = page();
    act(at);
    at.wait(END);
    expect(at.told).toEqual(expected);
  });

  it('looks no more once it is over', () => {
    const at = page();
    sends(at);
    at.wait(WENT_LOOKS * WENT_MS + 1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

const text = fc.constantFrom(TEXT, 'And mail you.', '', `${TEXT} --`);
const look: fc.Arbitrary<Look> = fc.record({ present: fc.boolean(), text, conversation: fc.constantFrom('7', '8', null), stopped: fc.boolean(), inThread: fc.constantFrom(true, false, null) });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant('act' as const), act: fc.constantFrom<Act>('now', 'later', 'press', 'enter'), look }),
  fc.record({ type: fc.constant('look' as const), look }), fc.record({ type: fc.constant('look' as const), look }),
  fc.record({ type: fc.constant('edit' as const), text }),
  fc.record({ type: fc.constant('back' as const), text, conversation: fc.constantFrom('7', '8', null) }),
  fc.constantFrom<Event>({ type: 'leave' }, { type: 'undo' }, { type: 'released' }),
);

describe('whatever happens', () => {
  it('one act is sent at most once, with the words it was sent with, and ends in one way', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let phase: Phase = IDLE;
      /** The text of the last act that no sending has answered, and whether a sending is out. */
      let act: string | null = null, out = false;
      for (const one of events) {
        const wasArmed = phase.at === 'armed' ? phase.text : null;
        const { phase: next, effects } = step(phase, one);
        for (const effect of effects) {
          if (effect.do === 'settled' || effect.do === 'undone') {
            expect(out).toBe(true);
            out = false;
          }
          if (effect.do === 'proved') expect(out).toBe(true);
          if (effect.do === 'went') {
            expect(out).toBe(false);
            expect(effect.text).toBe(act);
            expect(effect.text).toBe(wasArmed);
            act = null;
            out = true;
          }
        }
        if (one.type === 'act' && next.at === 'armed') act = next.text;
        expect(out).toBe(next.at === 'went');
        phase = next;
      }
    }));
  });

  it('comes to rest by itself', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let phase = events.reduce<Phase>((at, one) => step(at, one).phase, IDLE);
      const still: Look = { present: false, text: '', conversation: null, stopped: false, inThread: null };
      for (let n = 0; n < 600 && phase.at !== 'idle'; n += 1) phase = step(phase, { type: 'look', look: still }).phase;
      expect(phase).toEqual(IDLE);
    }));
  });
});
