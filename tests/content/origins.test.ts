import { expect, it } from 'vitest';
import { originsOf } from '../../entrypoints/content/origins';
import { createLanguage } from '../../utils/language';
import { createPhrases } from '../../utils/phrases';
import { mergePacks } from '../../utils/phrases/merge';
import { readPackText } from '../../utils/phrases/pack';
import type { Knowledge } from '../../utils/rules';
import { NO_LAYER } from '../../utils/rules/patterns';

const BASE: Knowledge = { ...NO_LAYER, name: 'en', lists: {}, names: new Map() };
const finding = (rule: string) => ({ start: 0, end: 1, rule, category: 'jargon', message: '', suggestions: [] }) as const;
const offered = (phrase: string) => ({ phrase, text: '', why: '', gives: [] }) as const;
const sources = (knowledge: Knowledge) => ({ language: createLanguage(knowledge), phrases: createPhrases(knowledge.phrases) });

it('marks and phrases of a pack are told with its name, others without', () => {
  const read = readPackText(JSON.stringify({
    keepword: 1, id: 'acme.support', name: 'Acme support', version: '1', languages: ['en'], glossary: [{ term: 'RMA', plain: 'return number', explanation: 'The number we file it under.' }],
    phrases: [{ id: 'parcel.held', title: 'Held', text: 'Your parcel is held.' }], links: [{ title: 'Reset', url: 'https://help.acme.example/reset' }],
  }));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const merged = sources(mergePacks(BASE, [{ layer: 'team', pack: read.pack }]));
  expect(originsOf(merged, [finding('term.rma'), finding('robotic.policy')], [offered('parcel.held'), offered('link.reset'), offered('ack.wait')]))
    .toEqual({ 'term.rma': 'Acme support', 'parcel.held': 'Acme support', 'link.reset': 'Acme support' });
  expect(originsOf(sources(BASE), [finding('term.rma')], [])).toEqual({});
});
