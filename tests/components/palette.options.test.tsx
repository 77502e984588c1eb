// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { TRIGGER_PROBLEMS, triggerProblem } from '../../utils/phrases';
import { flat, SETTINGS } from './fixtures';
import { click, settle, type } from './mount';
import { closeAll, open } from './options';

afterEach(closeAll);

describe('the setting of the trigger', () => {
  const labelled = (all: <E extends Element>(selector: string) => E[], label: string) =>
    document.getElementById(all<HTMLLabelElement>('label').find((each) => each.textContent === label)?.htmlFor ?? '');
  const leave = (input: HTMLElement) => act(async () => input.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

  it('keeps a sound one when the field is left', async () => {
    const { all, saved } = await open('settings');
    const input = labelled(all, 'Signs that open the phrases') as HTMLInputElement;
    expect(input.value).toBe(';;');
    await type(input, '//');
    expect(saved()).toEqual([]);
    await leave(input);
    await settle();
    expect(saved()).toEqual([{ palette: { trigger: '//', expand: true } }]);
  });
  it.each(['', 'abc', '@@', '...', 'x y', ';;;;;'])('says at once why “%s” is none, and keeps the old one', async (typed) => {
    const { all, text, saved } = await open('settings');
    const input = labelled(all, 'Signs that open the phrases') as HTMLInputElement;
    await type(input, typed);
    expect(text()).toContain(flat('en')[`options_trigger_problem_${triggerProblem(typed)}`] ?? '?');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    await leave(input);
    expect(saved()).toEqual([]);
  });
  it('has a sentence for every problem', () => {
    expect(TRIGGER_PROBLEMS.filter((problem) => !(`options_trigger_problem_${problem}` in flat('en')))).toEqual([]);
  });
  it('switches shortcuts off', async () => {
    const { all, saved } = await open('settings', { settings: { ...SETTINGS, palette: { trigger: '//', expand: true } } });
    const box = all<HTMLLabelElement>('label').find((label) => label.textContent?.includes('/ok'))?.querySelector('input');
    await click(box as HTMLInputElement);
    expect(saved()).toEqual([{ palette: { trigger: '//', expand: false } }]);
  });
});
