/** What the workshop has a control for: every field of the format, list by list. `tests/components/workshop-fields.test.ts` holds it against the schema. */

/** The lists of a pack, in the order in which they are shown; the desk (hours, target, days off) stands beside them. */
export const LISTS = ['phrases', 'glossary', 'rules', 'cues', 'sets', 'links', 'exercises', 'hosts', 'changes'] as const;
export type List = (typeof LISTS)[number];
/** Lists whose entries have no id, and those whose entries are in no language. */
export const NAMELESS: ReadonlySet<List> = new Set(['sets', 'changes']);
export const TONGUELESS: ReadonlySet<List> = new Set(['sets', 'changes', 'hosts']);

/**
 * `pairs`: a pattern with its own replacements, one a line. `many`: any of the choices. `candidates`: where something stands on a
 * page, one a line. `group`: entries within the entry, each with fields of its own.
 */
export type FieldKind = 'line' | 'area' | 'lines' | 'pairs' | 'commas' | 'choice' | 'many' | 'number' | 'tick' | 'candidates' | 'group';
export interface FieldSpec {
  /** Where it stands in the entry: "title", "for.emotions". */
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
  /** The key of a choice; of "" with "usual" in its place. */
  readonly word?: (choice: string) => string;
  /** What holds where the file says nothing; '' is a choice of its own where there is none. */
  readonly usual?: string;
  /** Only some entries need it: it is shown when asked for. */
  readonly more?: true;
  /** Of a group. */
  readonly of?: readonly FieldSpec[];
}

const line = (name: string): FieldSpec => ({ name, kind: 'line' });
const area = (name: string): FieldSpec => ({ name, kind: 'area' });
const lines = (name: string): FieldSpec => ({ name, kind: 'lines' });
const more = (spec: FieldSpec): FieldSpec => ({ ...spec, more: true });
type Word = (choice: string) => string;
const choice = (name: string, word: Word, choices: readonly string[], usual: string): FieldSpec => ({ name, kind: 'choice', word, choices, usual });
const many = (name: string, word: Word, choices: readonly string[]): FieldSpec => ({ name, kind: 'many', word, choices });
const emotion: Word = (one) => `emotion_${one}`, stake: Word = (one) => `stake_${one}`, check: Word = (one) => `check_${one}_short`;

const CATEGORIES = ['jargon', 'robotic', 'blame', 'dismissive', 'sarcasm', 'negative', 'binding', 'bias', 'complexity', 'address', 'heat'];
const EMOTIONS = ['calm', 'frustrated', 'angry', 'anxious', 'confused', 'disappointed', 'grateful'];
const STAKES = ['deadline', 'repeat', 'wait', 'money', 'access', 'safety'];
const SITUATIONS = ['holding', 'de-escalate', 'ask-feedback', 'other-channel', 'delay', 'outage', 'billing', 'refund', 'repeat-contact', 'deadline-at-risk', 'cannot', 'handover', 'waiting',
  'thanks-feedback', 'after-resolution', 'broken-promise', 'clarify', 'extra-mile', 'opening', 'closing', 'self-service'];
const CHECKS = ['answer', 'next_step', 'clarity', 'greeting_name', 'acknowledge_feeling', 'own_words', 'courtesy', 'warm_close', 'ownership', 'what_next', 'by_when', 'who', 'follow_up_offer'];
const tags: FieldSpec = { name: 'tags', kind: 'commas' };

export const FIELDS: Readonly<Record<Exclude<List, 'hosts'>, readonly FieldSpec[]>> = {
  phrases: [
    line('title'), area('text'), line('shortcut'), tags,
    ...[choice('at', (one) => `phrases_at_${one}`, ['start', 'middle', 'end'], 'middle'), choice('offer', (one) => `workshop_offer_${one}`, ['suggest', 'search'], 'suggest'), many('gives', check, CHECKS),
      many('for.emotions', emotion, EMOTIONS), many('for.stakes', stake, STAKES), many('for.situations', (one) => `workshop_situation_${one}`, SITUATIONS), lines('needs'), lines('words')].map(more),
  ],
  glossary: [line('term'), lines('plain'), line('explanation'), lines('forms')],
  rules: [
    choice('category', (one) => `category_${one}`, CATEGORIES, 'robotic'), lines('find'), lines('say'), { name: 'swap', kind: 'pairs' }, line('why'), lines('flags'), lines('passes'), lines('unless'),
    ...[line('example'), { name: 'whole', kind: 'tick' } as const, choice('customer', (one) => `workshop_customer_${one}`, ['', 'quiet', 'ignore'], '')].map(more),
  ],
  cues: [choice('emotion', emotion, ['', ...EMOTIONS], ''), choice('stake', stake, ['', ...STAKES], ''), { name: 'weight', kind: 'number' }, lines('find'), lines('flags'), lines('passes'), lines('unless')],
  sets: [line('name'), lines('members')],
  links: [line('title'), line('url'), line('text'), line('shortcut'), tags],
  exercises: [{ name: 'level', kind: 'number' }, area('customer'), line('customerName'), line('goal'), many('checks', check, CHECKS)],
  changes: [line('version'), line('date'), area('text')],
};

interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
}
/** Of a page's description the first that anybody needs; the rest is shown when asked for. */
const FIRST: ReadonlySet<string> = new Set(['id', 'name', 'match', 'write.editor', 'write.send', 'read.message', 'read.name']);

/** The controls of a page's description, read off its schema: the form of such files is another room's and grows there. */
export function hostFields(shape: Shape, path = '', within: Shape | null = null): readonly FieldSpec[] {
  return Object.entries(shape.properties ?? {}).flatMap(([member, of]) => {
    const name = path === '' ? member : `${path}.${member}`, wanted = shape.required?.includes(member) === true && (within === null || within.required?.includes(path) === true);
    const spec = hostField(name, of, wanted);
    if (spec === null) return hostFields(of, name, shape);
    return [FIRST.has(name) || path === 'at' ? spec : more(spec)];
  });
}
function hostField(name: string, { type, const: only, enum: choices, items, anyOf, properties }: Shape, wanted: boolean): FieldSpec | null {
  if (properties !== undefined) return null;
  const of = choices ?? (typeof only === 'string' ? [only] : null);
  if (of !== null) return choice(name, (one) => `workshop_host_${name.replace(/\./gu, '_')}_${one}`, wanted ? of : ['', ...of], wanted ? of[0] ?? '' : '');
  if (type === 'boolean') return { name, kind: 'tick' };
  if (anyOf !== undefined || items?.anyOf !== undefined) return { name, kind: 'candidates' };
  if (items?.properties !== undefined) return { name, kind: 'group', of: hostFields(items).map(({ more: _, ...spec }) => spec) };
  return type === 'array' ? lines(name) : line(name);
}
