import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { catalogue, type EventType } from '@zerodo/domain/events';
import type { Definition } from '@zerodo/runtime/definition';
import { takesEvents } from '@zerodo/runtime/telemetry/within';
import { tickTypes } from '@zerodo/runtime/tick';
import type { LoadedFunction } from './every-function.ts';
import type { Headers, World } from './world.ts';

/** By the name of a field, whose id stands in it. */
export type Ids = Record<string, string>;

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Example = { subject: string; data: Json };

const examples = new URL('../../../../kafka/examples/', import.meta.url);
const exampleOf = (type: string): Example =>
  JSON.parse(readFileSync(new URL(`${type}.json`, examples), 'utf8'));

/** The example of the catalogue with these ids in it, wherever a field holds one. */
function about(value: Json, ids: Ids, name = '', within = ''): Json {
  if (Array.isArray(value)) return value.map((one) => about(one, ids, name, within));
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(([key, one]) => [key, about(one, ids, key, name)]);
    return Object.fromEntries(fields);
  }
  return typeof value === 'string' ? (ids[name === 'id' ? `${within}Id` : name] ?? value) : value;
}

/** An event of this type that says something about what these ids name, whoever made it up. */
export function forged(
  type: EventType,
  ids: Ids,
  id: string = randomUUID(),
): { headers: Headers; body: string } {
  const example = exampleOf(type);
  const noun = type.split('.')[2];
  return {
    headers: {
      ...binary(type, id),
      'ce-subject': ids[`${noun}Id`] ?? example.subject,
      'ce-userid': ids.userId!,
      'ce-projectid': ids.projectId!,
    },
    body: JSON.stringify(about(example.data, ids)),
  };
}

export const binary = (type: string, id: string = randomUUID()): Headers => ({
  'content-type': 'application/json',
  ...{ 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': '/zerodo/outbox-relay', 'ce-type': type },
});

/** Every type of message that there is: events, the commands of these functions, and wake-ups. */
export const everyType = (functions: readonly LoadedFunction[]): string[] => [
  ...Object.keys(catalogue),
  ...functions.flatMap(({ definitions }) => definitions.flatMap(commandOf)),
  ...tickTypes,
];

const commandOf = (one: Definition): string[] => (one.kind === 'command' ? [one.accepts.type] : []);

export const acceptedBy = ({ definitions }: LoadedFunction): string[] =>
  definitions.flatMap((one) =>
    one.kind === 'tick' ? [...tickTypes] : takesEvents(one) ? [...one.accepts] : commandOf(one),
  );

type Row = { id: string; type: string; source: string; subject: string; userId: string; data: unknown };

/** Brings what was really announced to whoever takes it, and wakes everybody, until there is nothing left to do. */
export async function settle({ database, functions, direct }: World): Promise<void> {
  const brought = new Set<string>();
  const wake = async () => {
    for (const one of functions.filter(hasTick)) await direct(one.name, '/', binary(tickTypes[0]));
  };
  for (;;) {
    await wake();
    const rows = await database.owner()<
      Row[]
    >`select * from events where log_position is not null order by sequence`;
    const fresh = rows.filter(({ id }) => !brought.has(id));
    if (fresh.length === 0) return;
    for (const { id, type, source, subject, userId, data } of fresh) {
      brought.add(id);
      const headers = {
        ...binary(type, id),
        'ce-source': source,
        'ce-subject': subject,
        'ce-userid': userId,
      };
      const takers = functions.filter((one) => acceptedBy(one).includes(type));
      for (const { name } of takers) await direct(name, '/', headers, JSON.stringify(data));
    }
  }
}

const hasTick = ({ definitions }: LoadedFunction) => definitions.some(({ kind }) => kind === 'tick');
