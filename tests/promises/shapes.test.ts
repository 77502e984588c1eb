import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { compileLenient } from '../../utils/rules/compile';
import { faultOf, shapesOf } from './shapes';

describe.each(['en', 'pl', 'pt-BR', 'pt-PT'] as const)('shapes of sentences in %s', async (name) => {
  const { knowledge } = await compileLenient(name === 'pt-BR' || name === 'pt-PT' ? 'pt' : name);
  const language = createLanguage(knowledge, name === 'pt-BR' || name === 'pt-PT' ? { variety: name } : {});
  const { shapes, sentences } = shapesOf(name);
  it.each(shapes.map((one) => [one.verdict === '' ? 'none' : one.verdict, one.shape, one] as const))('%s: %s', (_, shape, one) => {
    const faults = sentences(shape).flatMap((sentence) => {
      const found = faultOf(language, sentence, one);
      return found ? [`${found.fault}: ${sentence} → ${found.told}`] : [];
    });
    expect(faults).toEqual([]);
  });
});
