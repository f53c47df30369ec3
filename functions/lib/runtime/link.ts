import type { OutgoingEvent } from '@zerodo/domain/outgoing';
import { record } from '@zerodo/store/events';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type * as z from 'zod';
import { parsed } from './command.ts';
import type { Config } from './config.ts';

/** One transaction as the person whom a verified token names; the events that `work` gives back commit with it. */
export type AsPerson = <R>(
  userId: string,
  work: (tx: Tx) => Promise<{ result: R; events: OutgoingEvent[] }>,
) => Promise<R>;

export type LinkContext = { now: () => Date; newId: () => string; config: Config; asPerson: AsPerson };

/**
 * What an address in an e-mail leads to: `POST /<name>` with its arguments as JSON and nobody's identity.
 * Whoever holds the address may do what it says and nothing more, so the handler proves the token in the
 * arguments before it asks for a transaction. It may be called twice: what it does must be single.
 */
export type Link<S extends z.ZodType = z.ZodType, A extends object = object> = {
  kind: 'link';
  name: string;
  accepts: S;
  /** Settings that this link cannot do without, such as the secret that its tokens are signed with. */
  needs?: readonly (keyof Config)[];
  handle(asked: z.infer<S>, context: LinkContext): Promise<A>;
};

/** Gives a link its types. */
export const defineLink = <S extends z.ZodType, A extends object>(
  link: Omit<Link<S, A>, 'kind'>,
): Link<S, A> => ({ kind: 'link', ...link });

export type LinkCall = Omit<LinkContext, 'asPerson'> & {
  sql: () => Sql;
  traceparent: string | null;
  announced: (events: OutgoingEvent[]) => void;
};

/** @throws Rejected, Unreadable `invalid-request`, Unavailable */
export const runLink = (
  { name, accepts, handle }: Link,
  asked: unknown,
  { sql, traceparent, announced, ...context }: LinkCall,
): Promise<object> =>
  handle(parsed(accepts, asked), {
    ...context,
    asPerson: async (user, work) => {
      const { result, events } = await transaction(sql(), { user }, async (tx) => {
        const done = await work(tx);
        for (const event of done.events) {
          await record(tx, event, { function: name, causeId: event.id, traceparent });
        }
        return done;
      });
      announced(events);
      return result;
    },
  });
