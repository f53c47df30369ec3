/**
 * The public API: finds the route, checks who calls and what is sent, and passes it to the function that answers.
 *
 * in   /api/v1/… as lib/api/routes.ts has it
 * out  commands and questions to functions; no rule and no database of its own
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { healthRoute } from '@zerodo/api/routes/operations';
import { webVitals } from '@zerodo/domain/web-vitals';
import { defineEdge } from '@zerodo/runtime/edge';
import { addressOf } from '@zerodo/runtime/exchange';
import { checkCaller, checkRate } from './caller.ts';
import { answerDocs, describes } from './docs.ts';
import { forward } from './forward.ts';
import { answerHealth } from './health.ts';
import { match } from './match.ts';
import { readParts } from './parts.ts';
import { rateLimiter } from './rate-limit.ts';
import { beginVisit } from './visit.ts';
import { noteVitals } from './vitals.ts';

export default defineEdge({
  name: 'api-gateway',
  needs: ['ZERODO_FUNCTION_URL', 'ZERODO_ORIGINS'],

  open(context) {
    const limit = rateLimiter(context.config);

    /** Whoever is refused before it is known who it is counts against the address. */
    const admit = async (request: IncomingMessage, response: ServerResponse) => {
      try {
        const [route, params] = match(request, response);
        return { route, params, token: await checkCaller(route, { request, response, context, limit }) };
      } catch (refusal) {
        if (!response.hasHeader('ratelimit')) checkRate(limit(addressOf(request, context.config), response));
        throw refusal;
      }
    };

    return async (request, response) => {
      response.setHeader('x-content-type-options', 'nosniff');
      const visit = beginVisit(request, response, context);
      if (describes(request)) {
        checkRate(limit(addressOf(request, context.config), response));
        return answerDocs(request, response);
      }
      const { route, params, token } = await admit(request, response);
      visit.foundRoute(route);
      const parts = await readParts(request, route, params);
      if (route === healthRoute) return answerHealth(context.config.ZERODO_WEB_URL!, response);
      if (route.function === 'api-gateway') return noteVitals(webVitals.parse(parts.body), response);
      const { traceparent } = visit;
      await forward(route, parts, { request, response, token, traceparent, context });
    };
  },
});
