import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { refuse } from './answers.ts';
import { forward } from './forward.ts';
import type { Service } from './service.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A request that found its process dead before it was sent goes to another one, this often. */
const PROCESSES = 3;

/** Lets a Service answer, whatever it takes to have it running. */
export async function throughService(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const { name, timeoutMs } = service.options;
  const until = performance.now() + timeoutMs;
  for (let attempt = 1; attempt <= PROCESSES; attempt++) {
    const target = await service.acquire(`${request.method} ${path.split('?', 1)[0]}`).catch(() => undefined);
    if (!target) break;
    const outcome = await forward(request, response, target, { path, timeoutMs: until - performance.now() });
    service.release();
    if (outcome === 'answered') return;
    if (outcome === 'late') {
      refuse(request, response, {
        status: 503,
        title: 'The answer took too long',
        detail: `${name} did not answer within ${timeoutMs / 1000} seconds.`,
        retryAfter: 1,
      });
      return;
    }
    if (outcome === 'broken') break;
  }
  refuse(request, response, {
    status: 503,
    title: 'Not available just now',
    detail: `${name} could not answer.`,
    retryAfter: 1,
  });
}

/** Everything that is not the API: the web application, which is one process that always runs. */
export function toWeb(port: number): Handler {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: 'lifo' });
  return (request, response) => {
    void forward(
      request,
      response,
      { agent, host: '127.0.0.1', port },
      { path: request.url ?? '/', timeoutMs: undefined },
    ).then((outcome) => {
      if (outcome === 'answered') return;
      refuse(request, response, {
        status: 502,
        title: 'The pages are not there just now',
        detail: 'The web application of Zerodo is starting again.',
        retryAfter: 2,
      });
    });
  };
}

/** The public door: the live stream, the API, and the web behind one host. */
export function publicDoor(services: Map<string, Service>, web: Handler): Handler {
  const to = (name: string): Handler => {
    const service = services.get(name);
    if (!service) throw new Error(`The public door needs the Service ${name}`);
    return (request, response) => void throughService(service, request, response, request.url ?? '/');
  };
  const live = to('live-stream');
  const api = to('api-gateway');
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] as string;
    if (path === '/api/v1/live') live(request, response);
    else if (path === '/api/v1' || path.startsWith('/api/v1/')) api(request, response);
    else web(request, response);
  };
}

/** The inner door, `/<function>/<rest>`: how functions reach each other, as by the cluster's names. */
export function innerDoor(services: Map<string, Service>): Handler {
  return (request, response) => {
    const [, name = '', rest = '/'] = /^\/([a-z0-9-]+)(\/.*|\?.*)?$/s.exec(request.url ?? '') ?? [];
    const service = services.get(name);
    if (service) void throughService(service, request, response, rest.startsWith('?') ? `/${rest}` : rest);
    else
      refuse(request, response, {
        status: 404,
        title: 'No such function',
        detail: `There is no function "${name}".`,
      });
  };
}
