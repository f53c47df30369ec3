import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Json = { type?: string; format?: string; enum?: unknown[]; const?: unknown; minimum?: number } & {
  properties?: Record<string, Json>;
  required?: string[];
  anyOf?: Json[];
  oneOf?: Json[];
};

/** Data that fits a schema, required fields only: enough to show the shape of a call. */
export const sampleOf = (schema: z.ZodType): unknown =>
  sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);

function sample(json: Json): unknown {
  const choice = json.anyOf?.[0] ?? json.oneOf?.[0];
  if (choice) return sample(choice);
  if (json.const !== undefined) return json.const;
  if (json.enum) return json.enum[0];
  if (json.properties) {
    const wanted = json.required ?? Object.keys(json.properties).slice(0, 1);
    return Object.fromEntries(wanted.map((name) => [name, sample(json.properties?.[name] ?? {})]));
  }
  if (json.type === 'integer' || json.type === 'number') return json.minimum ?? 1;
  if (json.type === 'boolean') return true;
  if (json.type === 'array') return [];
  if (json.format === 'uuid') return randomUUID();
  if (json.format === 'date') return new Date().toISOString().slice(0, 10);
  return 'Water the plants';
}
