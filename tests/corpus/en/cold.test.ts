/** Single sentences written cold: what is caught of each category and feeling, and that good replies stay free of marks. */
import { describe, expect, it } from 'vitest';
import customers from './cold-customers.yaml';
import wording from './cold-wording.yaml';
import good from './good-lines.yaml';
import { analyse, createLanguage } from '../../../utils/language';
import { compileLenient } from '../../../utils/rules/compile';

const { knowledge } = await compileLenient('en');
const language = createLanguage(knowledge);
const read = (input: { readonly draft?: string; readonly customer?: string }) => analyse(language, { draft: null, customer: null, customerName: null, promises: [], ...input });
const bad = wording as Readonly<Record<string, readonly string[]>>;
const { emotions, stakes } = customers as { readonly emotions: Readonly<Record<string, readonly string[]>>; readonly stakes: Readonly<Record<string, readonly string[]>> };
/** The part of each list that must be caught; a sentence may fairly belong to a neighbouring category. */
const CAUGHT = 0.9;

describe('a fault in one sentence', () => {
  it.each(Object.entries(bad))('%s', (category, sentences) => {
    const missed = sentences.filter((draft) => !read({ draft }).findings.some((finding) => finding.category === category));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(sentences.length * (1 - CAUGHT) + 0.01);
  });
});

describe('a feeling in one message', () => {
  it.each(Object.entries(emotions))('%s', (emotion, messages) => {
    const missed = messages.filter((customer) => read({ customer }).reading?.emotion !== emotion);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(messages.length * (1 - CAUGHT) + 0.01);
  });
});

describe('what is at stake in one message', () => {
  it.each(Object.entries(stakes))('%s', (kind, messages) => {
    const missed = messages.filter((customer) => read({ customer }).reading?.stakes.some((stake) => stake.kind === kind) !== true);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(messages.length * (1 - CAUGHT) + 0.01);
  });
});

describe('a good reply bears no mark', () => {
  it.each((good as readonly string[]).map((draft) => [draft]))('%s', (draft) => {
    expect(read({ draft }).findings.map(({ rule, start, end }) => `${rule} <${draft.slice(start, end)}>`)).toEqual([]);
  });
});
