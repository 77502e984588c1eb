/** Variables as others write them → ours. What has none of ours stays in the text in square brackets, where the agent sees it, and is told. */
import { fold } from '../../language';
import { VARIABLES } from '../pack/check';
import type { Notes } from './notes';
import type { Dialect } from './types';

/** Names of other tools, and what people call such fields in four languages; folded, words apart by a blank. */
const NAMES: readonly (readonly [ours: string, theirs: string])[] = [
  ['first_name', 'ticket requester first name|requester first name|to first name|to 0 first name|first name|firstname|customer first name|client first name|contact first name|recipient first name|customer firstname|ticket customer firstname|nome|primeiro nome|nome proprio|imie|imie klienta'],
  ['name', 'ticket requester name|requester name|to name|to full name|to 0 name|name|full name|customer|customer name|client name|client|contact name|recipient name|recipient|ticket customer name|nome completo|nome do cliente|cliente|imie i nazwisko|klient'],
  ['agent', 'current user name|current user first name|agent name|agent first name|ticket assignee name|ticket assignee first name|from name|from first name|from full name|account name|account first name|agent|my name|your name|sender|sender name|user name|signature name|atendente|agente|meu nome|operador|assistente|konsultant|konsultantka|moje imie|agent signature'],
  ['ticket', 'ticket id|ticket|ticket number|case|case id|case number|ticket no|reference|reference number|numero do ticket|numero do pedido de suporte|protocolo|numero de protocolo|numer zgloszenia|zgloszenie|nr zgloszenia'],
  ['product', 'product|product name|item|produto|nome do produto|produkt|nazwa produktu'],
];
const OURS: ReadonlyMap<string, string> = new Map(NAMES.flatMap(([ours, theirs]) => theirs.split('|').map((name) => [name, ours] as const)));

const plainName = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, ' ').trim();
function ours(name: string): string | null {
  return OURS.get(plainName(name)) ?? null;
}
/** No brace in a text is anything but one of our variables. */
const unbraced = (text: string): string => text.replaceAll('{', '[').replaceAll('}', ']');
const bracketed = (name: string): string => `[${unbraced(name).replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim()}]`;

/** A value that our variables may be put into the text by, kept apart from braces of the text's own until the end. */
const OPEN = '\ue000', CLOSE = '\ue001';
function put(name: string, fallback: string | null): string {
  return `${OPEN}${name}${fallback === null ? '' : `|${unbraced(fallback).replaceAll('|', '/')}`}${CLOSE}`;
}
const done = (text: string): string => unbraced(text).replaceAll(OPEN, '{').replaceAll(CLOSE, '}');

export function translated(text: string, dialect: Dialect, notes: Notes, values?: ReadonlyMap<string, string | null>): string {
  const clean = text.replace(/[\ue000\ue001]/g, '');
  switch (dialect) {
    case 'none': return done(clean);
    case 'keepword': return done(ownBraces(mustache(clean, notes), notes));
    case 'mustache': return done(mustache(clean, notes));
    case 'textblaze': return done(blaze(clean, notes));
    case 'espanso': return done(espanso(clean, notes, values ?? new Map()));
  }
}

function unknown(name: string, notes: Notes): string {
  notes.add('variable_text', { name: name.trim() });
  return bracketed(name);
}

