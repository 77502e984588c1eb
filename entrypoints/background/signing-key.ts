import type { PackRequests } from '../../utils/messages/protocol';
import { readMark, writeMark } from '../../utils/store';
import { told } from './packs-answer';
import { PackRefused } from './pack-refused';
import type { Packs } from './packs-kept';
import { isKey, keyFile, keyOf, makeKey, signed } from './signing';
import type { SigningKey } from './signing';

const MARK = 'signing key';
type Own = { readonly [N in Extract<keyof PackRequests, `key.${string}`>]: (ask: PackRequests[N]['ask']) => Promise<PackRequests[N]['answer']> };

/**
 * The lead's key. It is kept with the settings, in plain: whoever gets at this browser's profile gets at it, as at the packs themselves.
 * A key that is there is never replaced: with it everybody who has the lead's packs would be lost to them.
 */
export function keyHandlers(packs: Packs): Own {
  const { store } = packs;
  const kept = async (): Promise<SigningKey | null> => {
    const key = await readMark(store, MARK);
    return isKey(key) ? key : null;
  };
  const needed = async (): Promise<SigningKey> => {
    const key = await kept();
    if (key === null) throw new PackRefused('key_none');
    return key;
  };
  const keep = (key: () => Promise<SigningKey>) => told(async () => {
    if ((await kept()) !== null) throw new PackRefused('key_there');
    const fresh = await key();
    await writeMark(store, MARK, fresh);
    return { key: fresh.key };
  });
  return {
    'key.get': async () => ({ key: (await kept())?.key ?? null }),
    'key.make': () => keep(makeKey),
    'key.take': ({ text }) => keep(() => keyOf(text)),
    'key.save': () => told(async () => ({ text: keyFile(await needed()) })),
    'key.forget': async () => (await writeMark(store, MARK, null), { ok: true }),
    'key.sign': ({ text }) => told(async () => {
      const key = await needed();
      await packs.read(text);
      return { text: await signed(text, key) };
    }),
  };
}
