/** What a signature is made over: the same text for the same content, however the file is laid out. */

/** JSON of a value with the names of every object in order, without blanks. `undefined` members are left out, as JSON does. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

/** The text to sign, or to check a signature against, of a pack file's JSON value: all of it but the signature. In UTF-8 it is what Ed25519 gets. */
export function signedText(file: Readonly<Record<string, unknown>>): string {
  return canonical({ ...file, signature: undefined });
}
