import { z } from 'zod';
import type { PackRequests } from '../packs';
import type { PackPhrase } from '../../phrases/pack';

/** Characters: those of the largest pack as base64, and of as long a text with every sign escaped. What a pack must be is checked where it is read. */
const FILE_MOST = 16_000_000;
const DRAFT_MOST = 16_000_000;
const KEY_MOST = 10_000;
const id = z.string().min(1).max(200);
const file = z.union([z.strictObject({ text: z.string().max(FILE_MOST) }), z.strictObject({ base64: z.base64().max(FILE_MOST) })]);
const address = z.string().max(2_000);
const layer = z.enum(['team', 'own']);
const nothing: z.ZodType<Record<string, never>> = z.strictObject({});

/** As much as it takes to put it into a pack; whether it is a sound phrase is said with the pack's own errors. */
const phrase = z.custom<PackPhrase>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'for' in value && typeof value.for === 'object' && value.for !== null,
  'is no phrase',
);

export const packAsks: { readonly [N in keyof PackRequests]: z.ZodType<PackRequests[N]['ask']> } = {
  'pack.list': nothing,
  'pack.entries': nothing,
  'pack.text': z.object({ id, n: z.union([z.int(), z.literal('pending')]).exactOptional() }),
  'pack.preview': z.object({ file }),
  'pack.install': z.object({ file, source: z.enum(['file', 'paste', 'workshop']), layer: layer.exactOptional() }),
  'pack.remove': z.object({ id }),
  'pack.restore': z.object({ id, n: z.int() }),
  'pack.switch': z.object({ pack: id, entry: id.exactOptional(), on: z.boolean() }),
  'pack.off': z.object({ entry: id, lang: z.enum(['en', 'pt-BR', 'pt-PT', 'pl']), whole: z.boolean() }),
  'pack.look': z.object({ address }),
  'pack.leave': nothing,
  'pack.subscribe': z.object({ address, automatic: z.boolean(), layer: layer.exactOptional(), text: z.string().max(FILE_MOST).exactOptional() }),
  'pack.subscription': z.union([z.strictObject({ id, automatic: z.boolean() }), z.strictObject({ id, address: z.null() })]),
  'pack.check': z.object({ id: id.exactOptional() }),
  'pack.apply': z.object({ id, apply: z.boolean() }),
  'draft.save': z.object({ id, name: z.string().max(200), text: z.string().max(DRAFT_MOST) }),
  'draft.load': z.object({ id }),
  'draft.list': nothing,
  'draft.remove': z.object({ id }),
  'key.get': nothing,
  'key.make': nothing,
  'key.take': z.object({ text: z.string().max(KEY_MOST) }),
  'key.save': nothing,
  'key.forget': nothing,
  'key.sign': z.object({ text: z.string().max(FILE_MOST) }),
  'own.list': nothing,
  'own.save': z.object({ phrases: z.array(phrase).min(1).max(5_000) }),
  'own.remove': z.object({ ids: z.array(id).min(1).max(5_000) }),
  'policy.get': nothing,
};
