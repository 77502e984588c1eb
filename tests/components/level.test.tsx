// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleView, SETTINGS } from './fixtures';
import { click } from './mount';
import { closeAll, open } from './panel';

afterEach(async () => {
  await closeAll();
  vi.restoreAllMocks();
});
const host = (change: object) => ({ id: 'desk', name: 'Desk', level: 'full', missing: [], ...change }) as const;

describe('how much of a page is read', () => {
  it.each([
    ['en', host({}), 'Desk: everything can be read', 'Conversation, customer, message and sending are all found.'],
    ['en', host({ level: 'partial', missing: ['customer', 'send'] }), 'Desk: partly readable', 'Not found here: who the customer is; the send button (you are asked whether it was sent).'],
    ['en', host({ level: 'generic', missing: ['conversation', 'customer', 'message', 'send'] }), 'Only your reply can be read here', 'which conversation this is'],
    ['en', host({ changed: ['send', 'name', 'address'] }), 'Desk has changed its page', 'Found here before, and no longer: the send button (you are asked whether it was sent); who the customer is. The rest works as always.'],
    ['pt-BR', host({ level: 'partial', missing: ['message', 'collapsed'] }), 'Desk: dá para ler em parte', 'a mensagem inteira (está recolhida: abra na página)'],
    ['pt-PT', host({ level: 'partial', missing: ['clipped'] }), 'Desk: é possível ler uma parte', 'o fim da mensagem (a página mostra apenas o início)'],
    ['pl', host({ changed: ['subject'] }), 'Desk: strona wygląda teraz inaczej', 'a teraz nie widać: tematu.'],
  ] as const)('%s %j', async (locale, at, title, what) => {
    const { button, text } = await open({ settings: { ...SETTINGS, language: locale } }, sampleView({ host: at }));
    await click(button(title));
    expect(text()).toContain(what);
    expect(text()).not.toMatch(/level_|panel_changed/u);
  });

  it('copies how the page is built, and shows what it copied', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: async (text: string) => void copied.push(text) } as never);
    const { button, place, commands, text } = await open({ answers: { 'reply.command': () => ({ ok: true, text: 'div.card' }) } }, sampleView({ host: host({}) }));
    await click(button('everything can be read'));
    await click(button('Copy diagnostic'));
    expect(commands().at(-1)).toEqual({ do: 'diagnose', key: 'a' });
    expect(copied).toEqual(['div.card']);
    expect(place.querySelector('textarea')?.value).toBe('div.card');
    expect(text()).toContain('nothing of who is on it');
  });

  it('selects it for the key where the browser refuses', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: () => Promise.reject(new Error('no')) } as never);
    const { button, place, text } = await open({ answers: { 'reply.command': () => ({ ok: true, text: 'div.card' }) } }, sampleView({ state: 'broken' }));
    await click(button('Copy diagnostic'));
    expect(text()).toContain('Ctrl+C');
    const field = place.querySelector('textarea');
    expect(document.activeElement).toBe(field);
    expect([field?.selectionStart, field?.selectionEnd]).toEqual([0, 8]);
  });

  it('says where it could not be had', async () => {
    const { button, place } = await open({}, sampleView({ state: 'broken' }));
    await click(button('Copy diagnostic'));
    expect(place.querySelector('[role=alert]')).not.toBeNull();
    expect(place.querySelector('textarea')).toBeNull();
  });
});
