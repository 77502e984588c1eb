/** Writes the JSON Schema of the pack file, which is published with the extension: `npm run schema`. A test holds it to the code. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packJsonSchema } from '../utils/phrases/pack';
import { ROOT } from './browsers';

const file = path.join(ROOT, 'public/schema/pack.schema.json');
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
console.log(path.relative(ROOT, file));
