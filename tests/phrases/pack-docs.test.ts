/** What is published about the file is what the code reads. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOUNDS, checkPack, packJsonSchema } from '../../utils/phrases/pack';

const ROOT = join(import.meta.dirname, '../..');
const docs = readFileSync(join(ROOT, '.github/packs.md'), 'utf8');
type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly anyOf?: readonly Schema[] };

/** Names of fields, but for what is within a host's description or a text by form of address. */
function fields(schema: Schema): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => (name === 'hosts' ? [name] : [name, ...fields(inner)]));
  return [...own, ...(schema.items === undefined ? [] : fields(schema.items)), ...(schema.anyOf ?? []).flatMap(fields)];
}

describe('the published form', () => {
  it('is the schema the code checks by: `npm run schema` writes it', () => {
    const published = JSON.parse(readFileSync(join(ROOT, 'public/schema/pack.schema.json'), 'utf8')) as unknown;
    expect(published).toEqual(JSON.parse(JSON.stringify(packJsonSchema())));
  });

  it('is described field by field', () => {
    const all = [...new Set(fields(packJsonSchema() as Schema))];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((name) => !docs.includes(`\`${name}\``) && !docs.includes(`"${name}"`))).toEqual([]);
  });

  it('names no field that does not exist, and the bounds as they are', () => {
    const named = [...docs.matchAll(/^\| ((?:`[\w$]+`(?:, )?)+) \|/gm)].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([\w$]+)`/g)].map(([, name]) => name ?? ''));
    const all = new Set(fields(packJsonSchema() as Schema));
    expect(named.filter((name) => !all.has(name))).toEqual([]);
    const bounds = [...docs.matchAll(/^## `(\w+)`, at most ([\d,]+)$/gm)].map(([, name, most]) => [name, Number((most ?? '').replace(',', ''))]);
    expect(bounds.length).toBe(7);
    for (const [name, most] of bounds) expect([name, BOUNDS[name as keyof typeof BOUNDS]]).toEqual([name, most]);
  });

  it('holds an example that is read', () => {
    const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(docs)?.[1] ?? '') as unknown;
    const result = checkPack(example);
    expect(result.ok ? [] : result.errors).toEqual([]);
  });
});
