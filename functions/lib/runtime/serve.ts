import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { http as register } from '@google-cloud/functions-framework';
import { getTestServer as frameworkServer } from '@google-cloud/functions-framework/testing';
import { answerBroker, answerCaller, type Result, resultOf } from './answer.ts';
import { Aborted, readBody } from './body.ts';
import { carriesEvent } from './cloudevent.ts';
import { bodyLimit, type Definition } from './definition.ts';
import type { Facts } from './facts.ts';
import { handleRequest } from './handling.ts';
import type { Services } from './services.ts';
import { type AttributesOf, observe } from './telemetry/record.ts';
import { isTick } from './tick.ts';
import { Unreadable } from './unreadable.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type WithBody = IncomingMessage & { rawBody: Buffer };

/** A person or program that waits for the answer says so (RFC 7240); brokers and sources do not. */
const waits = ({ headers }: IncomingMessage): boolean =>
  /\breturn=representation\b/.test(String(headers.prefer ?? '')) || !carriesEvent(headers);

/** The one server of a function, not yet listening: health, the body's limit, and one answer for each outcome. */
export function serverFor(name: string, definitions: readonly Definition[], services: Services): Server {
  const edge = definitions.find((one) => one.kind === 'edge');
  const server = edge ? createServer() : throughFramework(name, definitions, services);
  const inner = edge
    ? edgeListener(edge.open(services), services)
    : takeListener(server, bodyLimit(definitions));
  server.on('request', (request, response) => {
    if (services.stopping.aborted) response.setHeader('connection', 'close');
    if (request.url?.startsWith('/healthz/')) health(request, response, services);
    else inner(request, response);
  });
  server.keepAliveTimeout = 0;
  server.requestTimeout = 60_000;
  return server;
}

function health({ url, method }: IncomingMessage, response: ServerResponse, { stopping }: Services): void {
  const known = url === '/healthz/live' || url === '/healthz/ready';
  if (method !== 'GET' || !known) response.statusCode = 404;
  else response.statusCode = url === '/healthz/ready' && stopping.aborted ? 503 : 200;
  response.end();
}

/**
 * Registered with functions-framework and served by its server. Its request listener is taken off
 * and called by ours, which has read and counted the body first: left to itself it buffers a
 * gigabyte, and answers what it cannot parse with an HTML page that it logs.
 */
function throughFramework(name: string, definitions: readonly Definition[], services: Services): Server {
  register(name, async (request, response) => {
    const { rawBody } = request as unknown as WithBody;
    await respond(request, response, services, (facts) =>
      handleRequest(request, rawBody, definitions, services, facts),
    );
  });
  return frameworkServer(name);
}

function takeListener(server: Server, limit: number): Listener {
  const [framework] = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  // The framework's own set-up ends a request after two minutes; the platform's time-outs decide here.
  server.setTimeout(0);
  return async (request, response) => {
    try {
      if (request.method !== 'POST') {
        throw new Unreadable('method-not-allowed', 'Functions take POST.');
      }
      (request as WithBody).rawBody = await readBody(request, limit);
      framework!(request, response);
    } catch (error) {
      if (error instanceof Aborted) return;
      response.setHeader('connection', 'close');
      finish(request, response, resultOf(error));
    }
  };
}

const edgeListener =
  (
    handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
    { log }: Services,
  ): Listener =>
  async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      if (error instanceof Aborted) return;
      const result = resultOf(error);
      if ('cause' in result) log.error({ err: result.cause, code: result.code }, 'request failed');
      if (response.headersSent) response.destroy();
      else answerCaller(response, result);
    }
  };

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { log, footprints }: Services,
  work: (facts: Facts) => Promise<Result>,
): Promise<void> {
  const begun = performance.now();
  const facts: Facts = {};
  log.debug({ eventId: request.headers['ce-id'], trigger: triggerOf(request) }, 'received');
  const result = await work(facts).catch(resultOf);
  const ms = Math.round((performance.now() - begun) * 10) / 10;
  const line = { ...facts, outcome: result.outcome, ms };
  if (result.outcome === 'done') log.info(line, 'handled');
  else if (!('cause' in result)) log.warn({ ...line, code: result.code }, 'not handled');
  else log.error({ ...line, code: result.code, err: describe(result.cause) }, 'failed');
  finish(request, response, result);
  footprints.leave(facts, result, ms);
  observe('faas.invoke_duration', ms / 1000, {
    'faas.trigger': triggerOf(request),
    'zerodo.outcome': result.outcome,
  });
}

function triggerOf(request: IncomingMessage): AttributesOf<'faas.invoke_duration'>['faas.trigger'] {
  if (waits(request)) return 'http';
  return isTick(String(request.headers['ce-type'])) ? 'timer' : 'pubsub';
}

/** The parts of an error that say what went wrong; a driver's error also holds the values of the statement. */
function describe(cause: unknown): object {
  const { name, message, code, stack } = Object(cause) as Error & { code?: string };
  return { type: name, message, code, stack };
}

function finish(request: IncomingMessage, response: ServerResponse, result: Result): void {
  if (response.destroyed) return;
  if (waits(request)) answerCaller(response, result);
  else answerBroker(response, result);
}
