import * as z from 'zod';

/** What the gateway has taken off a request: checked path parameters, query and body, and the If-Match version. */
export type Parts = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  version?: number;
};

type Common = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1; `{id}` stands for one segment. */
  path: string;
  summary: string;
  /** The function that answers. */
  function: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  answers: z.ZodType;
};

/** A change: sent to its function as a CloudEvent, with the caller's Idempotency-Key as its id. */
export type CommandRoute = Common & {
  command: { type: string; data: z.ZodType };
  status: 200 | 201;
  data(parts: Parts): object;
};

/** A question: `POST /<name>` with its arguments as JSON. */
export type QueryRoute = Common & { ask: string; arguments(parts: Parts): object };

export type Route = CommandRoute | QueryRoute;

/** What most changes of a task need: which one, and the version that the caller saw. */
export const onTask = ({ params, version }: Parts) => ({
  taskId: params.id,
  ...(version !== undefined && { version }),
});

/** A change that needs no more than its path. */
export const emptyBody = z.strictObject({}).optional();
