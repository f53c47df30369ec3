import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type * as z from 'zod';
import { parsed } from './command.ts';

export type QueryContext = { tx: Tx; now: () => Date; userId: string };

/** A question with an answer and no effect: `POST /<name>` with its arguments as JSON. */
export type Query<S extends z.ZodType = z.ZodType, A extends object = object> = {
  kind: 'query';
  name: string;
  accepts: S;
} & (
  | { database?: true; handle(asked: z.infer<S>, context: QueryContext): Promise<A> }
  | { database: false; handle(asked: z.infer<S>, context: Omit<QueryContext, 'tx'>): A }
);

/** Gives a query its types. */
export const defineQuery = <S extends z.ZodType, A extends object>(query: {
  name: string;
  accepts: S;
  handle(asked: z.infer<S>, context: QueryContext): Promise<A>;
}): Query<S, A> => ({ kind: 'query', ...query });

/** A question whose answer is in the question: no database is asked. */
export const defineCalculation = <S extends z.ZodType, A extends object>(query: {
  name: string;
  accepts: S;
  handle(asked: z.infer<S>, context: Omit<QueryContext, 'tx'>): A;
}): Query<S, A> => ({ kind: 'query', database: false, ...query });

/** @throws Rejected, Unreadable `invalid-request`, Unavailable */
export async function runQuery(
  query: Query,
  asked: unknown,
  { sql, now, userId }: { sql: () => Sql; now: () => Date; userId: string },
): Promise<object> {
  const checked = parsed(query.accepts, asked);
  if (query.database === false) return query.handle(checked, { now, userId });
  return transaction(sql(), { user: userId }, (tx) => query.handle(checked, { tx, now, userId }));
}
