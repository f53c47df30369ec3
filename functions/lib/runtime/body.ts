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
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    throw new Unreadable('malformed-json', `The body is not JSON: ${(error as Error).message}.`);
  }
}
