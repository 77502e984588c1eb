import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../scripts/browsers';
import { replyScene, SCENES } from '../../scripts/tour';
import { ask } from '../../scripts/tour/reminder';
import { BODY, openReply, send, typeReply } from '../../scripts/tour/steps';
import { click, clickIn, draftOf, panelFrame, start, textsOf, until } from './harness';

let session: Session;
beforeAll(async () => { session = await start(); });
afterAll(() => session.close());

describe('the main job on the practice inbox', () => {
  it.each(SCENES)('in $lang: reads, marks, replaces, undoes, keeps, inserts, sends', async (scene) => {
    const seen: string[] = [];
    await replyScene(session, scene, (step) => seen.push(step), null);
    expect(seen).toHaveLength(7);
    const page = await session.open('options.html');
    const { promises } = await ask<{ promises: { text: string; status: string; due: { start: string } | null; customer: { name: string } }[] }>(page, 'promise.list', { which: 'open' });
    const kept = promises.find(({ customer }) => customer.name === scene.customer);
    expect(kept?.text).toContain(scene.promise);
    expect(kept?.status).toBe('open');
    const due = Temporal.Instant.from(kept?.due?.start ?? '').toZonedDateTimeISO(Temporal.Now.timeZoneId());
    expect([due.hour, due.minute]).toEqual([15, 0]);
    expect(due.toPlainDate().toString()).toBe(Temporal.Now.plainDateISO().add({ days: 1 }).toString());
    await page.close();
  });

  it('in a plain textarea: marks beside the text, replaces, one undo', async () => {
    const scene = SCENES[3]!;
    const page = await session.open(`practice.html#/conversation/pl-paczka-na-piatek`);
    await click(page, '#reply-open');
    await page.select('#editor-kind', 'plain');
    await click(page, BODY);
    const panel = await panelFrame(page);
    await typeReply(page, scene.paragraphs);
    await until('the mark', async () => (await textsOf(panel, '.mark .mark-words')).find((text) => text.includes('niedogodności')));
    const before = await draftOf(page, BODY);
    await clickIn(panel, '.mark', 'niedogodności', '.take');
    await until('the words replaced', async () => !(await draftOf(page, BODY)).includes(scene.marked));
    await click(page, BODY);
    for (let press = 0; press < 2 && (await draftOf(page, BODY)) !== before; press += 1) {
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    }
    expect(await draftOf(page, BODY)).toBe(before);
    await page.close();
  });

  it('keeps a promise by its key, and offers one that was sent unkept', async () => {
    const scene = SCENES[0]!;
    const { page, panel } = await openReply(session, { ...scene, conversation: 'en-locked-out', customer: 'Samuel Adeyemi' });
    await typeReply(page, ['Hi Samuel,', 'I will send you both invoices today.', 'I will call you on Friday at 10 am.']);
    await until('both promises', async () => (await textsOf(panel, '.promise')).length === 2);
    await page.keyboard.down('Alt');
    await page.keyboard.down('Shift');
    await page.keyboard.press('KeyK');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Alt');
    await until('the promise at the caret kept', async () => (await textsOf(panel, '.promise.is-kept')).find((text) => text.includes('Friday')));
    await send(page);
    const offered = await until('the other one offered', async () => (await textsOf(panel, '.is-asking .promise')).at(0));
    expect(offered).toContain('send you both invoices today');
    const options = await session.open('options.html');
    const { promises } = await ask<{ promises: { text: string }[] }>(options, 'promise.list', { which: 'tentative' });
    expect(promises.map(({ text }) => text).join()).toContain('both invoices');
    await options.close();
    await page.bringToFront();
    await clickIn(panel, '.is-asking .promise', 'both invoices', '[data-main]');
    await until('it is asked no more', async () => !(await textsOf(panel, '.is-asking .promise')).some((text) => text.includes('both invoices')));
    await page.close();
  });

  it('shows a reason and alternatives where the mark stands, and takes one by Enter', async () => {
    const { page } = await openReply(session, { ...SCENES[0]!, conversation: 'en-which-plan', customer: 'Priya Nair' });
    await typeReply(page, ['Hi Priya,', 'Please do not hesitate to contact us.']);
    const before = await draftOf(page, BODY);
    await until('a highlight', () => page.evaluate(() => CSS.highlights.size > 0));
    const key = async (code: 'ArrowDown' | 'Enter') => {
      await page.keyboard.down('Alt');
      await page.keyboard.down('Shift');
      await page.keyboard.press(code);
      await page.keyboard.up('Shift');
      await page.keyboard.up('Alt');
    };
    await key('ArrowDown');
    await key('Enter');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await page.keyboard.press('Enter');
    await until('the words replaced', async () => (await draftOf(page, BODY)) !== before && !(await draftOf(page, BODY)).includes('do not hesitate'));
    await page.close();
  });
});
