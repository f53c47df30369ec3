import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { limits } from '@zerodo/domain/limits';
import { Unreadable } from './unreadable.ts';

/** The sender went away before the body was whole: there is nobody to answer and nothing to do. */
export class Aborted extends Error {}

const tooLarge = (limit: number) =>
  new Unreadable('body-too-large', `The body has more than ${limit} bytes: send less at once.`);

/**
 * Reads a body of at most `limit` bytes; more than that is never kept in memory.
 *
 * @throws Unreadable `body-too-large`, `unsupported-media-type`; Aborted
 */
export async function readBody(request: IncomingMessage, limit: number = limits.bodyBytes): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') {
    throw new Unreadable(
      'unsupported-media-type',
      `Content-Encoding ${encoding} is not read: send it plain.`,
    );
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Aborted();
  }
  if (size > limit) throw tooLarge(limit);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** @throws Unreadable `malformed-json` */
export function parseJson(body: Buffer): unknown {
  // Read as it is, each byte that is no character would be kept as a question mark.
  if (!isUtf8(body)) throw new Unreadable('malformed-json', 'The body is not JSON: it is not in UTF-8.');
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    throw new Unreadable('malformed-json', `The body is not JSON: ${(error as Error).message}.`);
  }
}

/**
 * The words of a file, in the charset that its content type names; otherwise in UTF-8, or in the UTF-16 that its
 * byte order mark says. Bytes that are no characters there are never guessed at.
 *
 * @throws Unreadable `unsupported-media-type`, `import-unreadable`
 */
export function textOf(body: Buffer, contentType: string): string {
  const [, named] = /;\s*charset="?([^\s";]+)/i.exec(contentType) ?? [];
  const charset = named ?? { fffe: 'utf-16le', feff: 'utf-16be' }[body.toString('hex', 0, 2)] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new Unreadable('unsupported-media-type', `The charset ${charset} is not known: send UTF-8.`);
    }
    throw new Unreadable(
      'import-unreadable',
      `The file is not in ${charset}: save it as UTF-8, or name its charset in the content type.`,
    );
  }
}
