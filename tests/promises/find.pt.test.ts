import { describe, expect, it } from 'vitest';
import brazil from '../corpus/pt-BR/promises.yaml';
import portugal from '../corpus/pt-PT/promises.yaml';
import { find } from '../../utils/promises';
import { CLOCK, languageOf } from './help';

/** [text, kind, "from / to" (month-day hour) or null, then conditional, now, vague where they hold]. */
type Promised = readonly [text: string, kind: string, due: string | null, ...more: string[]];
type Row = readonly [sentence: string, promises: readonly Promised[]];

const language = await languageOf('pt');
const moment = (iso: string): string => iso.slice(5, 16).replace('T', ' ');

describe.each([['pt-BR', brazil as readonly Row[]], ['pt-PT', portugal as readonly Row[]]] as const)('promises in %s', (_, rows) => {
  it.each(rows)('%s', (sentence, promises) => {
    const found = find(language, sentence, CLOCK).map((one) => [
      sentence.slice(one.start, one.end), one.kind,
      one.due && `${moment(one.due.start)} / ${moment(one.due.end)} ${one.due.precision}`,
      ...(one.deferred ? [] : ['now']), ...(one.conditional ? ['conditional'] : []), ...(one.vague ? ['vague'] : []),
    ]);
    expect(found).toEqual(promises);
  });
});
