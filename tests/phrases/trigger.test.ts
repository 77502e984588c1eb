import { describe, expect, it } from 'vitest';
import { shortcutAt, triggerAt, triggerProblem, USUAL_TRIGGER, type TriggerProblem } from '../../utils/phrases';

describe('a trigger', () => {
  it.each<readonly [string, TriggerProblem | null]>([
    [USUAL_TRIGGER, null], ['//', null], ['/', null], ['#', null], ['x;', null], ['!!/', null], ['+', null], ['%%', null], ['*&', null],
    ['', 'empty'], [';;;;;', 'long'], ['; ', 'blank'], ['abc', 'letters'], ['1', 'letters'], ['ż', 'letters'],
    ['@@', 'keys'], ['[[', 'keys'], ['{', 'keys'], ['~~', 'keys'], ['^', 'keys'], ['`', 'keys'], ['´', 'keys'], ['€', 'keys'], ['\\', 'keys'], ['|', 'keys'], ['«', 'keys'],
    ['...', 'ordinary'], ['?', 'ordinary'], ['--', 'ordinary'], [':)', 'ordinary'], ['>', 'ordinary'], ['->', 'ordinary'], ['()', 'ordinary'],
  ])('%j: %s', (trigger, problem) => {
    expect(triggerProblem(trigger)).toBe(problem);
  });

  it.each<readonly [string, string, number | null]>([
    ['', ';;', null], [';;', ';;', 0], ['Hi ;;', ';;', 3], ['Hi;;', ';;', 2], ['Line\n;;', ';;', 5], ['Hi ;', ';;', null], ['Hi ;; x', ';;', null], [';;;', ';;', null],
    ['https://', '//', null], ['see //', '//', 4], ['a &;;', ';;', null],
    ['and/', '/', null], ['/', '/', 0], ['and /', '/', 4], ['(/', '/', 1], ['ax;', 'x;', null], ['a x;', 'x;', 2], ['x', '', null],
  ])('%j ends in %j: %s', (before, trigger, start) => {
    expect(triggerAt(before, trigger)).toBe(start);
  });
});

describe('a shortcut typed in full', () => {
  it.each<readonly [string, string, string | null]>([
    [';third', ';;', 'third'], ['Hi Anna, ;third', ';;', 'third'], ['(;third', ';;', 'third'], ['\n;zażalenie', ';;', 'zażalenie'], [';a_1', ';;', 'a_1'],
    [';;third', ';;', null], ['word;third', ';;', null], ['&nbsp;third', ';;', null], ['; third', ';;', null], [';p', ';;', null], ['third', ';;', null], [';third ', ';;', null],
    ['/third', '//', 'third'], ['http://third', '//', null], ['xthird', 'x;', null], [`;${'a'.repeat(60)}`, ';;', null],
  ])('%j with %j: %s', (before, trigger, shortcut) => {
    const found = shortcutAt(before, trigger);
    expect(found?.shortcut ?? null).toBe(shortcut);
    if (found) expect(before.slice(found.start)).toBe(`${trigger.charAt(0)}${shortcut ?? ''}`);
  });
});
