/** HTML → the text a reader would see: paragraphs, lists, addresses of links. Nothing of it is ever rendered. */
import type { Parser } from 'htmlparser2';
import type { Notes } from './notes';

export type ParserClass = typeof Parser;

const BLOCKS: ReadonlySet<string> = new Set(['address', 'article', 'aside', 'blockquote', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'main', 'nav', 'section', 'tr']);
/** Blocks with an empty line around them. */
const APART: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'table', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote']);
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'select', 'textarea', 'button', 'video', 'audio', 'canvas']);
const FORMATTING: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'font', 'mark', 'small', 'sub', 'sup', 'big']);

class Writer {
  private text = '';
  /** Line ends owed before the next word. */
  private owed = 0;
  private space = false;
  private readonly lists: { ordered: boolean; item: number }[] = [];
  private link: { href: string; from: number } | null = null;
  private hidden = 0;
  private pre = 0;
  private cell = false;
  constructor(private readonly notes: Notes) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (HIDDEN.has(name)) {
      if (name !== 'head' && name !== 'style') this.notes.add('hidden_lost', { name });
      this.hidden += 1;
      return;
    }
    if (this.hidden > 0) return;
    if (FORMATTING.has(name) || /(?:^|;)\s*(?:color|background|font|text-decoration)/i.test(attributes['style'] ?? '')) this.notes.add('formatting_lost');
    if (name === 'br') this.lineEnd();
    else if (name === 'img') this.image(attributes);
    else if (name === 'a') this.link = { href: (attributes['href'] ?? '').trim(), from: this.text.length };
    else if (name === 'li') this.item();
    else if (name === 'td' || name === 'th') this.tableCell();
    else {
      if (name === 'table') this.notes.add('table_flattened');
      if (name === 'tr') this.cell = false;
      if (name === 'pre') this.pre += 1;
      if (name === 'ul' || name === 'ol') this.lists.push({ ordered: name === 'ol', item: 0 });
      this.boundary(name);
    }
  }

  close(name: string): void {
    if (HIDDEN.has(name)) { this.hidden = Math.max(0, this.hidden - 1); return; }
    if (this.hidden > 0) return;
    if (name === 'a') this.endLink();
    else if (name === 'li') this.owe(1);
    else {
      if (name === 'pre') this.pre = Math.max(0, this.pre - 1);
      if (name === 'ul' || name === 'ol') this.lists.pop();
      this.boundary(name);
    }
  }

  words(text: string): void {
    if (this.hidden > 0) return;
    if (this.pre > 0) {
      this.put(text);
      return;
    }
    for (const part of text.split(/([ \t\n\r\f]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n\r\f]/.test(part)) this.space = true;
      else this.put(part.replaceAll('\u00a0', ' '));
    }
  }

  end(): string {
    this.endLink();
    return this.text.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
  }

  private put(text: string): void {
    if (this.owed > 0) {
      if (this.text !== '') this.text += '\n'.repeat(this.owed);
      this.owed = 0;
    } else if (this.space && this.text !== '' && !/\s$/.test(this.text)) this.text += ' ';
    this.space = false;
    this.text += text;
  }
  private owe(lines: number): void {
    this.owed = Math.max(this.owed, lines);
    this.space = false;
  }
  private lineEnd(): void {
    // Two in a row are an empty line.
    this.owed = Math.min(this.owed + 1, 2);
    this.space = false;
  }
  private boundary(name: string): void {
    if (APART.has(name) && this.lists.length < 2) this.owe(2);
    else if (BLOCKS.has(name) || APART.has(name)) this.owe(1);
  }
  private item(): void {
    this.owe(1);
    const list = this.lists.at(-1);
    if (list !== undefined) list.item += 1;
    this.put(`${'  '.repeat(Math.max(0, this.lists.length - 1))}${list?.ordered === true ? `${list.item}.` : '-'}`);
    this.space = true;
  }
  private tableCell(): void {
    if (this.cell) this.put(' |');
    this.space = true;
    this.cell = true;
  }
  private image({ alt = '', src = '' }: Readonly<Record<string, string>>): void {
    this.notes.add('image_lost', { name: alt.trim() || (src.startsWith('data:') ? 'data:' : src) || 'img' });
    if (alt.trim() !== '') this.words(` ${alt.trim()} `);
  }
  /** "our page" → "our page (https://…)"; an address that is its own text stands once; one that leads nowhere is told. */
  private endLink(): void {
    const { link } = this;
    this.link = null;
    if (link === null || link.href === '') return;
    const shown = this.text.slice(link.from).trim();
    if (!/^(?:https?:|mailto:|tel:)/i.test(link.href)) {
      this.notes.add('command_lost', { name: link.href });
      return;
    }
    const address = link.href.replace(/^(?:mailto|tel):/i, '');
    const bare = (text: string): string => text.replace(/^https?:\/\//i, '').replace(/\/$/, '').toLowerCase();
    if (bare(shown) === bare(address)) return;
    if (shown === '') this.put(address);
    else this.text = `${this.text.trimEnd()} (${address})`;
  }
}

/** `parser`: htmlparser2's, handed in so that it is loaded only where there is HTML. */
export function textOfHtml(html: string, parser: ParserClass, notes: Notes): string {
  const writer = new Writer(notes);
  const reader = new parser({
    onopentag: (name, attributes) => { writer.open(name, attributes); },
    onclosetag: (name) => { writer.close(name); },
    ontext: (text) => { writer.words(text); },
  }, { decodeEntities: true });
  reader.end(html);
  return writer.end();
}

/** Does a text that could be either look like HTML? */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|div|br|span|a|ul|ol|li|b|strong|i|em|table|h[1-6]|img|font|u|blockquote)(?:\s[^<>]*)?\/?>/i.test(text) || /&(?:nbsp|amp|lt|gt|quot|#\d+);/i.test(text);
}
