import type { IncomingMessage } from 'node:http';
import { emptyQuery, type Parts, type Route } from '@zerodo/api/route';
import { mayRepeat } from '@zerodo/domain/several';
import { parseJson, readBody, textOf } from '@zerodo/runtime/body';
import { parsed } from '@zerodo/runtime/command';
import { Unreadable } from '@zerodo/runtime/unreadable';
import type { ZodType } from 'zod';

/**
 * What a request says, checked against its route.
 *
 * @throws Unreadable `invalid-request`, `malformed-json`, `body-too-large`, `unsupported-media-type`, `import-unreadable`
 */
export async function readParts(
  request: IncomingMessage,
  route: Route,
  params: Record<string, string>,
): Promise<Parts> {
  const version = seenVersion(request.headers['if-match']);
  return {
    params,
    query: queryOf(request, route),
    ...(await checkedBody(request, route)),
    ...(version !== undefined && { version }),
  };
}

/** What is said twice, or asked of what knows no such question, is a mistake that the caller should see. */
function queryOf(request: IncomingMessage, route: Route): Record<string, unknown> {
  const given = new URL(request.url!, 'http://gateway').searchParams;
  const names = [...new Set(given.keys())];
  const several = names.filter((name) => given.getAll(name).length > 1);
  const twice = several.filter((name) => !mayRepeat(route.query?.shape[name] as ZodType | undefined));
  if (twice.length > 0) {
    const issues = twice.map((path) => ({ path, message: 'stands more than once' }));
    throw new Unreadable('invalid-request', `${twice.join(', ')}: send it once.`, issues);
  }
  const query = names.map((name) => [name, several.includes(name) ? given.getAll(name) : given.get(name)]);
  return parsed(route.query ?? emptyQuery, Object.fromEntries(query));
}

async function checkedBody(request: IncomingMessage, route: Route): Promise<Pick<Parts, 'body' | 'text'>> {
  const body = await readBody(request, route.bodyLimit);
  if (!route.body && !route.accepts) return { body: {} };
  const written = request.headers['content-type'] ?? '';
  const contentType = written.split(';', 1)[0]!.trim().toLowerCase();
  if (route.accepts?.includes(contentType)) return { body: {}, text: textOf(body, written) };
  if (body.length === 0 && route.body) return { body: checked(route.body, undefined) };
  const merge = route.method === 'PATCH' && contentType === 'application/merge-patch+json';
  if (!route.body || (contentType !== 'application/json' && !merge)) {
    const types = [...(route.body ? ['application/json'] : []), ...(route.accepts ?? [])];
    throw new Unreadable('unsupported-media-type', `Send it as content-type ${types.join(' or ')}.`);
  }
  return { body: checked(route.body, parseJson(body)) };
}

const checked = (schema: NonNullable<Route['body']>, data: unknown): Parts['body'] =>
  (parsed(schema, data) ?? {}) as Parts['body'];

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
