import { describe, expect, it } from 'vitest';
import { find } from '../../utils/promises';
import { CLOCK, languageOf } from './help';
import { SENTENCES } from './find.pl.table';

const language = await languageOf('pl');

describe('Polish promises', () => {
  it.each(SENTENCES)('%s → "%s"', (sentence, wanted) => {
    const found = find(language, sentence, CLOCK)
      .map((one) => (one.deferred ? `${one.conditional ? 'if ' : ''}${one.kind}` : 'now'));
    expect(found.join(', ')).toBe(wanted);
  });
});
