import type { Scope } from '@zerodo/domain/scopes';
import type { Person } from '@zerodo/store/people';
import type { Sql, Tx } from '@zerodo/store/sql';
import { transaction } from '@zerodo/store/transaction';
import type * as z from 'zod';
import { parsed } from './command.ts';
import type { Config } from './config.ts';

export type QueryContext = { tx: Tx; now: () => Date; userId: string; person: Person; config: Config };

/** One transaction as the worker that the definition is called after. */
export type AsWorker = <R>(work: (tx: Tx) => Promise<R>) => Promise<R>;

export type OperatorContext = Omit<QueryContext, 'tx'> & { transaction: AsWorker };

/** A question with an answer (JSON, or a `Document`) and no effect: `POST /<name>` with its arguments as JSON. */
export type Query<S extends z.ZodType = z.ZodType, A extends object = object> = {
  kind: 'query';
  name: string;
  accepts: S;
  /** What a token must allow; `read` unless said otherwise. */
  scope?: Scope;
} & (
  | { database?: true; handle(asked: z.infer<S>, context: QueryContext): Promise<A> }
  | { database: false; handle(asked: z.infer<S>, context: Omit<QueryContext, 'tx'>): A }
  | { database: 'worker'; handle(asked: z.infer<S>, context: OperatorContext): Promise<A> }
);

/** Gives a query its types. */
export const defineQuery = <S extends z.ZodType, A extends object>(query: {
  name: string;
  accepts: S;
  scope?: Scope;
  handle(asked: z.infer<S>, context: QueryContext): Promise<A>;
}): Query<S, A> => ({ kind: 'query', ...query });

/** A question whose answer is in the question: no database is asked. */
export const defineCalculation = <S extends z.ZodType, A extends object>(query: {
  name: string;
  accepts: S;
  handle(asked: z.infer<S>, context: Omit<QueryContext, 'tx'>): A;
}): Query<S, A> => ({ kind: 'query', database: false, ...query });

/**
 * What an operator asks or does, for whoever has the scope `operate`: as a worker, which sees everybody's rows, and in
 * as many transactions as it takes. Answer ids, types and times, never what people have written.
 */
export const defineOperation = <S extends z.ZodType, A extends object>(operation: {
  name: string;
  accepts: S;
  handle(asked: z.infer<S>, context: OperatorContext): Promise<A>;
}): Query<S, A> => ({ kind: 'query', database: 'worker', scope: 'operate', ...operation });

/** @throws Rejected, Unreadable `invalid-request`, Unavailable */
export async function runQuery(
  query: Query,
  asked: unknown,
  { app, worker, ...context }: Omit<QueryContext, 'tx'> & { app: () => Sql; worker: () => Sql },
): Promise<object> {
  const checked = parsed(query.accepts, asked);
  if (query.database === false) return query.handle(checked, context);
  if (query.database === 'worker') {
    const asWorker: AsWorker = (work) => transaction(worker(), { worker: query.name }, work);
    return query.handle(checked, { ...context, transaction: asWorker });
  }
  return transaction(app(), { user: context.userId }, (tx) => query.handle(checked, { tx, ...context }));
}
