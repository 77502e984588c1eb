import { describe, expect, it } from 'vitest';
import { changedBy, entryOf } from '../../entrypoints/background/ledger';
import { defaults, interfaceLanguage } from '../../entrypoints/background/settings';
import { recordOf, rung } from '../../utils/promises';

const SETTINGS = defaults('en');
const DUE = { start: '2026-12-04T15:00:00Z', end: '2026-12-04T15:00:00Z', precision: 'minute' } as const;
const OTHER = { start: '2026-12-07T15:00:00Z', end: '2026-12-07T15:00:00Z', precision: 'minute' } as const;
const OPEN = recordOf({
  id: 'a', status: 'open', kind: 'callback', text: 't', lang: 'en', conditional: false, due: DUE, alternatives: [], zone: 'Europe/Lisbon', conversation: null, customer: null,
}, '2026-12-01T10:00:00Z');

describe('the times a record is found by', () => {
  it('follow its date when it moves, and are none for the one that was moved', () => {
    const [old, next] = changedBy(rung(OPEN, ['before', 'due'], '2026-12-02T10:00:00Z'), { do: 'move', due: OTHER }, '2026-12-02T10:00:00Z', SETTINGS);
    expect(entryOf(old!, SETTINGS, '2026-12-02T10:00:00Z').times).toEqual({ ringAt: null, needsAt: null });
    expect(entryOf(next!, SETTINGS, '2026-12-02T10:00:00Z').times).toEqual({ ringAt: '2026-12-07T14:50:00Z', needsAt: '2026-12-07T15:00:00Z' });
  });
});

describe('settings', () => {
  it.each([
    ['pt-PT', 'PT', 'pt-PT'], ['pt-BR', 'BR', 'pt-BR'], ['pt', null, 'pt-BR'], ['pl', 'PL', 'pl'], ['pl-PL', 'PL', 'pl'], ['en-GB', 'GB', 'en'], ['en', null, 'en'], ['de-AT', null, 'en'],
  ] as const)('before anything was chosen, in a browser that speaks %s', (ui, holidays, language) => {
    expect(defaults(ui).holidays).toBe(holidays);
    expect(interfaceLanguage(defaults(ui), ui)).toBe(language);
  });

  it('the chosen language wins over the browser’s', () => {
    expect(interfaceLanguage({ ...defaults('pl'), language: 'pt-PT' }, 'pl')).toBe('pt-PT');
  });
});
