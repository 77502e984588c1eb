import { z } from 'zod';
import type { PackHost } from '../../phrases/pack';
import type { SiteRequests } from '../sites';

const id = z.string().min(1).max(200);
const site = z.string().max(300);
const nothing: z.ZodType<Record<string, never>> = z.strictObject({});
/** What a description must be is checked where it is kept, by the hosts' own schema. */
const host = z.custom<PackHost>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string',
  'is no description of a page',
);

export const siteAsks: { readonly [N in keyof SiteRequests]: z.ZodType<SiteRequests[N]['ask']> } = {
  'site.here': z.object({ tab: z.int().min(0) }),
  'site.taught': nothing,
  'site.teach': z.object({ host, use: z.boolean() }),
  'site.change': z.object({
    id,
    change: z.discriminatedUnion('do', [
      z.object({ do: z.literal('use'), use: z.boolean() }),
      z.object({ do: z.literal('name'), name: z.string().min(1).max(60) }),
      z.object({ do: z.literal('remove') }),
    ]),
  }),
  'site.export': z.object({ id }),
  'site.start': z.object({ site }),
  'site.leave': z.object({ site }),
};
