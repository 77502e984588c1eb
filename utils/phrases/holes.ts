/** What a phrase leaves open: its variables as a short form asks for them, and its text with the holes shown. */
import { fill, formIn, textIn } from './fill';
import type { Gender, Matter, TextForm, Variables } from './fill';
import type { Phrase } from './types';

/** `me` and `you` are the agent's and the customer's gender, `form` the form of address; the rest is text. */
export type HoleName = 'first_name' | 'name' | 'greeting_name' | 'matter' | `matter.${keyof Matter}` | 'agent' | 'ticket' | 'product' | 'promise' | 'date' | 'me' | 'you' | 'form';

export interface Hole {
  readonly name: HoleName;
  /** What is known, or null. */
  readonly value: string | null;
  /** Without a value the phrase cannot be put in. */
  readonly needed: boolean;
  /** What there is to choose from, or null where text is typed. */
  readonly choices: readonly string[] | null;
}

const TEXTS: ReadonlySet<string> = new Set(['first_name', 'name', 'greeting_name', 'matter', 'agent', 'ticket', 'product', 'promise', 'date']);
const GENDERS: readonly Gender[] = ['f', 'm'];
const VARIABLE = /\{([^{}]*)\}/gu;
/** Signs of the private area around a hole while a text is filled; nobody types them. */
const FROM = '\ue0f0', TO = '\ue0f1';

/** The variables of the text that these values choose, in its order, each once; what must be given and is not comes as `needed`. */
export function holesOf(phrase: Phrase, variables: Variables): readonly Hole[] {
  const text = textIn(phrase, variables);
  const holes: Hole[] = [];
  const add = (hole: Hole): void => {
    const known = holes.findIndex(({ name }) => name === hole.name);
    if (known < 0) holes.push(hole);
    else if (hole.needed) holes[known] = hole;
  };
  const forms = formsOf(phrase);
  if (forms.length > 1 || text === undefined) add({ name: 'form', value: formIn(phrase, variables), needed: text === undefined, choices: forms });
  for (const [, inside = ''] of (text ?? '').matchAll(VARIABLE)) {
    const gendered = /^(me|you):/u.exec(inside)?.[1] as 'me' | 'you' | undefined;
    if (gendered) add({ name: gendered, value: variables[gendered] ?? null, needed: (variables[gendered] ?? null) === null, choices: GENDERS });
    const name = inside.split('|', 1)[0]?.trim() ?? '';
    if (!TEXTS.has(name) && !name.startsWith('matter.')) continue;
    const value = valueOf(name, variables);
    add({ name: name as HoleName, value, needed: value === null && !inside.includes('|'), choices: null });
  }
  return holes;
}

/** What still has to be given before the phrase can be put in. */
export function missingIn(phrase: Phrase, variables: Variables): readonly HoleName[] {
  return holesOf(phrase, variables).filter(({ needed }) => needed).map(({ name }) => name);
}

/** These variables with what was given in the form; empty text gives nothing. */
export function withGiven(variables: Variables, given: ReadonlyMap<HoleName, string>): Variables {
  const out: Record<string, unknown> = { ...variables };
  for (const [name, value] of given) {
    if (value.trim() === '') continue;
    if (!name.startsWith('matter')) out[name] = value.trim();
    else {
      const known = out['matter'];
      const forms: Record<string, string> = typeof known === 'object' && known !== null ? { ...(known as Record<string, string>) } : typeof known === 'string' ? { nom: known } : {};
      forms[name.slice('matter.'.length) || 'nom'] = value.trim();
      out['matter'] = forms;
    }
  }
  return out as Variables;
}

/** A piece of a phrase as it would be put in; `hole` names the variable that is still open there. */
export interface Piece {
  readonly text: string;
  readonly hole: HoleName | null;
}

/** The phrase filled as far as it can be, its open places told from the rest. */
export function outlined(phrase: Phrase, variables: Variables): readonly Piece[] {
  const missing = new Set(missingIn(phrase, variables));
  if (missing.size === 0) return [{ text: fill(phrase, variables) ?? '', hole: null }];
  const marked = (text: string): string => text.replace(VARIABLE, (whole: string, inside: string) => {
    const gendered = /^(me|you):([^|]*)\|(.*)$/u.exec(inside);
    if (gendered) return missing.has(gendered[1] as HoleName) ? `${FROM}${gendered[1]}=${gendered[2]}/${gendered[3]}${TO}` : whole;
    return missing.has(inside.trim() as HoleName) ? `${FROM}${inside.trim()}=${TO}` : whole;
  });
  const text = textIn(phrase, variables) ?? (typeof phrase.text === 'string' ? phrase.text : Object.values(phrase.text)[0] ?? '');
  const filled = fill({ ...phrase, text: marked(text) }, variables) ?? '';
  return filled.split(FROM).flatMap((part, i): Piece[] => {
    if (i === 0) return part === '' ? [] : [{ text: part, hole: null }];
    const [inside = '', rest = ''] = part.split(TO);
    const at = inside.indexOf('=');
    return [{ text: inside.slice(at + 1), hole: inside.slice(0, at) as HoleName }, ...(rest === '' ? [] : [{ text: rest, hole: null }])];
  });
}

function valueOf(name: string, variables: Variables): string | null {
  if (!name.startsWith('matter')) return (variables[name as 'ticket'] ?? '') === '' ? null : variables[name as 'ticket'] ?? null;
  const { matter = null } = variables;
  const forms: Partial<Matter> | null = typeof matter === 'string' ? { nom: matter } : matter;
  return forms?.[(name.slice('matter.'.length) || 'nom') as keyof Matter] ?? null;
}

const POLISH: readonly TextForm[] = ['ty', 'pan', 'pani', 'panstwo'];
const PORTUGUESE: readonly TextForm[] = ['tu', 'voce', 'senhor', 'senhora'];
/** Forms of address this phrase can be put in. */
function formsOf({ lang, text }: Phrase): readonly TextForm[] {
  const all = lang === 'pl' ? POLISH : lang === 'en' ? [] : PORTUGUESE;
  if (typeof text !== 'string') return all.filter((form) => form in text);
  return text.includes('{form:') ? all : [];
}
