import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../utils/language';
import { compileLenient } from '../../utils/rules/compile';
import { yamlOf } from './help';
import { read, type Group } from './said';

const { knowledge } = await compileLenient('pt');

describe.each(['pt-BR', 'pt-PT'] as const)('what is written to customers in %s', (variety) => {
  const language = createLanguage(knowledge, { variety });
  const groups = ['dates-said', 'dates-said-more', 'dates-said-third', 'dates-said-fourth', 'dates-said-fifth', 'dates-said-sixth'].flatMap((name) => yamlOf<readonly Group[]>(`tests/corpus/${variety}/${name}.yaml`));
  it.each(groups.flatMap((group) => (group.said ?? []).map((row) => [row[0], row, group] as const)))('%s', (_, row, group) => {
    const { wanted, found } = read(language, row, group);
    expect(found).toEqual(wanted);
  });
  it.each(groups.flatMap((group) => (group.missed ?? []).map((row) => [row[0], row, group] as const)))('known to be missed: %s', (_, row, group) => {
    const { wanted, found } = read(language, row, group);
    expect(found).not.toEqual(wanted);
  });
  it.each(groups.flatMap((group) => (group.none ?? []).map((line) => [line, group] as const)))('no promise: %s', (line, group) => {
    expect(read(language, [line], group).found).toEqual([]);
  });
});
