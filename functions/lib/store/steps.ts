import type { Tx } from './sql.ts';

/** How a function came to terms with a message. */
export type StepOutcome = 'done' | 'refused' | 'unreadable' | 'unavailable' | 'fault';

/** One message, handled once by one function. It holds no word that anybody has written. */
export type NewStep = {
  function: string;
  eventId: string;
  type: string;
  traceId: string;
  beganAt: Date;
  ms: number;
  outcome: StepOutcome;
  code: string | null;
  /** How often the message had come by then; null where the function claims nothing. */
  seen: number | null;
  /** Milliseconds of the process's start, at its first message; null at every other. */
  coldMs: number | null;
  /** Steps before this one that were left out. */
  omitted: number;
};

export type Step = NewStep & { id: number };

/** All of them in one statement. */
export const noteSteps = (tx: Tx, steps: readonly NewStep[]) => tx`
  insert into steps (function, event_id, type, trace_id, began_at, ms, outcome, code, seen, cold_ms, omitted)
  select * from jsonb_to_recordset(${tx.json(steps as never)}::jsonb) as s
    (function text, "eventId" text, type text, "traceId" text, "beganAt" timestamptz, ms real, outcome text, code text,
     seen integer, "coldMs" integer, omitted integer)
`;

/** Those noted after a moment, the latest `limit` of them, oldest first. */
export async function stepsSince(tx: Tx, after: Date, limit: number): Promise<Step[]> {
  const rows = await tx<Step[]>`
    select id, function, event_id, type, trace_id, began_at, ms, outcome, code, seen, cold_ms, omitted
    from steps where noted_at > ${after} order by noted_at desc limit ${limit}
  `;
  return rows.reverse();
}

/** A fact on its way, without what it says. */
export type PassingEvent = {
  id: string;
  type: string;
  source: string;
  subject: string;
  time: Date;
  causeId: string;
  traceparent: string | null;
  /** The relay has given it its place in the log. */
  numbered: boolean;
};

/** Events after a moment, the latest `limit` of them, oldest first. */
export async function eventsSince(tx: Tx, after: Date, limit: number): Promise<PassingEvent[]> {
  const rows = await tx<PassingEvent[]>`
    select id, type, source, subject, time, cause_id, traceparent, log_position is not null as numbered
    from events where time > ${after} order by time desc, sequence desc limit ${limit}
  `;
  return rows.reverse();
}
