import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
// As a whole: its parts would be read at the start, and it is loaded at the first of them.
import zlib from 'node:zlib';

/** Below this an answer fits into a few packets, and is there as soon as it is. */
export const worthCompressing = 4 * 1024;

/** A long list becomes a tenth of its size; higher levels take twice the time for a few per cent more. */
const level = 3;

/**
 * The body as whoever asked can read it, gzip (RFC 9110, section 8.4.1.3) where that pays. What has an ETag stays as it is:
 * it is the tag of these bytes.
 */
export async function compressed(
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Buffer> {
  if (body.length < worthCompressing || response.hasHeader('etag')) return body;
  response.setHeader('vary', 'accept-encoding');
  if (!takesGzip(request.headers['accept-encoding'])) return body;
  response.setHeader('content-encoding', 'gzip');
  return promisify(zlib.gzip)(body, { level });
}

/** RFC 9110, section 12.5.3: named, or covered by `*`, with a weight that is not zero. */
function takesGzip(header: string | string[] | undefined): boolean {
  const weights = new Map(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [coding = '', ...parameters] = part.split(';').map((word) => word.trim());
        const weight = parameters.find((word) => word.startsWith('q='))?.slice(2);
        return [coding, weight === undefined ? 1 : Number(weight)];
      }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}
