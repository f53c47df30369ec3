import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from '@zerodo/api/route';
import { routes } from '@zerodo/api/routes';
import { Unreadable } from '@zerodo/runtime/unreadable';

const prefix = '/api/v1';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Entry = { route: Route; segments: string[]; names: string[] };

/** By their first segment, which is never a parameter; what is said literally goes before what fits a parameter. */
const table = Map.groupBy(
  routes
    .map((route): Entry => {
      const segments = route.path.split('/');
      return { route, segments, names: segments.filter((part) => part.startsWith('{')) };
    })
    .toSorted((one, other) => one.names.length - other.names.length),
  ({ segments }) => segments[1],
);

/** The address without what is asked of it. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0]!;

/** HEAD is GET without the content (RFC 9110, 9.3.2), which the server itself leaves out. */
export const methodOf = ({ method = 'GET' }: IncomingMessage): string => (method === 'HEAD' ? 'GET' : method);

/** @throws Unreadable `method-not-allowed`, with `Allow` */
export function refuseMethod(request: IncomingMessage, response: ServerResponse, allowed: string[]): never {
  response.setHeader('allow', allowed.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])).join(', '));
  throw new Unreadable('method-not-allowed', `${request.method} is not possible here.`);
}

/**
 * The route of a request and what its path names.
 *
 * @throws Unreadable `not-found`, `method-not-allowed` (then `Allow` is set)
 */
export function match(
  request: IncomingMessage,
  response: ServerResponse,
): [Route, params: Record<string, string>] {
  const path = pathOf(request);
  const method = methodOf(request);
  const segments = path.slice(prefix.length).split('/');
  const known = path.startsWith(`${prefix}/`) ? (table.get(segments[1]!) ?? []) : [];
  const onPath: [Route, Record<string, string>][] = [];
  for (const entry of known) {
    const params = fitted(entry, segments);
    if (params && entry.route.method === method) return [entry.route, params];
    if (params) onPath.push([entry.route, params]);
  }
  if (onPath.length === 0) throw new Unreadable('not-found', `There is nothing at ${path.slice(0, 200)}.`);
  return refuseMethod(
    request,
    response,
    onPath.map(([route]) => route.method),
  );
}

/** The parameters by name; undefined where the path is another. */
function fitted({ route, segments: pattern }: Entry, segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const found = segments[at]!;
    if (!part.startsWith('{')) {
      if (part !== found) return undefined;
      continue;
    }
    const name = part.slice(1, -1);
    const value = route.params?.[name] ? decoded(found) : uuid.test(found) && found.toLowerCase();
    if (!value || !(route.params?.[name]?.safeParse(value).success ?? true)) return undefined;
    params[name] = value;
  }
  return params;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
