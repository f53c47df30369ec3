import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { sampleOf } from './sample.ts';

/** What a handle.ts exports, as far as a caller has to know it. */
export type Definition =
  | { kind: 'command'; name: string; accepts: { type: string; data: z.ZodType } }
  | { kind: 'query'; name: string; accepts: z.ZodType }
  | { kind: 'reaction'; name: string; accepts: string[] }
  | { kind: 'tick' | 'edge' | 'collector'; name: string };

const cloudEvent = (type: string) => [
  `-H 'ce-specversion: 1.0' -H 'ce-id: ${randomUUID()}'`,
  `-H 'ce-source: /curl' -H 'ce-type: ${type}'`,
];

const json = (data: unknown) =>
  `-H 'content-type: application/json' -d '${JSON.stringify(data).replaceAll("'", "'\\''")}'`;
const asPerson = `-H "authorization: Bearer $TOKEN" -H 'prefer: return=representation'`;

/** A curl that a definition answers, over several lines. */
export function exampleCall(definition: Definition, url: string): string {
  switch (definition.kind) {
    case 'command':
      return call(url, [
        ...cloudEvent(definition.accepts.type),
        asPerson,
        json(sampleOf(definition.accepts.data)),
      ]);
    case 'query':
      return call(`${url}/${definition.name}`, [asPerson, json(sampleOf(definition.accepts))]);
    case 'reaction':
      return call(url, [...cloudEvent(definition.accepts[0] ?? ''), json({})]);
    case 'collector':
      return call(url, [...cloudEvent('dev.zerodo.task.created.v1'), json({})]);
    case 'tick':
      return call(url, [...cloudEvent('dev.zerodo.tick.v1'), json({})]);
    case 'edge':
      return call(url, []);
  }
}

const call = (url: string, lines: string[]): string => [`curl -i ${url}`, ...lines].join(' \\\n  ');

/** Commands and queries take a JWT of two minutes, which a session or an API token is exchanged for. */
export const needsToken = (definition: Definition): boolean =>
  definition.kind === 'command' || definition.kind === 'query';
