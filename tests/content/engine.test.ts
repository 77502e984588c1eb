import { describe, expect, it } from 'vitest';
import { defaults } from '../../entrypoints/background/settings';
import { Engine } from '../../entrypoints/content/engine';
import type { Services } from '../../entrypoints/content/services';
import { loadKnowledge, saveKnowledge } from '../../utils/rules';
import { mergePacks } from '../../utils/phrases/merge';
import { BASE } from '../background/packs-kit';
import { read } from '../phrases/packs';

const pack = read({ keepword: 1, id: 'acme.support', name: 'Acme', version: '1', languages: ['en'], phrases: [{ id: 'late', title: 'Late', text: 'Your parcel is late.' }] });
const merged = saveKnowledge(mergePacks(loadKnowledge(BASE.en), [{ layer: 'team', pack }]));

describe('the words in a tab', () => {
  it('are asked for once, and anew when they have changed', async () => {
    const answers = [BASE.en, merged];
    const engine = new Engine({ knowledge: async () => answers.shift() } as unknown as Services);
    const ids = async () => (await engine.read({
      draft: 'Your parcel is on its way to you.', customer: null, customerName: null, settings: defaults('en'), now: '2026-12-01T10:00:00Z', zone: 'UTC', lastUsed: [],
    })).phrases.all.map(({ id }) => id);
    expect(await ids()).toEqual([]);
    expect(await ids()).toEqual([]);
    engine.forget();
    expect(await ids()).toEqual(['late']);
    expect(answers).toEqual([]);
  });
  it('tell what is still to fill in, but of no kind the agent silenced', async () => {
    const engine = new Engine({ knowledge: async () => BASE.en } as unknown as Services);
    const left = async (silenced: readonly string[]) => (await engine.read({
      draft: 'Hello Ann,\n\nYour parcel {ticket} is on its way to you.', customer: null, customerName: 'Zoe Reed', settings: { ...defaults('en'), silenced }, now: '2026-12-01T10:00:00Z', zone: 'UTC', lastUsed: [],
    })).left.map(({ kind }) => kind);
    const all = await left([]);
    expect(all).toContain('hole');
    expect(await left(['fill.hole'])).toEqual(all.filter((kind) => kind !== 'hole'));
  });
});
