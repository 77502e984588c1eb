import { describe, expect, it } from 'vitest';
import { find } from '../../utils/promises';
import { CLOCK, languageOf, yamlOf } from './help';

interface Reply {
  readonly id: string;
  readonly draft: string;
  readonly promises: readonly (readonly [text: string, kind: string, due: string | null, more?: string])[];
}

const language = await languageOf('en');

describe('whole English replies', () => {
  it.each(yamlOf<readonly Reply[]>('tests/corpus/en/promises.yaml'))('$id', ({ draft, promises }) => {
    const found = find(language, draft, CLOCK).map((one) => [
      draft.slice(one.start, one.end), one.kind,
      one.due && `${one.due.start.slice(0, 16)} / ${one.due.end.slice(0, 16)} / ${one.due.precision}`,
      ...(one.conditional ? ['conditional'] : one.deferred ? [] : ['now']),
    ]);
    expect(found).toEqual(promises);
  });
});
