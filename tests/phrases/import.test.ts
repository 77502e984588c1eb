/** What teams have already → phrases; and every loss told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../utils/phrases/export';
import { describeNote, importPhrases } from '../../utils/phrases/import';
import type { Imported } from '../../utils/phrases/import';
import { checkPack } from '../../utils/phrases/pack';
import { good, packs, read } from './packs';

const importText = (name: string, text: string, more: { ids?: string[]; shortcuts?: string[] } = {}): Promise<Imported> => importPhrases(name, new TextEncoder().encode(text), { lang: 'en', ...more });
const told = ({ notes }: Imported): string[] => notes.map(describeNote);
const shown = ({ phrases }: Imported) => phrases.map(({ title, shortcut, tags, text }) => [title, shortcut, tags, text]);

describe('Text Blaze', () => {
  it('folders are tags, fields are our variables, commands are told', async () => {
    const found = await importText('snippets.json', JSON.stringify({ version: 7, folders: [{ name: 'Returns', snippets: [
      { name: 'Hello', shortcut: '/hi', type: 'text', text: 'Hi {formtext: name=First name; default=there},\n{cursor}about {formtext: name=Ticket ID}: {formmenu: yes; no; name=answer} {time: YYYY} {formtext: name=Colour; default=red} {formtext: name=Size}{note}for us{endnote}{if: {=x}}later{endif}' },
      { name: 'Rich', shortcut: '/hi', type: 'html', text: 'plain', html: '<p>Dear {formtext: name=customer name}</p>' },
    ] }] }));
    expect(found.format).toBe('textblaze');
    expect(shown(found)[0]?.slice(0, 3)).toEqual(['Hello', 'hi', ['Returns']]);
    expect(found.phrases[0]?.text).toContain('Hi {first_name|there},\nabout {ticket}: yes [time: YYYY] red [Size]');
    expect(shown(found)[1]).toEqual(['Rich', null, ['Returns'], 'Dear {name}']);
    expect(told(found)).toEqual(expect.arrayContaining([
      'folders[0].snippets[0], Hello: the place of the cursor was not carried',
      'folders[0].snippets[0], Hello: of the choices yes, no the first was taken',
      'folders[0].snippets[0], Hello: "time: YYYY" can\'t be carried; it stands in the text as [time: YYYY]',
      'folders[0].snippets[0], Hello: the field "Colour" became the text that was its default',
      'folders[0].snippets[0], Hello: the variable "Size" stands in the text as [Size]: fill it in by hand',
      'folders[0].snippets[0], Hello: "note: for us" can\'t be carried and was taken out',
      'folders[0].snippets[0], Hello: the shortcut "/hi" became "hi"',
      'folders[0].snippets[1], Rich: the shortcut "/hi" was not taken: it is in use already, or has no letters or digits',
    ]));
  });
});

describe('Zendesk macros', () => {
  it('API: the comment is the text, the folders of the title are tags, every other action is told', async () => {
    const found = await importText('macros.json', JSON.stringify({ macros: [
      { id: 1, title: 'Billing::Refund::Done', active: true, actions: [{ field: 'status', value: 'solved' }, { field: 'comment_value_html', value: '<p>Hi {{ticket.requester.first_name}},</p><p>re #{{ticket.id}} {{dc.footer}}<br>{{current_user.name}}</p>' }, { field: 'comment_mode_is_public', value: 'true' }] },
      { id: 2, title: 'Close', active: false, actions: [{ field: 'status', value: 'solved' }] },
      { id: 3, title: 'Chat', active: true, actions: [{ field: 'comment_value', value: ['channel:chat', 'Hello {{ticket.requester.name | default: "you"}}'] }] }, 7,
    ], count: 3 }));
    expect(found.format).toBe('zendesk');
    expect(shown(found)).toEqual([['Done', null, ['Billing', 'Refund'], 'Hi {first_name},\n\nre #{ticket} [dc.footer]\n{agent}'], ['Chat', null, [], 'Hello {name|you}']]);
    expect(told(found)).toEqual([
      'macros[3]: left out: it is not written as this format has it',
      'macros[0], Billing::Refund::Done: not carried: status (solved)',
      'macros[0], Billing::Refund::Done: the variable "dc.footer" stands in the text as [dc.footer]: fill it in by hand',
      'macros[1], Close: it was switched off where it comes from', 'macros[1], Close: not carried: status (solved)', 'macros[1], Close: left out: it has no text',
    ]);
  });
  it('CSV', async () => {
    const found = await importText('macros.csv', 'Macro ID,Macro title,Active,Comment,Status\r\n1,Shipping::Late,TRUE,"Hi {{ticket.requester.first_name}}, ""soon""\r\nok",open\r\n2,Old,FALSE,x,\r\n');
    expect(found.format).toBe('zendesk');
    expect(shown(found)).toEqual([['Late', null, ['Shipping'], 'Hi {first_name}, "soon"\nok'], ['Old', null, [], 'x']]);
    expect(told(found)).toEqual(['row 2, Late: not carried: status (open)', 'row 3, Old: it was switched off where it comes from']);
  });
});

describe('Briskine', () => {
  it('CSV as its help describes it', async () => {
    const found = await importText('templates.csv', 'id,title,shortcut,subject,to,cc,bcc,tags,body,body_plain_text\n1,Say hello,h,Welcome,,,,"en,greetings","<div>Hello {{to.first_name}},</div><div><br></div><div>{{choice \'Best, Bye\'}}</div><div>{{from.first_name}}</div>",x\n');
    expect(found.format).toBe('briskine');
    expect(shown(found)).toEqual([['Say hello', 'h', ['en', 'greetings'], 'Hello {first_name},\n\nBest\n{agent}']]);
    expect(told(found)).toEqual(['row 2, Say hello: not carried: subject (Welcome)', 'row 2, Say hello: of the choices Best, Bye the first was taken']);
  });
  it('JSON', async () => {
    const found = await importText('templates.json', JSON.stringify([{ title: 'KR', shortcut: 'kr', body: '<div>Kind regards</div>', tags: [{ title: 'end' }], attachments: [{ name: 'logo.pdf' }], cc: 'a@b.example' }]));
    expect(found.format).toBe('briskine');
    expect(shown(found)).toEqual([['KR', 'kr', ['end'], 'Kind regards']]);
    expect(told(found)).toEqual(['[0], KR: not carried: cc (a@b.example)', '[0], KR: an attachment was not carried (logo.pdf)']);
  });
});

describe('Espanso', () => {
  it('match files: fixed values are put in, what asks the machine is shown', async () => {
    const found = await importText('base.yml', `
global_vars:
  - { name: us, type: echo, params: { echo: the desk } }
imports: ["../x.yml"]
matches:
  - trigger: ":hi"
    replace: "Hi {{who.name}}, {{us}} here. {{clip}} $|$"
    vars: [{ name: clip, type: clipboard }, { name: who, type: form, params: { layout: "[[name]]" } }]
  - triggers: [":ok", ":okay"]
    label: Fine
    search_terms: [yes]
    form: "Dear [[name]], [[thing]]"
  - trigger: ":pic"
    image_path: "/x.png"
  - 5
`);
    expect(found.format).toBe('espanso');
    expect(shown(found)).toEqual([[':hi', 'hi', [], 'Hi {name}, the desk here. [clip]'], ['Fine', 'ok', ['yes'], 'Dear {name}, [thing]']]);
    expect(told(found)).toEqual([
      'not carried: imports (["../x.yml"])', 'matches[3]: left out: it is not written as this format has it',
      'matches[0], :hi: the place of the cursor was not carried', 'matches[0], :hi: the variable "clip" stands in the text as [clip]: fill it in by hand', 'matches[0], :hi: the shortcut ":hi" became "hi"',
      'matches[1], Fine: the shortcut ":okay" was not taken: it is in use already, or has no letters or digits', 'matches[1], Fine: the variable "thing" stands in the text as [thing]: fill it in by hand', 'matches[1], Fine: the shortcut ":ok" became "ok"',
      'matches[2], :pic: not carried: image_path (/x.png)', 'matches[2], :pic: left out: it has no text',
    ]);
  });
  it('YAML that is none, or unfolds without end, is told', async () => {
    expect(told(await importText('a.yml', 'matches: [\n'))).toEqual(['can\'t be read: not YAML from line 2, column 1 on']);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i] ?? ''},`.repeat(9)}]`).join('\n')}\nmatches: *h\n`;
    expect((await importText('a.yml', bomb)).notes[0]?.code).toBe('unreadable');
  });
});

describe('tables, texts and pages', () => {
  it('a table made by hand: columns by their names in four languages, semicolons too', async () => {
    const found = await importText('respostas.csv', 'Título;Texto;Atalho;Dono\nOlá;"Olá {nome}, o pedido {número}";ola;Rui\n;;;\nVazio;;v;\n');
    expect(shown(found)).toEqual([['Olá', 'ola', [], 'Olá {first_name}, o pedido [número]']]);
    expect(told(found)).toEqual(['row 2, Olá: not carried: dono (Rui)', 'row 2, Olá: the variable "número" stands in the text as [número]: fill it in by hand', 'row 4, Vazio: left out: it has no text']);
    expect(told(await importText('x.csv', 'a,b\n1,2'))).toEqual(['no column holds the text; call it "text" in the first row']);
  });
  it('texts out of Gmail, one or several', async () => {
    expect(shown(await importText('Late parcel.txt', 'Hello,\n\nit is late.'))).toEqual([['Late parcel', null, [], 'Hello,\n\nit is late.']]);
    const found = await importText('canned.txt', 'Thanks\n\nThank you, {name}.\n---\nSubject: Late\nIt is late.\n=====\nJust this one here.');
    expect(shown(found)).toEqual([['Thanks', null, [], 'Thank you, {name}.'], ['Late', null, [], 'It is late.'], ['Just this one here.', null, [], 'Just this one here.']]);
    expect(told(found)).toEqual(['part 2, Late: not carried: subject (Late)']);
  });
  it('pages: paragraphs, lists, addresses of links; what is not shown is told, nothing is ever run', async () => {
    const found = await importText('p.html', '<html><head><title>Late</title><style>p{}</style></head><body><div dir="ltr">Hi&nbsp;there,<div><br></div><div>see <a href="https://a.example/x?y=1&amp;z">our page</a> or <a href="https://a.example">https://a.example/</a></div><ol><li>one</li><li>two<ul><li>in &lt;there&gt;</li></ul></li></ol><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><img src="x.png"><script>alert(1)</script><b>Bye</b></div></body></html>');
    expect(found.phrases.map(({ text }) => text)).toEqual(['Hi there,\n\nsee our page (https://a.example/x?y=1&z) or https://a.example/\n\n1. one\n2. two\n  - in <there>\n\na | b\nc | d\n\nBye']);
    expect(told(found)).toEqual(['Late: a table became lines of text', 'Late: a picture was not carried (x.png)', 'Late: what the page does not show was not carried (script)', 'Late: bold, colours and the like were not carried']);
    expect((await importText('lead.html', '<style>p{}</style><p>before</p><h2>One</h2>first<h2>Two</h2>second')).phrases.map(({ text }) => text)).toEqual(['before', 'first', 'second']);
    expect(shown(await importText('two.html', '<h1>All</h1><p>x</p><h2>One</h2><p>first</p><h2>Two</h2><p>second</p>')).map(([title]) => title)).toEqual(['All', 'One', 'Two']);
  });
  it('what is none of these is told, and what is in use is not taken twice', async () => {
    expect(told(await importText('x.json', '{"a":1}'))[0]).toMatch(/^none of the formats/);
    expect(told(await importText('x.json', '{"a":'))).toEqual(['can\'t be read: not JSON from line 1, column 6 on']);
    expect(told(await importText('x.csv', ''))).toEqual(['can\'t be read: the file is empty']);
    const found = await importText('a.csv', 'title,text,shortcut\nOne,Eins,Hi\nOne,Zwei,hi\n', { ids: ['import.one'], shortcuts: ['HI'] });
    expect(found.phrases.map(({ id, shortcut }) => [id, shortcut])).toEqual([['import.one-2', null], ['import.one-3', null]]);
  });
});

describe('laws', () => {
  it('our own table brings every phrase back as it was', async () => {
    await fc.assert(fc.asyncProperty(packs, async (pack) => {
      const found = await importPhrases('x.csv', new TextEncoder().encode(csvOf(pack)), { lang: 'en' });
      expect(told(found)).toEqual(pack.phrases.length === 0 ? ['nothing to import was found in it'] : []);
      expect(found.phrases).toEqual(pack.phrases);
    }), { numRuns: 80 });
    const pack = read(good());
    expect((await importText('x.csv', csvOf(pack))).phrases).toEqual(pack.phrases);
  });
  it('no cell of it is a formula', () => {
    const texts = ['=1+1', '+1', '-1', '@x', '\'=1', 'fine'];
    const table = csvOf(read({ keepword: 1, id: 'a', name: 'A', version: '1', languages: ['en'], phrases: texts.map((text, i) => ({ id: `p.${i}`, title: text, text })) }));
    expect(table.split(/[,\r\n]+/).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
  });
  it('whatever is in a file, what comes out of it is accepted by the pack\'s own check, and nothing disappears untold', async () => {
    const scrap = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('{', '}', '{{', '}}', '{first_name}', '{{ticket.id}}', '<b>', '<script>x</script>', '&amp;', '[[x]]', '$|$', '{if: x}', '\u202e', '\u0000', 'ok', '\n\n', '| ', 'https://a.example', '<a href="javascript:x">y</a>'));
    const body = fc.array(scrap, { maxLength: 8 }).map((parts) => parts.join(''));
    const entry = fc.record({ name: body, body, shortcut: fc.string({ maxLength: 8 }), html: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (entries) => {
      const file = JSON.stringify({ folders: [{ name: 'F', snippets: entries.map((one) => ({ name: one.name, shortcut: one.shortcut, type: one.html ? 'html' : 'text', text: one.body, html: one.body })) }] });
      const { phrases, notes } = await importText('x.json', file);
      const result = checkPack({ keepword: 1, id: 'x', name: 'X', version: '1', languages: ['en'], phrases: phrases.map((phrase) => Object.fromEntries(Object.entries(phrase).filter(([, value]) => value !== null))) });
      expect(result.ok ? [] : result.errors).toEqual([]);
      const leftOut = notes.filter(({ code }) => ['text_missing', 'text_long', 'refused'].includes(code)).length;
      expect(phrases.length + leftOut).toBe(entries.length);
    }), { numRuns: 150 });
  });
});
