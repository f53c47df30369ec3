import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Parts, Route } from '@zerodo/api/route';
import type { EdgeContext } from '@zerodo/runtime/edge';
import { type Answer, send } from '@zerodo/runtime/http-json';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { Unavailable } from '@zerodo/store/unavailable';
import { compressed } from './compress.ts';
import { methodOf } from './match.ts';

/** A function answers well before this; a cold start is part of it. */
const usualTimeout = 30_000;
/** A document is looked at or saved: it loads nothing, and a form in it goes nowhere else. */
const documentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
const passedOn = ['content-type', 'content-disposition', 'etag', 'retry-after'] as const;

/** Sends the command or the question to its function and its answer to the caller. */
export async function forward(
  route: Route,
  parts: Parts,
  {
    request,
    response,
    token,
    traceparent,
    context,
  }: {
    request: IncomingMessage;
    response: ServerResponse;
    token: string | null;
    traceparent: string;
    context: EdgeContext;
  },
): Promise<void> {
  const base = context.config.ZERODO_FUNCTION_URL!.replace('{function}', route.function);
  const headers: OutgoingHttpHeaders = {
    ...(token && { authorization: `Bearer ${token}` }),
    'content-type': 'application/json',
    traceparent,
  };
  const timeout = route.timeout ?? usualTimeout;
  const answer =
    'command' in route
      ? await reach(
          base,
          { ...headers, ...envelope(route.command.type, request, context) },
          route.data(parts),
          timeout,
        )
      : await reach(`${base}/${route.ask}`, headers, route.arguments(parts), timeout);
  // Not from the function but from what stands before it, while it starts or is gone.
  if (answer.status >= 500 && !answer.headers['content-type']?.startsWith('application/problem+json')) {
    throw unreachable(new Error(`${route.function} answered ${answer.status}`));
  }
  // Whose token it is we asked the web a moment ago: it is the clocks or the keys that are at odds, not the caller who is unknown.
  if (answer.status === 401 && token) throw unreachable(new Error(`${route.function} refuses the token`));
  await pass(answer, request, response);
}

async function pass(
  { status, headers, body }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const name of passedOn) if (headers[name]) response.setHeader(name, headers[name]);
  const isJson = /^application\/(problem\+)?json/.test(headers['content-type'] ?? '');
  // A document's ETag is its content's; a thing's is its version, which says nothing of its reminders' states.
  response.setHeader('cache-control', headers.etag && !isJson ? 'private, no-cache' : 'no-store');
  if (!isJson) response.setHeader('content-security-policy', documentPolicy);
  if (
    status === 200 &&
    methodOf(request) === 'GET' &&
    isKnown(headers.etag, request.headers['if-none-match'])
  ) {
    response.removeHeader('content-type');
    response.removeHeader('content-disposition');
    response.writeHead(304).end();
    return;
  }
  response.statusCode = status;
  const sent = await compressed(body, request, response);
  response.setHeader('content-length', sent.length);
  response.end(sent);
}

/** RFC 9110, section 13.1.2: compared weakly. */
function isKnown(etag: string | undefined, seen: string | undefined): boolean {
  if (!etag || !seen) return false;
  return seen.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}

/** The command's attributes; the caller's Idempotency-Key is its id. */
function envelope(
  type: string,
  { headers }: IncomingMessage,
  { newId, now }: EdgeContext,
): OutgoingHttpHeaders {
  const key = headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(String(key))) {
    throw new Unreadable('invalid-request', 'An Idempotency-Key has 1 to 200 visible ASCII characters.');
  }
  return {
    prefer: 'return=representation',
    'ce-specversion': '1.0',
    'ce-id': key === undefined ? newId() : encodeURIComponent(String(key)),
    'ce-type': type,
    'ce-source': '/zerodo/api-gateway',
    'ce-time': now().toISOString(),
  };
}

const reach = (url: string, headers: OutgoingHttpHeaders, body: object, timeout: number): Promise<Answer> =>
  send(url, { headers, body: JSON.stringify(body), timeout }).catch((cause) => {
    throw unreachable(cause);
  });

const unreachable = (cause: unknown) =>
  new Unavailable('The function that answers this cannot be reached just now.', { cause });
