import { z } from 'zod';
import { compileTemplate } from './templates';
import type { HostData } from './types';

/** A selector: text of bounded length without anything that could be markup. Whether it parses, a document must say. */
const selector = z.string().min(1).max(300).refine((text) => !text.includes('<') && !text.includes('{'), 'a selector, no markup');
const template = z.string().min(4).max(200).refine((text) => {
  try {
    compileTemplate(text);
    return true;
  } catch {
    return false;
  }
}, 'a template needs exactly one {id} of a known class and at most three stars');

const candidate = z.union([selector, z.strictObject({
  selector,
  attribute: z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/u).optional(),
  as: template.optional(),
  value: z.string().max(100).optional(),
  shadowHost: selector.optional(),
})]);
const candidates = z.array(candidate).max(12);
const identity = z.strictObject({
  kind: z.string().regex(/^[a-z]{1,20}$/u),
  from: z.enum(['address', 'composer', 'root', 'around', 'page', 'script']),
  at: z.union([z.string().min(1).max(200), candidates]),
  not: z.array(z.string().max(60)).max(10).optional(),
  any: z.boolean().optional(),
  witness: z.boolean().optional(),
  bare: z.boolean().optional(),
  soft: z.boolean().optional(),
}).refine(({ from, at }) => (typeof at === 'string') === (from === 'address' || from === 'script'), 'address and script take a text, the others candidates')
  .refine(({ from, at }) => from !== 'address' || template.safeParse(at).success, 'an address needs a template with {id}')
  .refine(({ from, at }) => from !== 'script' || /^\w{1,40}$/u.test(String(at)), 'a script source names one member');

const matchPattern = z.string().regex(/^(?:\*|https?):\/\/(?:\*\.)?[a-z0-9.-]+(?::\d+)?\/[^\s<>]*$/u);

/** One host's file. Also the form in which taught sites and administrators' overrides arrive. */
export const hostSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/u),
  name: z.string().min(1).max(60),
  evidence: z.strictObject({
    date: z.string().regex(/^\d{4}-\d\d(?:-\d\d)?$/u),
    source: z.string().min(1).max(200),
    checked: z.enum(['application', 'source', 'notes', 'memory']),
  }),
  confidence: z.enum(['high', 'medium', 'low']),
  match: z.array(matchPattern).max(20),
  exclude: z.array(matchPattern).max(20).optional(),
  recognise: z.array(selector).min(1).max(6).optional(),
  identity: z.array(identity).max(12),
  link: z.string().regex(/^\{origin\}/u).max(200).optional(),
  customer: z.enum(['by-type', 'by-sender', 'by-recipient', 'by-requester', 'only', 'quote', 'memory']).optional(),
  read: z.strictObject({
    root: candidates.optional(), item: candidates.optional(), openItem: selector.optional(), newestFirst: z.boolean().optional(), serial: candidates.optional(), opening: candidates.optional(), clipped: candidates.optional(), message: candidates.optional(),
    customer: candidates.optional(), body: candidates.optional(), name: candidates.optional(), address: candidates.optional(),
    date: candidates.optional(), subject: candidates.optional(), requesterName: candidates.optional(), requesterAddress: candidates.optional(),
  }),
  write: z.strictObject({
    composer: candidates.optional(), editor: candidates.min(1), fresh: candidates.optional(), send: candidates.optional(), sendOther: candidates.optional(),
    schedule: candidates.optional(), undo: candidates.optional(), internalAddress: z.array(z.string().regex(/^[#?/][\w/=&-]{1,60}$/u)).min(1).max(6).optional(),
    cancel: candidates.optional(), internal: candidates.optional(), recipientName: candidates.optional(), recipientAddress: candidates.optional(),
  }),
  remember: z.strictObject({
    id: z.array(template).min(1).max(3), item: candidates.optional(), body: candidates, name: candidates, address: candidates,
    date: candidates.optional(), subject: candidates, requester: candidates.optional(),
  }).optional(),
  insert: z.literal('exec').optional(),
  blank: z.string().max(100).optional(),
}).refine(({ match, recognise }) => match.length > 0 || recognise !== undefined, 'a host needs an address or a way to be recognised');

/** Checks one file. @throws ZodError naming the place of each fault. */
export function parseHost(data: unknown): HostData {
  // The optional members come out as in the file: the schema is exact, only its type says "or undefined".
  return hostSchema.parse(data) as HostData;
}
