import { answersOf, headers, responses } from './openapi/answers.ts';
import { type Components, componentsOf } from './openapi/components.ts';
import { examples } from './openapi/examples.ts';
import { operationId, tagOf } from './openapi/names.ts';
import { parametersOf } from './openapi/parameters.ts';
import { type Route, scopeOf } from './route.ts';
import { routes } from './routes.ts';

/** The public API in OpenAPI 3.1, made from the route table. */
export function openApi(): object {
  const components = componentsOf(routes);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zerodo',
      version: '1',
      description:
        'Tasks, series, reminders and projects. Every refusal is a problem (RFC 9457) with a stable `code`; ' +
        'lists are pages (`items`, `nextCursor`); changes take `Idempotency-Key` and, where something has a version, `If-Match`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: components.schemas,
      responses,
      headers,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        token: { type: 'http', scheme: 'bearer', description: 'An API token from the settings page' },
        address: {
          type: 'apiKey',
          in: 'query',
          name: 'token',
          description: 'A token as a part of the address',
        },
      },
    },
  };
}

function operationOf(route: Route, { refer }: Components): object {
  const id = operationId(route);
  const scope = scopeOf(route);
  return {
    operationId: id,
    tags: [tagOf(route)],
    summary: route.summary,
    description: scope === null ? 'Needs no session.' : `Needs the scope \`${scope}\`.`,
    ...(scope === null && { security: [] }),
    ...(route.tokenIn && { security: [{ address: [] }, { token: [] }] }),
    parameters: parametersOf(route),
    ...((route.body || route.accepts) && { requestBody: bodyOf(route, refer, examples[id]?.body) }),
    responses: answersOf(route, { schema: refer(route.answers) }),
  };
}

function bodyOf(
  { method, body, accepts = [], bodyLimit }: Route,
  refer: Components['refer'],
  shown: Record<string, unknown> | undefined,
): object {
  const types = [
    ...(body ? ['application/json'] : []),
    ...(body && method === 'PATCH' ? ['application/merge-patch+json'] : []),
  ];
  const named = shown && Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, { value }]));
  return {
    ...(bodyLimit && { description: `At most ${bodyLimit} bytes.` }),
    required: body ? !body.safeParse(undefined).success : true,
    content: Object.fromEntries([
      ...types.map((type) => [type, { schema: refer(body!), ...(named && { examples: named }) }]),
      ...accepts.map((type) => [type, { schema: {} }]),
    ]),
  };
}
