/** Texts that people copied out of a mail program: one file one phrase, or several divided by lines of dashes; HTML by its headings. */
import { looksLikeHtml } from './html';
import type { Read } from './json';
import { Notes } from './notes';
import type { Found } from './types';

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[_]+/g, ' ').trim();

/** A part begins with its title where a first line stands by itself; "Subject: …" is told and left out of the text. */
export function fromText(text: string, file: string): Read {
  const parts = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').split(/^[ \t]*(?:-{3,}|={3,}|_{3,}|\*{3,})[ \t]*$/m).map((part) => part.trim()).filter((part) => part !== '');
  const found = parts.map((part, i): Found => {
    const lines = part.split('\n'), subject = /^(?:subject|assunto|temat)\s*:\s*(.*)$/i.exec(lines[0] ?? '')?.[1];
    const titled = subject === undefined && parts.length > 1 && lines.length > 2 && lines[1]?.trim() === '' && (lines[0] ?? '').length <= 80 && !/[,.!?]$/.test(lines[0]?.trim() ?? '');
    const title = subject ?? (titled ? lines[0]?.replace(/^#+\s*/, '').trim() : parts.length === 1 ? nameOf(file) : undefined) ?? firstWords(part);
    const notes = new Notes(parts.length === 1 ? '' : `part ${i + 1}`, title);
    if (subject !== undefined) notes.add('field_lost', { name: 'subject', value: subject });
    return { title, shortcut: null, tags: [], body: (subject !== undefined || titled ? lines.slice(1) : lines).join('\n').trim(), html: false, dialect: 'keepword', notes };
  });
  return { format: 'text', found, notes: [] };
}

/** A page with headings is several phrases, each under its heading; one without is one. */
export function fromHtml(html: string, file: string): Read {
  const pieces = html.split(/<h[1-3](?:\s[^<>]*)?>/i);
  if (pieces.length < 3) {
    const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() || nameOf(file);
    return { format: 'html', found: [{ title, shortcut: null, tags: [], body: html, html: true, dialect: 'keepword', notes: new Notes('', title) }], notes: [] };
  }
  // What stands before the first heading is a phrase too, if there is anything to read in it.
  const [before = ''] = pieces, lead = before.replace(/<(head|style|script)[\s>][\s\S]*?<\/\1>/gi, '').replace(/<[^<>]*>|&nbsp;|\s/g, '') === '' ? [] : [before];
  const found = pieces.slice(1).map((piece, i): Found => {
    const [heading = '', ...rest] = piece.split(/<\/h[1-3]>/i), title = heading.replace(/<[^<>]*>/g, '').trim();
    return { title, shortcut: null, tags: [], body: rest.join(''), html: true, dialect: 'keepword', notes: new Notes(`part ${i + 1}`, title) };
  });
  const first = lead.map((body): Found => ({ title: '', shortcut: null, tags: [], body, html: true, dialect: 'keepword', notes: new Notes('part 0', '') }));
  return { format: 'html', found: [...first, ...found], notes: [] };
}

function firstWords(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s\S*$/, '')}…`;
}

export function isHtml(text: string): boolean {
  return /^\s*(?:<!doctype html|<html)/i.test(text) || (text.trimStart().startsWith('<') && looksLikeHtml(text));
}
