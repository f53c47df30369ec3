import { describe, expect, it } from 'vitest';
import { openApi } from '../openapi.ts';

// biome-ignore lint/suspicious/noExplicitAny: a schema is looked at by its keywords
type Schema = any;
const document = openApi() as Schema;
const operations: [string, Schema][] = Object.entries<Schema>(document.paths).flatMap(([path, methods]) =>
  Object.entries<Schema>(methods).map(([method, operation]): [string, Schema] => [
    `${method} ${path}`,
    operation,
  ]),
);

/** Formats that are only so long. */
const short = ['uuid', 'date', 'date-time', 'email'];

/** Where in a schema something may be as long, as many or as large as one likes. */
function endless(schema: Schema, at: string, seen: string[] = []): string[] {
  const name = schema.$ref?.split('/').at(-1);
  if (name) {
    if (seen.includes(name)) return [];
    return endless(document.components.schemas[name], at, [...seen, name]);
  }
  const types = [schema.type].flat();
  const within = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const own = [
    types.includes('string') &&
      schema.maxLength === undefined &&
      !(schema.enum || schema.const !== undefined || short.includes(schema.format) || schema.pattern),
    types.includes('array') && schema.maxItems === undefined,
    (types.includes('number') || types.includes('integer')) &&
      !(
        'const' in schema ||
        (('minimum' in schema || 'exclusiveMinimum' in schema) &&
          ('maximum' in schema || 'exclusiveMaximum' in schema))
      ),
    types.includes('object') && schema.additionalProperties !== false && schema.maxProperties === undefined,
    !schema.type && !schema.enum && !('const' in schema) && within.length === 0,
  ];
  return [
    ...(own.some(Boolean) ? [at] : []),
    ...within.flatMap((part: Schema) => endless(part, at, seen)),
    ...(schema.items ? endless(schema.items, `${at}[]`, seen) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => endless(part, `${at}.${key}`, seen)),
  ];
}

describe('what a request may hold', () => {
  it('is limited and says so, field by field', () => {
    const found = operations.flatMap(([name, { parameters, requestBody }]) => [
      ...parameters.flatMap((one: Schema) => endless(one.schema, `${name} ${one.in} ${one.name}`)),
      ...Object.entries<Schema>(requestBody?.content ?? {}).flatMap(([type, { schema }]) =>
        // A file says of itself what is in it, and has its size alone.
        type.endsWith('json') && Object.keys(schema).length > 0 ? endless(schema, `${name} body`) : [],
      ),
    ]);

    expect([...new Set(found)]).toEqual([]);
  });
});
