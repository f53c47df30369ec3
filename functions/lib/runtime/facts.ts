import { count } from './telemetry/record.ts';

/** What a log line says about a message; filled in as it becomes known. */
export type Facts = {
  eventId?: string;
  type?: string;
  taskId?: string | undefined;
  userId?: string;
  traceId?: string;
  /** How often the message had come by then, where it is claimed. */
  seen?: number;
};

/** What is logged as an id is one: a caller may write anything there. */
export const uuidOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;

/** Notes how often a message has come by now; more than once, it did nothing. */
export function noteSeen(seen: number, facts: Facts): void {
  facts.seen = seen;
  if (seen > 1) count('inbox.duplicates', {});
}
