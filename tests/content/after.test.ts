// @vitest-environment happy-dom
/** What a page that goes as it sends leaves to the next one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveLeft, leaveWord, takeWord } from '../../entrypoints/content/after';

const conversation = { host: 'desk', id: '17', url: 'https://desk.example/17', title: null };
const PROMISES = { host: 'desk', conversation: '17', ids: ['a'] };

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the page after', () => {
  it.each<readonly [string, () => void, unknown]>([
    ['the promises', () => leaveWord(document, conversation, ['a']), { promises: PROMISES, left: [] }],
    ['the places that were not filled in', () => leaveLeft(document, [0, 0, 2]), { promises: null, left: [0, 0, 2] }],
    ['both, whichever came first', () => (leaveLeft(document, [1]), leaveWord(document, conversation, ['a'])), { promises: PROMISES, left: [1] }],
    ['the places of a conversation the page does not name', () => (leaveWord(document, null, ['a']), leaveLeft(document, [1])), { promises: null, left: [1] }],
    ['nothing where nothing was left', () => (leaveWord(document, conversation, []), leaveLeft(document, [])), null],
  ])('is told %s, once', (_, leave, word) => {
    leave();
    expect([takeWord(document), takeWord(document)]).toEqual([word, null]);
  });
  it('is told nothing where the page stays', () => {
    leaveLeft(document, [0]);
    leaveWord(document, conversation, ['a']);
    vi.runAllTimers();
    expect(takeWord(document)).toBe(null);
  });
  it('is told no words of anybody’s: ids and numbers alone stand where the page can read them', () => {
    leaveLeft(document, [0, 3]);
    expect(Object.entries({ ...sessionStorage })).toEqual([['kw2', '{"promises":null,"left":[0,3]}']]);
  });
  it.each(['', '{', 'null', '[]', '{"promises":{"host":1},"left":"x"}', '{"left":["<b>",1.5,{}]}'])('takes %j for nothing', (stored) => {
    sessionStorage.setItem('kw2', stored);
    expect(takeWord(document)).toBe(null);
  });
});
