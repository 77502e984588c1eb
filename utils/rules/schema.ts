/** The shape of the YAML files of README.md. The only place, beside `compile`, that knows zod. */
import { z } from 'zod';

export const CATEGORY_NAMES = ['jargon', 'robotic', 'blame', 'dismissive', 'sarcasm', 'negative', 'binding', 'bias', 'complexity', 'address', 'heat'] as const;
export const EMOTION_NAMES = ['calm', 'frustrated', 'angry', 'anxious', 'confused', 'disappointed', 'grateful'] as const;
export const STAKE_NAMES = ['deadline', 'repeat', 'wait', 'money', 'access', 'safety'] as const;
export const ASK_NAMES = ['question', 'request', 'rhetorical'] as const;
export const CHECK_NAMES = ['greeting', 'acknowledge', 'apology', 'own', 'courtesy', 'warm_close', 'bare_close', 'ownership', 'next_step', 'solved', 'what_next', 'follow_up', 'decline', 'explain'] as const;
export const COMMIT_NAMES = ['callback', 'reply', 'send', 'refund', 'fix', 'check', 'visit', 'other'] as const;
export const CLAUSE_NAMES = ['condition', 'negation', 'offer', 'purpose', 'past', 'customer'] as const;
export const GIVES_NAMES = ['answer', 'next_step', 'clarity', 'greeting_name', 'acknowledge_feeling', 'own_words', 'courtesy', 'warm_close', 'ownership', 'what_next', 'by_when', 'who', 'follow_up_offer'] as const;
export const SITUATION_NAMES = ['holding', 'de-escalate', 'ask-feedback', 'other-channel', 'delay', 'outage', 'billing', 'refund', 'repeat-contact', 'deadline-at-risk', 'cannot', 'handover', 'waiting', 'thanks-feedback', 'after-resolution', 'broken-promise', 'clarify', 'extra-mile', 'opening', 'closing', 'self-service'] as const;
/** What a customer's message can show, finer than the stakes: what a phrase may speak of only where it is shown. */
export const SHOWN_NAMES = ['delay', 'outage', 'billing', 'refund', 'broken-promise', 'thanks-feedback', 'lost', 'damaged', 'wrong-item', 'double-charge', 'no-access', 'not-working', 'cancel', 'no-answer', 'contradiction', 'security', 'missed-visit', 'loyal', 'occasion', 'legal', 'staff', 'unclear-text'] as const;
/** Everything that can be named as evidence: shown by patterns, by stakes, or (repeat-contact, waiting, deadline-at-risk …) by both. */
const EVIDENCE: ReadonlySet<string> = new Set([...SITUATION_NAMES, ...SHOWN_NAMES, ...STAKE_NAMES]);

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'an id is lower case words joined by "." and "-"');
const words = z.string().trim().min(1);
const list = z.array(words).min(1);
const weight = z.number().min(0).max(1);
const proof = {
  flags: z.array(words.refine((s) => /<[^<>]+>/.test(s), 'mark the span with < and >')).min(1),
  passes: z.array(words).min(1),
};
const common = { id, only: z.enum(['pt-BR', 'pt-PT']).optional(), unless: list.optional(), ...proof };

export const wordingSchema = z.strictObject({
  ...common,
  category: z.enum(CATEGORY_NAMES),
  find: list.optional(),
  /** An empty list is the same as none: nothing fits the place, the example says it. */
  say: z.array(words).optional(),
  swap: z.record(words, z.union([words, list])).optional(),
  why: words,
  example: words.optional(),
  whole: z.literal(true).optional(),
  customer: z.enum(['quiet', 'ignore']).optional(),
}).refine((entry) => (entry.find === undefined) !== (entry.swap === undefined), 'either find or swap')
  .refine((entry) => entry.swap === undefined || entry.say === undefined, 'swap brings its own replacements: no say beside it');

export const cueSchema = z.strictObject({
  ...common, find: list, weight: weight.optional(),
  emotion: z.enum(EMOTION_NAMES).optional(), stake: z.enum(STAKE_NAMES).optional(),
}).refine((entry) => (entry.emotion === undefined) !== (entry.stake === undefined), 'either emotion or stake');

export const askSchema = z.strictObject({ ...common, find: list, ask: z.enum(ASK_NAMES) });
export const checkSchema = z.strictObject({ ...common, find: list, check: z.enum(CHECK_NAMES) });
export const commitSchema = z.strictObject({ ...common, find: list, commit: z.enum(COMMIT_NAMES), deferred: z.boolean().optional() });
export const situationSchema = z.strictObject({ ...common, find: list, situation: z.enum(SHOWN_NAMES) });
export const clauseSchema = z.strictObject({ ...common, find: list, clause: z.enum(CLAUSE_NAMES) });

/** One piece of evidence, or several of which one will do: "delay", "delay|lost". */
const evidence = words.refine((text) => text.split('|').every((name) => EVIDENCE.has(name.trim())), 'evidence is a situation or a stake; "a|b": one of them');

export const phraseSchema = z.strictObject({
  id, title: words,
  /** search: found in the palette, never suggested. */
  offer: z.literal('search').optional(),
  /** What the customer's message must show before the phrase is suggested: all of `shown`, and one of the patterns `words`. A list is `shown`. */
  needs: z.union([z.array(evidence).min(1), z.strictObject({ shown: z.array(evidence).default([]), words: list.optional() })]).optional(),
  for: z.strictObject({
    emotions: z.array(z.enum(EMOTION_NAMES)).default([]),
    stakes: z.array(z.enum(STAKE_NAMES)).default([]),
    situations: z.array(z.enum(SITUATION_NAMES)).default([]),
  }).default({ emotions: [], stakes: [], situations: [] }),
  gives: z.array(z.enum(GIVES_NAMES)).default([]),
  at: z.enum(['start', 'middle', 'end']),
  tags: z.array(words).default([]),
  shortcut: words.optional(),
  only: z.enum(['pt-BR', 'pt-PT']).optional(),
  text: z.union([words, z.record(z.enum(['tu', 'voce', 'senhor', 'senhora', 'ty', 'pan', 'pani', 'panstwo']), words.optional())]),
});

export const setsSchema = z.record(z.string().regex(/^[a-z][\w-]*$/i, 'a set is named by letters, digits, "-" and "_"'), list);
export const namesSchema = z.record(words, z.strictObject({ vocative: words, gender: z.enum(['m', 'f']) }));
/** A list is a YAML list, or words in one string. */
export const engineSchema = z.record(words, z.union([z.string(), z.array(z.union([z.string(), z.number()]))]));

export const FOLDERS = {
  wording: wordingSchema, cues: cueSchema, asks: askSchema, checks: checkSchema,
  commits: commitSchema, clauses: clauseSchema, situations: situationSchema, phrases: phraseSchema,
} as const;
export type Folder = keyof typeof FOLDERS;
export type WordingEntry = z.infer<typeof wordingSchema>;
export type PhraseEntry = z.infer<typeof phraseSchema>;
/** Any entry that carries patterns. */
export type RuleEntry =
  | WordingEntry | z.infer<typeof cueSchema> | z.infer<typeof askSchema>
  | z.infer<typeof checkSchema> | z.infer<typeof commitSchema> | z.infer<typeof clauseSchema> | z.infer<typeof situationSchema>;
