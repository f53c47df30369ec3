import * as z from 'zod';
import type { Route } from '../route.ts';
import { operationId } from './names.ts';
import { nouns } from './nouns.ts';

export type Components = {
  schemas: Record<string, object>;
  /** The reference to a body or an answer of a route. */
  refer(schema: z.ZodType): { $ref: string };
};

const uri = (name: string) => `#/components/schemas/${name}`;

/** As it is sent: what a transform makes of it afterwards is nobody else's affair. */
const asSent = { io: 'input', unrepresentable: 'any' } as const;

/** Every schema of the routes under a name of its own, where the others refer to it. */
export function componentsOf(routes: readonly Route[]): Components {
  const names = new Map(nouns);
  const add = (schema: z.ZodType | undefined, name: string) => {
    if (schema && !names.has(schema)) names.set(schema, name);
  };
  for (const route of routes) {
    const id = operationId(route);
    add(route.body, `${id.charAt(0).toUpperCase()}${id.slice(1)}Body`);
    if (!route.produces) add(route.answers, `${id.charAt(0).toUpperCase()}${id.slice(1)}Answer`);
  }
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...asSent, uri });
  return {
    schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)])),
    refer: (schema) => ({ $ref: uri(names.get(schema)!) }),
  };
}

/** A small schema that stands where it is used. */
export const inline = (schema: z.ZodType): object => plain(z.toJSONSchema(schema, asSent));

function plain({ $schema: _dialect, $id: _id, ...schema }: Record<string, unknown>): object {
  return schema;
}
