import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { braced, say } from '../../entrypoints/background/strings';

describe('Chrome’s placeholders', () => {
  it.each([
    ['Call $WHO$', 'Call {who}'],
    ['$Count$ of $TOTAL_1$', '{count} of {total_1}'],
    ['$1 then $2', '{1} then {2}'],
    ['costs $$5', 'costs $5'],
    ['5 $ and no more', '5 $ and no more'],
  ])('%s', (message, expected) => {
    expect(braced({ message })).toBe(expected);
  });

  it('are filled by name; what has no value stays, what has no text is empty', () => {
    expect(say({ a: 'Call {who} at {time}' }, 'a', { who: '{time}' })).toBe('Call {time} at {time}');
    expect(say({}, 'a')).toBe('');
  });
});

describe('the reminders’ words', () => {
  const read = (folder: string): Record<string, { message: string }> => JSON.parse(readFileSync(`public/_locales/${folder}/messages.json`, 'utf8')) as never;
  const keys = Object.keys(read('en')).filter((key) => key.startsWith('notice_'));

  it.each(['pt_BR', 'pt_PT', 'pl'])('are all there in %s, with the places of the English', (folder) => {
    expect(keys.length).toBeGreaterThan(20);
    const places = (text: string | undefined): string[] => [...(text ?? '').matchAll(/\$[A-Z]+\$/g)].map(([place]) => place).sort();
    for (const key of keys) {
      expect(read(folder)[key]?.message, key).toBeTruthy();
      expect(places(read(folder)[key]?.message), key).toEqual(places(read('en')[key]?.message));
    }
  });
});
