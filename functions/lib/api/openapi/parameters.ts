import type * as z from 'zod';
import { type Route, scopeOf } from '../route.ts';
import { inline } from './components.ts';

/** Whether the command asks for the version that the caller saw. */
export function takesVersion(route: Route): boolean {
  if (!('command' in route)) return false;
  const { data } = route.command;
  const forms = 'options' in data ? (data.options as z.ZodType[]) : [data];
  return forms.some((form) => 'shape' in form && 'version' in Object(form.shape));
}

export const parametersOf = (route: Route): object[] => [
  ...inPath(route),
  ...inQuery(route),
  ...inHeader(route),
];

const inPath = ({ path, params }: Route): object[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: params?.[name!] ? inline(params[name!]!) : { type: 'string', format: 'uuid' },
  }));

const inQuery = ({ query, tokenIn }: Route): object[] =>
  Object.entries(query?.shape ?? {}).flatMap(([name, schema]) =>
    name === tokenIn
      ? []
      : [
          {
            name,
            in: 'query',
            required: !(schema as z.ZodType).safeParse(undefined).success,
            schema: inline(schema as z.ZodType),
          },
        ],
  );

/** If-Match is for what is there already and has a version. */
function inHeader(route: Route): object[] {
  const changes = 'command' in route;
  return [
    ...(changes
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'The same key with the same request gets the same answer for 14 days.',
            schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
          },
        ]
      : []),
    ...(takesVersion(route)
      ? [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The ETag of your last answer: refused with 412 when it has changed since.',
            schema: { type: 'string', maxLength: 20, pattern: '^((W/)?"[0-9]{1,9}"|\\*)$' },
          },
        ]
      : []),
    ...(scopeOf(route) === null
      ? []
      : [
          {
            name: 'Zerodo-Person',
            in: 'header',
            description:
              'Whom you take yourself for: refused with 401 `other-person` where the session is not theirs.',
            schema: { type: 'string', format: 'uuid' },
          },
        ]),
  ];
}
