import { task } from '@zerodo/domain/task';
import * as z from 'zod';
import { problem } from './problem.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

/** Schemas that stand once under their name and are referred to. */
const named = new Map<z.ZodType, string>([
  [task, 'Task'],
  [problem, 'Problem'],
]);

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** As it is sent: what a transform makes of it afterwards is nobody else's affair. */
function schemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}

const refer = (schema: z.ZodType): object => {
  const name = named.get(schema);
  return name ? reference(name) : schemaOf(schema);
};

const json = (schema: object, type = 'application/json') => ({ content: { [type]: { schema } } });

/** The public API in OpenAPI 3.1, made from the route table. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Zerodo', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries([...named].map(([schema, name]) => [name, schemaOf(schema)])),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(route: Route): object {
  const changes = 'command' in route;
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/{}-]+(\w?)/g, (_, letter) => letter.toUpperCase())}`,
    summary: route.summary,
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route),
      ...(changes ? writeHeaders(route) : []),
    ],
    ...(route.body && { requestBody: bodyOf(route) }),
    responses: {
      [changes ? route.status : 200]: { description: 'Done', ...json(refer(route.answers)) },
      default: { description: 'Refused', ...json(reference('Problem'), 'application/problem+json') },
    },
  };
}

const pathParameters = ({ path }: Route): object[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));

const queryParameters = ({ query }: Route): object[] =>
  Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType),
  }));

/** If-Match is for what is there already. */
const writeHeaders = ({ path }: Route): object[] =>
  ['Idempotency-Key', ...(path.startsWith('/tasks/{id}') ? ['If-Match'] : [])].map((name) => ({
    name,
    in: 'header',
    required: false,
    schema: { type: 'string' },
  }));

function bodyOf({ method, body }: Route): object {
  const schema = schemaOf(body!);
  const types =
    method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'];
  return {
    required: !body!.safeParse(undefined).success,
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  };
}
