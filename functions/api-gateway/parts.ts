import type { IncomingMessage } from 'node:http';
import type { Parts, Route } from '@zerodo/api/route';
import { parseJson, readBody } from '@zerodo/runtime/body';
import { parsed } from '@zerodo/runtime/command';
import { Unreadable } from '@zerodo/runtime/unreadable';

/**
 * What a request says, checked against its route.
 *
 * @throws Unreadable `invalid-request`, `malformed-json`, `body-too-large`, `unsupported-media-type`
 */
export async function readParts(
  request: IncomingMessage,
  route: Route,
  params: Record<string, string>,
): Promise<Parts> {
  const query = new URL(request.url!, 'http://gateway').searchParams;
  const version = seenVersion(request.headers['if-match']);
  return {
    params,
    query: route.query ? (parsed(route.query, Object.fromEntries(query)) as Record<string, unknown>) : {},
    body: await checkedBody(request, route),
    ...(version !== undefined && { version }),
  };
}

async function checkedBody(request: IncomingMessage, route: Route): Promise<Record<string, unknown>> {
  const body = await readBody(request);
  if (!route.body) return {};
  if (body.length === 0) return (parsed(route.body, undefined) ?? {}) as Record<string, unknown>;
  const contentType = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const merge = route.method === 'PATCH' && contentType === 'application/merge-patch+json';
  if (contentType !== 'application/json' && !merge) {
    throw new Unreadable('unsupported-media-type', 'Send JSON: content-type application/json.');
  }
  return parsed(route.body, parseJson(body)) as Record<string, unknown>;
}

/** The version in If-Match; `*` asks for none in particular. */
function seenVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, version] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header) ?? [];
  if (version) return Number(version);
  throw new Unreadable(
    'invalid-request',
    'If-Match is not one of our ETags: send the one of your last answer.',
  );
}
