import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../utils/messages/answer';
import type { Handlers } from '../../utils/messages/answer';
import { cut, PART, Parts } from '../../utils/messages/parts';
import { send } from '../../utils/messages/send';

beforeEach(() => fakeBrowser.reset());

/** Chrome's own limit, here on a message's length as JSON. */
const LIMIT = 64 * 1024 * 1024;
function limited(): { longest: number; count: number } {
  const seen = { longest: 0, count: 0 };
  const original = fakeBrowser.runtime.sendMessage;
  fakeBrowser.runtime.sendMessage = (async (message: unknown) => {
    const reply: unknown = await original(message as never);
    seen.count += 1;
    seen.longest = Math.max(seen.longest, JSON.stringify(message).length, (JSON.stringify(reply) ?? '').length);
    if (seen.longest > LIMIT) throw new Error('Message exceeded maximum allowed size of 64MiB.');
    return reply;
  }) as never;
  return seen;
}

describe('a text too long for one message', () => {
  // Quotes become two characters on the way, so this file is longer than the limit though its text is not.
  const text = '"x"\n'.repeat(9_000_000);

  it('arrives whole, there and back, in messages that are admitted', async () => {
    const seen = limited();
    let got = '';
    answer({
      'promise.restore': (ask: { text: string }) => {
        got = ask.text;
        return { add: 0, update: 0, same: 0, bad: [], applied: false };
      },
      'promise.export': () => ({ name: 'n', mime: 'm', text }),
    } as unknown as Handlers, () => undefined);
    await send('promise.restore', { text, apply: false });
    expect(got === text).toBe(true);
    const file = await send('promise.export', { format: 'json' });
    expect(file.text === text).toBe(true);
    expect([file.name, file.mime]).toEqual(['n', 'm']);
    expect(seen.longest).toBeGreaterThan(PART);
    expect(seen.count).toBe(2 + 2 * Math.ceil(text.length / PART));
  });

  it('that lost a part on the way is refused, not cut short', async () => {
    answer({ 'promise.restore': () => { throw new Error('reached the handler'); } } as unknown as Handlers, () => undefined);
    const original = fakeBrowser.runtime.sendMessage;
    fakeBrowser.runtime.sendMessage = (async (message: object) => ('part' in message ? null : original(message as never))) as never;
    try {
      await expect(send('promise.restore', { text, apply: true })).rejects.toThrow('promise.restore: text: a part of it was lost on the way; try again');
    } finally {
      fakeBrowser.runtime.sendMessage = original;
    }
  });

  it('is taken from our own pages alone', async () => {
    answer({} as Handlers, () => undefined);
    const taken = await fakeBrowser.runtime.onMessage.trigger({ to: 'background', part: { id: 'x', at: 0, text: 'y' } }, { tab: { id: 7 } as never, url: 'https://example.com/' }, () => undefined);
    expect(taken).not.toContain(true);
  });
});

describe('parts', () => {
  it('are cut from what is long, and from nothing else', () => {
    expect(cut({ a: '12345', n: 7, list: ['123456789'] }, 5)).toBeNull();
    const long = cut({ a: '123456', b: 'x', n: 7 }, 5)!;
    expect(long.rest).toEqual({ b: 'x', n: 7 });
    expect([...long.parts.values()]).toEqual([['12345', '6']]);
  });

  it('are forgotten with the last one', () => {
    const parts = new Parts();
    parts.hold(new Map([['id', ['a', 'b']]]));
    expect([parts.take({ id: 'id', at: 0 }), parts.take({ id: 'id', at: 1 }), parts.take({ id: 'id', at: 1 })]).toEqual(['a', 'b', null]);
    expect(() => parts.whole({ text: { id: 'id', count: 2 } })).toThrow('text: a part of it was lost');
  });
});
