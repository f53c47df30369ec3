import type { Route } from '../route.ts';
import { takesVersion } from './parameters.ts';

const header = (name: string) => ({ $ref: `#/components/headers/${name}` });
const rates = { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimit-Policy') };
const later = { 'Retry-After': header('Retry-After') };

/** Every way in which a request can fail, with the status that its component is referred to by. */
const refusals: Record<number, { name: string; description: string; headers?: object }> = {
  400: { name: 'Malformed', description: 'The body is not JSON' },
  401: { name: 'Unauthenticated', description: 'No session or token, or one that is not valid' },
  403: {
    name: 'Forbidden',
    description: 'A write from another origin, a scope that is missing, or a project that is read-only',
  },
  404: { name: 'NotFound', description: 'It is not there, or it is not yours' },
  409: { name: 'Conflict', description: 'Its state does not allow this' },
  412: { name: 'Changed', description: 'It has changed since the version in If-Match' },
  413: { name: 'TooLarge', description: 'The body has more bytes than are taken' },
  415: { name: 'UnsupportedType', description: 'The body is of a type that is not taken' },
  422: {
    name: 'Unprocessable',
    description: 'A field is wrong, or a rule says no: code and errors say which',
  },
  429: { name: 'TooMany', description: 'Too many requests', headers: { ...rates, ...later } },
  503: { name: 'Unavailable', description: 'Not just now: try again after Retry-After', headers: later },
};

export const headers = {
  ETag: { description: 'The version; send it back in If-Match', schema: { type: 'string' } },
  RateLimit: {
    description: 'What is left (r) and in how many seconds it is whole again (t)',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description: 'So many requests (q) in so many seconds (w)',
    schema: { type: 'string' },
  },
  'Retry-After': { description: 'Seconds', schema: { type: 'integer', minimum: 1 } },
};

export const responses = Object.fromEntries(
  Object.values(refusals).map(({ name, description, headers: sent = rates }) => [
    name,
    {
      description,
      headers: sent,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** The statuses, beside success, that a caller of this route can meet. */
function refusedWith(route: Route): number[] {
  const changes = 'command' in route;
  const open = route.access === 'anyone';
  return [
    ...(route.body ? [400] : []),
    ...(open ? [] : [401]),
    403,
    ...(changes || open || route.path.includes('{') || route.query ? [404] : []),
    ...(changes ? [409] : []),
    ...(takesVersion(route) ? [412] : []),
    ...(route.method === 'GET' ? [] : [413]),
    ...(route.body || route.accepts ? [415] : []),
    ...[422, 429, 503],
  ];
}

const isJson = (type: string) => /[/+]json$/.test(type);

export function answersOf(route: Route, success: object): object {
  const changes = 'command' in route;
  const versioned = 'shape' in route.answers && 'version' in Object(route.answers.shape);
  const tagged = versioned || route.produces;
  return {
    [changes ? route.status : 200]: {
      description: 'Done',
      headers: { ...(tagged && { ETag: header('ETag') }), ...rates },
      content: route.produces
        ? Object.fromEntries(
            route.produces.map((type) => [type, { schema: isJson(type) ? {} : { type: 'string' } }]),
          )
        : { 'application/json': success },
    },
    ...(tagged && route.method === 'GET' && { 304: { description: 'As in If-None-Match', headers: rates } }),
    ...Object.fromEntries(
      refusedWith(route).map((status) => [
        status,
        { $ref: `#/components/responses/${refusals[status]!.name}` },
      ]),
    ),
  };
}