/** Zendesk, Briskine and others: {{ticket.requester.first_name}}, {{{x}}}, {{#if x}} … {{/if}}, {{moment add='7;days'}}, Liquid's {% … %}. */
function mustache(text: string, notes: Notes): string {
  return text.replace(/\{%-?([^{}]{0,300}?)-?%\}/g, (_whole, inside: string) => lost(inside, notes))
    .replace(/\{?\{\{([^{}]{0,300})\}\}\}?/g, (_whole, written: string) => {
      const inside = written.trim();
      if (/^[#/^!>]|^else\b/.test(inside)) return lost(inside, notes);
      const choice = /^choice\s+['"]([^'"]*)['"]/.exec(inside)?.[1];
      if (choice !== undefined) {
        notes.add('choice_first', { found: choice });
        return choice.split(',')[0]?.trim() ?? '';
      }
      const [name = '', ...filters] = inside.split('|').map((part) => part.trim());
      const fallback = filters.map((filter) => /^default\s*:?\s*['"]([^'"]*)['"]/.exec(filter)?.[1]).find((value) => value !== undefined) ?? null;
      const known = ours(name);
      return known === null ? unknown(name === '' ? inside : name, notes) : put(known, fallback);
    });
}
function lost(inside: string, notes: Notes): string {
  notes.add('command_lost', { name: inside.trim() });
  return '';
}

/** Our own form in a table made by hand: what we know stays, what others call so is mapped, the rest is shown. */
function ownBraces(text: string, notes: Notes): string {
  return text.replace(/\{([^{}]{1,400})\}/g, (_whole, inside: string) => {
    const name = (inside.split(/[|:]/, 1)[0] ?? '').trim();
    if (inside.startsWith('form:') || /^(?:me|you):[^|]*\|/.test(inside) || VARIABLES.has(name)) return `${OPEN}${inside}${CLOSE}`;
    const bar = inside.indexOf('|'), known = ours(name);
    return known === null ? unknown(inside, notes) : put(known, bar < 0 ? null : inside.slice(bar + 1));
  });
}

/** Text Blaze: {formtext: name=Order; default=there}, {cursor}, {if: …}, {note}. Settings stand after a colon, apart by semicolons. */
function blaze(text: string, notes: Notes): string {
  const withoutNotes = text.replace(/\{note(?::[^{}]*)?\}([\s\S]{0,4000}?)\{endnote\}/gi, (_whole, inside: string) => {
    notes.add('command_lost', { name: `note: ${inside}` });
    return '';
  });
  return withoutNotes.replace(/\{([^{}]{1,600})\}/g, (_whole, inside: string) => command(inside, notes));
}
function command(inside: string, notes: Notes): string {
  const [, word = '', settings = ''] = /^\s*([a-z]+|=)\s*:?([\s\S]*)$/i.exec(inside) ?? [];
  const parts = settings.split(';').map((part) => part.trim());
  const setting = (name: string): string | null => parts.map((part) => new RegExp(`^${name}\\s*=([\\s\\S]*)$`, 'i').exec(part)?.[1]?.trim()).find((value) => value !== undefined) ?? null;
  const kind = word.toLowerCase();
  if (kind === 'cursor') {
    notes.add('cursor_lost');
    return '';
  }
  if (/^form(?:text|paragraph|date)$/.test(kind)) return field(setting('name') ?? parts[0] ?? '', setting('default'), notes);
  if (kind === 'formmenu') {
    const first = setting('default') ?? parts.find((part) => part !== '' && !/^(?:name|multiple|cols|width|values|formatter|itemformatter)\s*=/i.test(part)) ?? '';
    notes.add('choice_first', { found: parts.filter((part) => !part.includes('=') || /^default=/i.test(part)).join(', ') });
    return first.replace(/^default\s*=/i, '');
  }
  if (/^(?:if|elseif|else|endif|repeat|endrepeat|endformtoggle|formtoggle|action|key|click|wait|endaction)$/.test(kind)) return lost(inside, notes);
  if (kind === 'user' || kind === 'site') {
    const known = kind === 'user' ? 'agent' : null;
    if (known !== null && /name/i.test(settings)) return put(known, null);
  }
  const known = ours(inside);
  if (known !== null) return put(known, null);
  notes.add('command_text', { name: inside.trim() });
  return bracketed(inside);
}
function field(name: string, fallback: string | null, notes: Notes): string {
  const known = ours(name);
  if (known !== null) return put(known, fallback);
  if (fallback === null || fallback === '') return unknown(name === '' ? '…' : name, notes);
  notes.add('variable_default', { name: name === '' ? '…' : name });
  return fallback;
}

/** Espanso: {{var}} with its own values, [[field]] of a form, $|$ for the cursor. */
function espanso(text: string, notes: Notes, values: ReadonlyMap<string, string | null>): string {
  return text.replaceAll('$|$', () => {
    notes.add('cursor_lost');
    return '';
  }).replace(/\{\{([^{}]{1,200})\}\}/g, (_whole, inside: string) => {
    const name = inside.trim(), value = values.get(name) ?? values.get(name.split('.')[0] ?? '');
    const known = ours(name.split('.').at(-1) ?? name);
    if (typeof value === 'string') return value;
    return known === null ? unknown(name, notes) : put(known, null);
  }).replace(/\[\[([^[\]]{1,200})\]\]/g, (_whole, name: string) => {
    const known = ours(name);
    return known === null ? unknown(name, notes) : put(known, null);
  });
}
