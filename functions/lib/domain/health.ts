// What an installation says of itself: to anybody whether it works, to operators what waits and what fails.
import * as z from 'zod';

/** What anybody is told; more would help who means no good. */
export const health = z.strictObject({
  status: z.enum(['ok', 'trouble']),
  parts: z.strictObject({ gateway: z.literal('ok'), web: z.enum(['ok', 'unreachable']) }),
});
export type Health = z.infer<typeof health>;

export const readHealth = z.strictObject({});

/** A function that a Trigger or a KafkaSource brings events to, over the last hour. */
const consumer = z.strictObject({
  function: z.string(),
  /** Events of the log that it has not passed; null with Kafka, which alone knows. */
  behind: z.int().nullable(),
  /** When it was last done with a message; null when it was not within the hour. */
  lastAt: z.iso.datetime().nullable(),
  handled: z.int(),
  /** Messages that ended in trouble; most were tried again. */
  failed: z.int(),
});
export type Consumer = z.infer<typeof consumer>;

const breaker = z.strictObject({
  /** `smtp`, `push:<host>` or `webhook:<id>`. */
  target: z.string(),
  state: z.enum(['open', 'half-open']),
  failures: z.int(),
  /** When one call is let through to see whether it is back. */
  probeAt: z.iso.datetime().nullable(),
});

export const operatorsHealth = z.strictObject({
  now: z.iso.datetime(),
  postgres: z.strictObject({
    version: z.string(),
    connections: z.int(),
    maxConnections: z.int(),
    /** The whole database. */
    bytes: z.int(),
    /** Nothing can be changed: by a setting, or because it is a standby. */
    readOnly: z.boolean(),
  }),
  log: z.strictObject({
    kind: z.enum(['postgres', 'kafka']),
    /** Committed events that are not in the log yet. */
    waiting: z.int(),
    /** How long the oldest of them has waited. */
    oldestSeconds: z.number(),
    /** When the relay was last done; null when it was not within the hour. */
    relayedAt: z.iso.datetime().nullable(),
    relaysFailed: z.int(),
  }),
  consumers: z.array(consumer),
  /** Targets that are left alone for a while. */
  breakers: z.array(breaker),
  deadLetters: z.int(),
});
export type OperatorsHealth = z.infer<typeof operatorsHealth>;
