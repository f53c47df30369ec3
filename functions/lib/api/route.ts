import type { Scope } from '@zerodo/domain/scopes';
import * as z from 'zod';

/** What the gateway has taken off a request: checked path parameters, query and body, and the If-Match version. */
export type Parts = {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  /** The body as it came, where its content type is one that the route `accepts`. */
  text?: string;
  version?: number;
};

type Common = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1; `{name}` stands for one segment. */
  path: string;
  summary: string;
  /** The function that answers. */
  function: string;
  /** Parameters of the path that are no UUIDs; one that does not fit is a path that is not there. */
  params?: Record<string, z.ZodType>;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Content types beside JSON, or instead of it where there is no `body`; handed on as `text`. */
  accepts?: readonly string[];
  /** Bytes; 64 KiB unless said otherwise. */
  bodyLimit?: number;
  answers: z.ZodType;
  /** Content types of an answer that is no JSON; `answers` is then its text. */
  produces?: readonly string[];
  /** Nobody's identity is asked for or passed on: the function checks a token of its own. Limited by address. */
  access?: 'anyone';
  /** What a session or API token must allow: `read` for a question and `write` for a change unless said otherwise. */
  scope?: Scope;
  /** The API token may stand in this query parameter, for programs that send no headers. */
  tokenIn?: string;
  /** Milliseconds for the function to answer, a cold start included; 30 s unless said otherwise, under 60 in any case. */
  timeout?: number;
};

/** A change: sent to its function as a CloudEvent, with the caller's Idempotency-Key as its id. */
export type CommandRoute = Common & {
  access?: never;
  command: { type: string; data: z.ZodType };
  status: 200 | 201;
  data(parts: Parts): object;
};

/** A question, or a link that needs no identity: `POST /<name>` with its arguments as JSON. */
export type QueryRoute = Common & { ask: string; arguments(parts: Parts): object };

export type Route = CommandRoute | QueryRoute;

/** What most changes of a task need: which one, and the version that the caller saw. */
export const onTask = ({ params, version }: Parts) => ({
  taskId: params.id,
  ...(version !== undefined && { version }),
});

/** A change that needs no more than its path. */
export const emptyBody = z.strictObject({}).optional();

/** The query of a route that asks nothing. */
export const emptyQuery = z.strictObject({});

/** What a route asks of its caller; null where anyone may come. */
export const scopeOf = (route: Route): Scope | null =>
  route.access === 'anyone' ? null : (route.scope ?? ('command' in route ? 'write' : 'read'));
