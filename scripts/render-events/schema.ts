import * as z from 'zod';
import { catalogue, dataSchema, type EventType } from '../../functions/lib/domain/events.ts';

/** The JSON Schema (2020-12) of a type's data; its `$id` is the event's attribute `dataschema`. */
export function schemaOf(type: EventType): object {
  // What goes in: a schema that changes what it reads has no other JSON Schema.
  const { $schema, ...schema } = z.toJSONSchema(catalogue[type].data, { io: 'input' });
  return { $schema, $id: dataSchema(type), title: type, ...schema };
}
