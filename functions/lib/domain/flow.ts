// What operators see of events on their way: ids, types and times, never what people have written.
import * as z from 'zod';

const flowFunction = z.strictObject({
  name: z.string(),
  /** A command may have a Trigger too, and a reaction may be woken by ticks; a query sees no event. */
  kind: z.enum(['edge', 'command', 'query', 'reaction', 'tick']),
  /** Of its Trigger on the Broker task-events (CNCF Subscriptions); null without a Trigger. */
  filters: z.array(z.unknown()).nullable(),
  /** Of its KafkaSource. */
  topic: z.string().nullable(),
  /** A topic that each of its processes reads for itself. */
  follows: z.string().nullable(),
  /** Cron, in UTC. */
  schedule: z.string().nullable(),
});
export type FlowFunction = z.infer<typeof flowFunction>;

export const readTopology = z.strictObject({});
export const topology = z.strictObject({ functions: z.array(flowFunction), topics: z.array(z.string()) });
export type Topology = z.infer<typeof topology>;

/** Without `after` the last ten minutes. */
export const readFlow = z.strictObject({ after: z.iso.datetime().optional() });

export const flowEvent = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  /** The function that announced it. */
  function: z.string(),
  /** The task, series or project that it is about. */
  subject: z.string(),
  time: z.iso.datetime(),
  /** The message that caused it: a command or another event. */
  causeId: z.string(),
  /** W3C: the same from the click to the last reaction. */
  traceId: z.string().nullable(),
  topics: z.array(z.string()),
  /** The relay has given it its place in the log. */
  numbered: z.boolean(),
});
export type FlowEvent = z.infer<typeof flowEvent>;

export const flowStep = z.strictObject({
  id: z.int(),
  function: z.string(),
  eventId: z.string(),
  type: z.string(),
  traceId: z.string(),
  beganAt: z.iso.datetime(),
  ms: z.number(),
  outcome: z.enum(['done', 'refused', 'unreadable', 'unavailable', 'fault']),
  code: z.string().nullable(),
  /** How often the message had come by then; null where the function claims nothing. */
  seen: z.int().nullable(),
  /** Milliseconds of the start, where this was the first message of a process. */
  coldMs: z.int().nullable(),
  /** Steps of the same burst that were not written down. */
  omitted: z.int(),
});
export type FlowStep = z.infer<typeof flowStep>;

/** `after` is what to ask with next: a little earlier than `now`, so some of it comes twice, and nothing is missed. */
export const flow = z.strictObject({
  now: z.iso.datetime(),
  after: z.iso.datetime(),
  events: z.array(flowEvent),
  steps: z.array(flowStep),
  /** There was more than is told at once; these are the latest. */
  truncated: z.boolean(),
  /** Dead letters that nobody has sent again. */
  deadLetters: z.int(),
});
export type Flow = z.infer<typeof flow>;

/** Two hundred at a time, oldest first. */
export const listDeadLetters = z.strictObject({
  all: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(200).optional(),
});

export const deadLetter = z.strictObject({
  id: z.uuid(),
  /** What gave it up, such as `Trigger/recurrence-spawn`. */
  subscription: z.string(),
  /** Whom it was for. */
  function: z.string(),
  eventId: z.string(),
  type: z.string(),
  traceId: z.string().nullable(),
  failedAt: z.iso.datetime(),
  resentAt: z.iso.datetime().nullable(),
  /** What the receiver answered; null when it did not. */
  status: z.int().nullable(),
  reason: z.string(),
});
export type DeadLetter = z.infer<typeof deadLetter>;
export const deadLetterPage = z.strictObject({
  items: z.array(deadLetter),
  nextCursor: z.string().nullable(),
});
export type DeadLetterPage = z.infer<typeof deadLetterPage>;

export const resendDeadLetter = z.strictObject({ deadLetterId: z.uuid() });
export const resendDeadLetters = z.strictObject({});

/** Whether the function has taken it now; otherwise it is kept, and `reason` is what was answered. */
export const resent = z.strictObject({ id: z.uuid(), taken: z.boolean(), reason: z.string() });
export type Resent = z.infer<typeof resent>;
/** What became of each, and how many still wait. */
export const resentLetters = z.strictObject({ sent: z.array(resent), left: z.int() });
export type ResentLetters = z.infer<typeof resentLetters>;
