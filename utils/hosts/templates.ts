/**
 * Templates for addresses and ids, in place of regular expressions: nothing here can run long. Literal text, `*` for
 * anything without a slash, `**` for anything, and `{id}`, `{id:digits}`, `{id:word}`, `{id:hex}`, `{id:key}`, `{id:line}` for the part
 * that is wanted. At most three stars.
 */
const CLASSES: Readonly<Record<string, string>> = {
  segment: '[^/?#&;"\\s]{1,200}',
  digits: '\\d{1,20}',
  word: '\\w{1,64}',
  hex: '[0-9a-f-]{8,64}',
  line: '[^\\n]{1,300}',
  key: '[A-Z][A-Z0-9]{1,20}-\\d{1,9}',
};

const compiled = new Map<string, RegExp>();

/** @throws on an unknown class, no {id} or more than three stars: a fault in the data, found by its test. */
export function compileTemplate(template: string): RegExp {
  const known = compiled.get(template);
  if (known) return known;
  if ((template.match(/\*+/gu) ?? []).length > 3) throw new Error(`${template}: more than three stars`);
  let ids = 0;
  const source = template.replace(/\{id(?::(\w+))?\}|\*\*|\*|[.*+?^${}()|[\]\\]/gu, (sign, name?: string) => {
    if (sign === '**') return '.*?';
    if (sign === '*') return '[^/]*?';
    if (!sign.startsWith('{id')) return `\\${sign}`;
    ids += 1;
    const wanted = CLASSES[name ?? 'segment'];
    if (wanted === undefined) throw new Error(`${template}: no class ${name ?? ''}`);
    return `(${wanted})`;
  });
  if (ids !== 1) throw new Error(`${template}: needs exactly one {id}`);
  const pattern = new RegExp(source, 'u');
  compiled.set(template, pattern);
  return pattern;
}

/** The {id} part of `text`, or null. Texts over 4,000 characters are cut before they are looked at. */
export function idIn(text: string, template: string): string | null {
  return compileTemplate(template).exec(text.slice(0, 4000))?.[1] ?? null;
}

/** Does an address fit a browser match pattern ("https://*.zendesk.com/agent/*")? One that names a port fits that port alone. */
export function fitsPattern(address: string, pattern: string): boolean {
  const parts = /^(\*|https?):\/\/([^/]+)(\/.*)$/u.exec(pattern);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!parts || !url) return false;
  const [, scheme = '', host = '', path = ''] = parts;
  const schemes = scheme === '*' ? ['http:', 'https:'] : [`${scheme}:`];
  const sameHost = host === '*' || (host.startsWith('*.') ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : (host.includes(':') ? url.host : url.hostname) === host);
  return schemes.includes(url.protocol) && sameHost && fitsGlob(url.pathname + url.search, path);
}

function fitsGlob(text: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (index === rest.length - 1) return part === '' || (text.endsWith(part) && text.length - part.length >= at);
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}
