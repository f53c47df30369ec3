import { openApi } from '@zerodo/api/openapi';

/** One thing that the API can be asked, as its OpenAPI document has it. */
export type Operation = {
  id: string;
  method: string;
  /** Below /api/v1, with `{name}` for each parameter. */
  path: string;
  /** Names of the parameters in the path. */
  params: string[];
  /** Nobody's identity is asked for. */
  open: boolean;
  /** The token is a part of the address. */
  tokenIn: string | null;
  scope: string;
  changes: boolean;
  /** An example, where the document has one, or else nothing at all. */
  body: unknown;
  /** Where the body or the query may hold an id: `projectId`, `reminders.0.id`. */
  ids: { in: 'body' | 'query'; at: string }[];
};

type Schema = {
  $ref?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
} & Record<string, unknown>;
type Parameter = { name: string; in: string; schema: Schema };
type Described = {
  operationId: string;
  description: string;
  security?: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: {
    content: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }>;
  };
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, { name?: string }> };
};

/** All operations of the document, so that a new one is among them by itself. */
export function everyOperation(): Operation[] {
  const { paths, components } = openApi() as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const { operationId, description, security, parameters, requestBody } = described;
      const json = requestBody?.content['application/json'];
      const address = security?.some((one) => 'address' in one);
      return {
        id: operationId,
        method: method.toUpperCase(),
        path: path.replace('/api/v1', ''),
        params: parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        open: security?.length === 0,
        tokenIn: address ? components.securitySchemes.address!.name! : null,
        scope: /scope `(\w+)`/.exec(description)?.[1] ?? '',
        changes: method !== 'get',
        body: Object.values(json?.examples ?? {})[0]?.value,
        ids: [
          ...(json ? idsIn(json.schema, components.schemas).map((at) => ({ in: 'body' as const, at })) : []),
          ...parameters
            .filter((one) => one.in === 'query' && idsIn(one.schema, components.schemas).length > 0)
            .map(({ name }) => ({ in: 'query' as const, at: name })),
        ],
      };
    }),
  );
}

/** Where a value of this schema may hold a UUID, in dots; of an array, its first item. */
function idsIn(schema: Schema, schemas: Document['components']['schemas'], at = ''): string[] {
  if (schema.$ref) return idsIn(schemas[schema.$ref.split('/').at(-1)!]!, schemas, at);
  if (schema.format === 'uuid') return [at];
  const under = (name: string) => (at ? `${at}.${name}` : name);
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => idsIn(one, schemas, under(name))),
    ...(schema.items ? idsIn(schema.items, schemas, under('0')) : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((kind) =>
      ((schema[kind] as Schema[]) ?? []).flatMap((one) => idsIn(one, schemas, at)),
    ),
  ];
  return [...new Set(inner)];
}
