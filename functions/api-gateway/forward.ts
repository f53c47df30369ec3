import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Parts, Route } from '@zerodo/api/route';
import type { EdgeContext } from '@zerodo/runtime/edge';
import type { Pass } from '@zerodo/runtime/exchange';
import { type Answer, send } from '@zerodo/runtime/http-json';
import { nextStep } from '@zerodo/runtime/trace';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { Unavailable } from '@zerodo/store/unavailable';

/** A function answers well before this; a cold start is part of it. */
const timeout = 30_000;
const passedOn = ['content-type', 'etag', 'retry-after'] as const;

/** Sends the command or the question to its function and its answer to the caller. */
export async function forward(
  route: Route,
  parts: Parts,
  {
    request,
    response,
    pass,
    context,
  }: { request: IncomingMessage; response: ServerResponse; pass: Pass; context: EdgeContext },
): Promise<void> {
  const base = context.config.ZERODO_FUNCTION_URL!.replace('{function}', route.function);
  const headers: OutgoingHttpHeaders = {
    authorization: `Bearer ${pass.token}`,
    'content-type': 'application/json',
    traceparent: nextStep(request.headers.traceparent as string | undefined).traceparent,
  };
  const answer =
    'command' in route
      ? await reach(
          base,
          { ...headers, ...envelope(route.command.type, request, context) },
          route.data(parts),
        )
      : await reach(`${base}/${route.ask}`, headers, route.arguments(parts));
  // Not from the function but from what stands before it, while it starts or is gone.
  if (answer.status >= 500 && !answer.headers['content-type']?.startsWith('application/problem+json')) {
    throw unreachable(new Error(`${route.function} answered ${answer.status}`));
  }

  response.statusCode = answer.status;
  for (const name of passedOn) if (answer.headers[name]) response.setHeader(name, answer.headers[name]);
  response.setHeader('content-length', answer.body.length);
  response.setHeader('cache-control', 'no-store');
  response.end(answer.body);
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

const reach = (url: string, headers: OutgoingHttpHeaders, body: object): Promise<Answer> =>
  send(url, { headers, body: JSON.stringify(body), timeout }).catch((cause) => {
    throw unreachable(cause);
  });

const unreachable = (cause: unknown) =>
  new Unavailable('The function that answers this cannot be reached just now.', { cause });
