import { signedText } from '../../utils/phrases/pack';
import { PackRefused } from './pack-refused';

/** unsigned; signed soundly by a key (base64); or why it is not to be trusted. */
export type Signed = { readonly by: string | null } | { readonly fault: 'signature_bad' | 'signature_unsupported' };

/**
 * Checks the Ed25519 signature of a pack file over `signedText`. @param text of a file that was read as a pack already
 * (key and value are base64 of 32 and 64 bytes then).
 */
export async function signedBy(text: string): Promise<Signed> {
  const file = jsonOf(text) as Readonly<Record<string, unknown>> & { readonly signature?: { readonly key: string; readonly value: string } };
  const { signature } = file;
  if (signature === undefined) return { by: null };
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', bytesOf(signature.key), 'Ed25519', false, ['verify']);
  } catch (error) {
    // Chromium before 137 knows no Ed25519. Not checked is not trusted.
    return { fault: isUnsupported(error) ? 'signature_unsupported' : 'signature_bad' };
  }
  const sound = await crypto.subtle.verify('Ed25519', key, bytesOf(signature.value), new TextEncoder().encode(signedText(file)));
  return sound ? { by: signature.key } : { fault: 'signature_bad' };
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** A key pair, base64: the raw public half and the secret one as PKCS8. */
export interface SigningKey {
  readonly key: string;
  readonly secret: string;
}
const FILE = 'keepword-signing-key';

export function isKey(value: unknown): value is SigningKey {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'secret' in value && typeof value.secret === 'string';
}

/** @throws PackRefused `signature_unsupported` */
export async function makeKey(): Promise<SigningKey> {
  const pair = (await supported(() => crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']))) as CryptoKeyPair;
  const [key, secret] = await Promise.all([crypto.subtle.exportKey('raw', pair.publicKey), crypto.subtle.exportKey('pkcs8', pair.privateKey)]);
  return { key: base64Of(key), secret: base64Of(secret) };
}

/** The key as a file's text, which `keyOf` reads. */
export const keyFile = ({ key, secret }: SigningKey): string => `${JSON.stringify({ [FILE]: 1, key, secret }, null, 2)}\n`;

/** The key of a key file; its halves are tried on one another. @throws PackRefused `key`, `signature_unsupported` */
export async function keyOf(text: string): Promise<SigningKey> {
  const file = parsed(text);
  if (!isKey(file) || !(FILE in file)) throw new PackRefused('key');
  const { key, secret } = file;
  const trial = JSON.stringify({ trial: key });
  const sound = await supported(async () => 'by' in (await signedBy(await signed(trial, { key, secret })))).catch((error: unknown) => {
    if (error instanceof PackRefused) throw error;
    return false;
  });
  if (!sound) throw new PackRefused('key');
  return { key, secret };
}

/** A pack file's text with a signature by the key; one that stood in it is replaced. @param text JSON. @throws PackRefused `signature_unsupported` */
export async function signed(text: string, { key, secret }: SigningKey): Promise<string> {
  const file = jsonOf(text) as Readonly<Record<string, unknown>>;
  const by = await supported(() => crypto.subtle.importKey('pkcs8', bytesOf(secret), 'Ed25519', false, ['sign']));
  const value = await crypto.subtle.sign('Ed25519', by, new TextEncoder().encode(signedText(file)));
  return `${JSON.stringify({ ...file, signature: { key, value: base64Of(value) } }, null, 2)}\n`;
}

async function supported<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnsupported(error)) throw new PackRefused('signature_unsupported');
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return jsonOf(text);
  } catch {
    return null;
  }
}

const base64Of = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Of a file that may begin with a byte order mark. @throws SyntaxError */
const jsonOf = (text: string): unknown => JSON.parse(text.replace(/^\ufeff/u, ''));
/** This browser knows no Ed25519. */
const isUnsupported = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotSupportedError';
