import { signedText } from '../../utils/phrases/pack';

/** unsigned; signed soundly by a key (base64); or why it is not to be trusted. */
export type Signed = { readonly by: string | null } | { readonly fault: 'signature_bad' | 'signature_unsupported' };

/**
 * Checks the Ed25519 signature of a pack file over `signedText`. @param text of a file that was read as a pack already
 * (key and value are base64 of 32 and 64 bytes then).
 */
export async function signedBy(text: string): Promise<Signed> {
  const file = JSON.parse(text.replace(/^\ufeff/u, '')) as Readonly<Record<string, unknown>> & { readonly signature?: { readonly key: string; readonly value: string } };
  const { signature } = file;
  if (signature === undefined) return { by: null };
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', bytesOf(signature.key), 'Ed25519', false, ['verify']);
  } catch (error) {
    // Chromium before 137 knows no Ed25519. Not checked is not trusted.
    return { fault: error instanceof DOMException && error.name === 'NotSupportedError' ? 'signature_unsupported' : 'signature_bad' };
  }
  const sound = await crypto.subtle.verify('Ed25519', key, bytesOf(signature.value), new TextEncoder().encode(signedText(file)));
  return sound ? { by: signature.key } : { fault: 'signature_bad' };
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
