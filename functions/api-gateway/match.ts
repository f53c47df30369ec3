import type { ServerResponse } from 'node:http';
import type { Route } from '@zerodo/api/route';
import { routes } from '@zerodo/api/routes';
import { Unreadable } from '@zerodo/runtime/unreadable';

const prefix = '/api/v1';
const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Each path once, with its routes by method, looked up segment by segment. */
const table = routes.map((route) => ({ route, segments: route.path.split('/') }));

/**
 * The route of a request and what its path names.
 *
 * @throws Unreadable `not-found`, `method-not-allowed` (then `Allow` is set)
 */
export function match(
  method: string,
  url: string,
  response: ServerResponse,
): [Route, params: Record<string, string>] {
  const path = url.split('?', 1)[0]!;
  const segments = path.slice(prefix.length).split('/');
  const onPath = path.startsWith(`${prefix}/`) ? table.filter((entry) => fits(entry.segments, segments)) : [];
  const found = onPath.find(({ route }) => route.method === method);
  if (found) {
    const position = found.segments.indexOf('{id}');
    return [found.route, position < 0 ? {} : { id: segments[position]!.toLowerCase() }];
  }
  if (onPath.length === 0) throw new Unreadable('not-found', `There is nothing at ${path.slice(0, 200)}.`);
  response.setHeader('allow', onPath.map(({ route }) => route.method).join(', '));
  throw new Unreadable('method-not-allowed', `${method} is not possible here.`);
}

const fits = (pattern: string[], segments: string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, at) => (part === '{id}' ? id.test(segments[at]!) : part === segments[at]));
