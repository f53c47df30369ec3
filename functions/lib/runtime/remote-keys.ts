import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { send } from './http-json.ts';

/** Keys are read again after this long, so that one which is taken away stops working. */
const maxAgeMs = 600_000;
/** Tokens of a key that nobody knows do not have the keys read more often than this. */
const coolingMs = 30_000;

/**
 * The keys of a JWKS, read when a token has to be checked: once for all who ask meanwhile, again when they are old, and when
 * a token names one that was not there. Not jose's own, which makes a `Headers` at once and has Node load undici for it, whether a token comes or not:
 * 24 ms and 12 MB of every start.
 *
 * @throws errors.JWKSNoMatchingKey; errors.JWKSInvalid; Error when they cannot be read
 */
export function remoteKeys(url: string): JWTVerifyGetKey {
  let keys: JWTVerifyGetKey | undefined;
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const { status, body } = await send(url, { method: 'GET', timeout: 5_000 });
    if (status !== 200) throw new Error(`The JWKS answered ${status}`);
    keys = createLocalJWKSet(JSON.parse(body.toString()));
    readAt = performance.now();
  };
  const readOnce = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const isOlderThan = (ms: number) => performance.now() > readAt + ms;

  return async (header, token) => {
    if (isOlderThan(maxAgeMs)) await readOnce();
    try {
      return await keys!(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !isOlderThan(coolingMs)) throw error;
      await readOnce();
      return keys!(header, token);
    }
  };
}
