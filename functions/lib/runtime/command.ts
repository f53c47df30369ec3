import { problemOfIssues } from '@zerodo/api/problem';
import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import type { Scope } from '@zerodo/domain/scopes';
import { record, recordAll } from '@zerodo/store/events';
import { claimed, remember } from '@zerodo/store/inbox';
import type { Person } from '@zerodo/store/people';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type * as z from 'zod';
import type { Config } from './config.ts';
import { Unreadable } from './unreadable.ts';

/** What a command answers: 200 or, where it made something, 201; the events commit with the change. */
export type Outcome<A> = {
  answer: A;
  created?: boolean;
  events: OutgoingEvent[];
  /** What a repetition is answered, where the answer holds a secret that must not be kept. */
  remembered?: A;
  /** The earliest of the reminders that it moved without an event that shows them. */
  remindsAt?: Date | null;
};

export type CommandContext = {
  tx: Tx;
  now: () => Date;
  /** UUIDv7, so that ids sort by time. */
  newId: () => string;
  config: Config;
  /** From the verified token, never from the message. */
  userId: string;
  person: Person;
};

export type Command<S extends z.ZodType = z.ZodType, A extends object = object> = {
  kind: 'command';
  name: string;
  accepts: { type: string; data: S };
  /** Bytes of a message; 64 KiB unless said otherwise. */
  bodyLimit?: number;
  /** What a token must allow; `write` unless said otherwise. */
  scope?: Scope;
  handle(command: { id: string; data: z.infer<S> }, context: CommandContext): Promise<Outcome<A>>;
};

/** Gives a command its types; `runCommand` gives it its promises. */
export const defineCommand = <S extends z.ZodType, A extends object>(
  command: Omit<Command<S, A>, 'kind'>,
): Command<S, A> => ({ kind: 'command', ...command });

/** Beyond this many, one statement for all of them is less work than one for each. */
const few = 5;

export type CommandCall = {
  sql: Sql;
  now: () => Date;
  newId: () => string;
  config: Config;
  person: Person;
  traceparent: string | null;
};

/**
 * Handles a command once. The change, the events that announce it and the claim on the command's
 * id commit together, so a crash leaves all of them or none; a caller that lost our answer asks
 * again with the same id and gets the same answer. A refusal leaves no claim.
 *
 * @throws Rejected when a rule says no, Unreadable `invalid-request`, Unavailable
 */
export async function runCommand<S extends z.ZodType, A extends object>(
  { name, accepts, handle }: Command<S, A>,
  incoming: { id: string; type: string; data: unknown },
  { sql, person, traceparent, ...caller }: CommandCall,
): Promise<{ answer: A; created: boolean; events: OutgoingEvent[]; remindsAt: Date | null; seen: number }> {
  const data = parsed(accepts.data, incoming.data);
  return transaction(sql, { user: person.id }, async (tx) => {
    const claim = { function: name, source: person.id, eventId: incoming.id, userId: person.id };
    const before = await claimed(tx, claim, { type: incoming.type, data: incoming.data });
    if (before.seen > 1) {
      const { answer, created } = before.answer as { answer: A; created: boolean };
      return { answer, created, events: [], remindsAt: null, seen: before.seen };
    }
    const outcome = await handle({ id: incoming.id, data }, { tx, ...caller, userId: person.id, person });
    const { answer, created = false, events, remembered = answer, remindsAt = null } = outcome;
    const origin = { function: name, causeId: incoming.id, traceparent };
    // Sent together: on one connection they are done in this order, without a round trip between them.
    await Promise.all([
      ...(events.length > few
        ? [recordAll(tx, events, origin)]
        : events.map((event) => record(tx, event, origin))),
      remember(tx, claim, { answer: remembered, created }),
    ]);
    return { answer, created, events, remindsAt, seen: before.seen };
  });
}

/** @throws Unreadable `invalid-request` naming each wrong field */
export function parsed<S extends z.ZodType>(schema: S, data: unknown): z.infer<S> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const { detail, errors } = problemOfIssues(result.error);
  throw new Unreadable('invalid-request', detail, errors);
}
