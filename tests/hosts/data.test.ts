// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fitsPattern, idIn, known, practice, readQuote, type Candidates } from '../../utils/hosts';
import { hostMatches } from '../../utils/hosts/matches';
import { parseHost } from '../../utils/hosts/schema';

const all = [...known, practice];

describe('host files', () => {
  it.each(all.map((host) => [host.id, host] as const))('%s keeps to the schema, and its selectors parse', (_id, host) => {
    expect(() => parseHost(host)).not.toThrow();
    const lists: Candidates[] = [
      ...Object.values(host.read).filter((value): value is Candidates => Array.isArray(value)),
      ...Object.values(host.write),
      ...host.identity.flatMap(({ at }) => (typeof at === 'string' ? [] : [at])),
      ...(host.recognise ? [host.recognise] : []),
    ];
    for (const candidate of lists.flat()) {
      const selector = typeof candidate === 'string' ? candidate : candidate.selector;
      expect(() => document.createDocumentFragment().querySelector(selector), selector).not.toThrow();
    }
  });
  it('each id once, each named by its file', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
  it.each([
    [{ ...practice, match: ['<all_urls>'] }],
    [{ ...practice, write: { editor: ['<img src=x>'] } }],
    [{ ...practice, extra: 1 }],
    [{ ...practice, identity: [{ kind: 'thread', from: 'address', at: 'no id here' }] }],
    [{ ...practice, match: [], recognise: undefined }],
  ])('refuses %#', (data) => {
    expect(() => parseHost(data)).toThrow();
  });
  it('matches are patterns of https hosts, sorted', () => {
    const matches = hostMatches();
    expect(matches).toContain('https://mail.google.com/*');
    expect(matches).toEqual([...matches].sort());
    expect(matches.every((pattern) => pattern.startsWith('https://'))).toBe(true);
  });
});

describe('templates', () => {
  it.each([
    ['https://x/agent/tickets/102?a=1', '/agent/tickets/{id:digits}', '102'],
    ['/Ticket/Update.html?Action=Respond;id=5', '/Ticket/Update.html?**id={id:digits}', '5'],
    ['subTab_222', 'subTab_{id:digits}', '222'],
    ['#thread-f:1801', '#{id}', 'thread-f:1801'],
    ['https://a/browse/SUP-12', '/browse/{id:key}', 'SUP-12'],
    ['https://a/agent/tickets/', '/agent/tickets/{id:digits}', null],
  ])('%s by %s', (text, template, id) => {
    expect(idIn(text, template)).toBe(id);
  });
  it.each(['no id', '{id}{id}', '{id:nonsense}', '*a*b*c*{id}'])('%s is refused', (template) => {
    expect(() => idIn('x', template)).toThrow();
  });
  it.each([
    ['https://acme.zendesk.com/agent/tickets/1', 'https://*.zendesk.com/agent/*', true],
    ['https://acme.zendesk.com/hc/en', 'https://*.zendesk.com/agent/*', false],
    ['https://zendesk.com.evil.test/agent/', 'https://*.zendesk.com/agent/*', false],
    ['http://mail.google.com/', 'https://mail.google.com/*', false],
    ['https://zendesk.com/agent/', 'https://*.zendesk.com/agent/*', true],
  ])('%s against %s', (address, pattern, fits) => {
    expect(fitsPattern(address, pattern)).toBe(fits);
  });
});

describe('quotes', () => {
  it.each([
    ['On 2026-11-20 00:56, Margaret Ellis wrote:\n> Hello\n> there\n>> older', 'Margaret Ellis', 'Hello\nthere'],
    ['Em 20/11/2026 10:12, João Silva escreveu:\n> Boa tarde', 'João Silva', 'Boa tarde'],
    ['W dniu 20.11.2026 10:12, Maria Kowalska napisał(a):\n> Dzień dobry', 'Maria Kowalska', 'Dzień dobry'],
    ['On Tue, Nov 17, 2026 at 9:12 AM Ana Sousa <ana@customer.test> wrote:\n> Hi', 'Ana Sousa', 'Hi'],
    ['El mar, 17 nov 2026 a las 9:12, Ana Sousa (<ana@customer.test>) escribió:\n> Hola', 'Ana Sousa', 'Hola'],
    ['Le mar. 17 nov. 2026 à 09:12, Ana Sousa <ana@customer.test> a écrit :\n> Bonjour', 'Ana Sousa', 'Bonjour'],
    ['Il giorno mar 17 nov 2026 alle ore 09:12 Ana Sousa <ana@customer.test> ha scritto:\n> Buongiorno', 'Ana Sousa', 'Buongiorno'],
    ['Am 17.11.2026 um 09:12 schrieb Ana Sousa <ana@customer.test>:\n> Guten Tag', 'Ana Sousa', 'Guten Tag'],
  ])('%s', (text, name, message) => {
    expect(readQuote([{ kind: 'quote', text }])).toEqual({ name, message });
  });
  it('nothing quoted, nothing said', () => {
    expect(readQuote([])).toBeNull();
    expect(readQuote([{ kind: 'signature', text: '-- \nAna' }])).toBeNull();
  });
});
