/**
 * The public API: finds the route, checks who calls and what is sent, and passes it to the function that answers.
 *
 * in   /api/v1/… as lib/api/routes.ts has it
 * out  commands and questions to functions; no rule and no database of its own
 */
import type { IncomingMessage } from 'node:http';
import { openApi } from '@zerodo/api/openapi';
import { Rejected } from '@zerodo/domain/rejected';
import { sendJson } from '@zerodo/runtime/answer';
import { defineEdge, type EdgeContext } from '@zerodo/runtime/edge';
import { Unreadable } from '@zerodo/runtime/unreadable';
import { forward } from './forward.ts';
import { match } from './match.ts';
import { readParts } from './parts.ts';
import { rateLimiter } from './rate-limit.ts';

/** The one route that anybody may read. */
const description = '/api/v1/openapi.json';

export default defineEdge({
  name: 'api-gateway',
  needs: ['ZERODO_FUNCTION_URL', 'ZERODO_ORIGINS'],

  open(context) {
    const limit = rateLimiter(context.config, () => context.now().getTime());

    return async (request, response) => {
      if (request.method === 'GET' && request.url === description) {
        sendJson(response, 200, openApi(), 'application/json');
        return;
      }
      const [route, params] = match(request.method ?? 'GET', request.url ?? '/', response);
      checkOrigin(request, context);
      const pass = await context.exchange(request.headers, response);
      if (!limit(pass.userId, response)) return tooMany();
      if ('command' in route && !pass.scope.includes('write')) {
        throw new Rejected('scope-missing', 'This token may read only: use one with the scope write.');
      }
      const parts = await readParts(request, route, params);
      await forward(route, parts, { request, response, pass, context });
    };
  },
});

function tooMany(): never {
  throw new Rejected('rate-limited', 'Too many requests: wait as long as Retry-After says.');
}

/** A browser sends its cookie along for any page, so that a cookie alone proves no intention. */
function checkOrigin({ method, headers }: IncomingMessage, { config }: EdgeContext): void {
  if (method === 'GET' || headers.authorization || !headers.cookie) return;
  if (headers.origin && config.ZERODO_ORIGINS.includes(headers.origin)) return;
  throw new Unreadable('foreign-origin', 'Writes with a session need an Origin header that is ours.');
}
