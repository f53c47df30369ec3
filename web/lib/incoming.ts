import { clientAddress } from '@zerodo/domain/client-address';
import { limits } from '@zerodo/domain/limits';
import type { Config } from './config.ts';
import { problem } from './problem.ts';

/** The body as far as it may be long; null beyond that, and never more than that in memory. */
async function bodyOf(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > most) return null;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

/**
 * A request as the library is to see it: of a size that somebody could have typed, and with whose address it is in
 * place of all that stands in X-Forwarded-For. The library takes one address there, or counts everybody as one.
 *
 * @returns the request, or 413 `body-too-large`
 */
export async function incoming(
  request: Request,
  { ZERODO_TRUSTED_PROXIES: proxies }: Pick<Config, 'ZERODO_TRUSTED_PROXIES'>,
): Promise<Request | Response> {
  const headers = new Headers(request.headers);
  headers.set('x-forwarded-for', clientAddress(headers.get('x-forwarded-for'), undefined, proxies));
  const { method, url } = request;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = await bodyOf(request, limits.bodyBytes);
  if (body === null) {
    const detail = `The body has more than ${limits.bodyBytes} bytes: send less at once.`;
    return problem(413, 'body-too-large', detail);
  }
  return new Request(url, { method, headers, ...(body.length > 0 && { body: new Uint8Array(body) }) });
}
