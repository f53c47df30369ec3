import * as flow from '@zerodo/domain/flow';
import { health, operatorsHealth, readHealth } from '@zerodo/domain/health';
import { observed, readObserved } from '@zerodo/domain/observed';
import type { Route } from '../route.ts';

/** For operators alone: see ZERODO_OPERATORS. */
const scope = 'operate';

/** Answered by the gateway itself: it wakes nobody. */
export const healthRoute: Route = {
  method: 'GET',
  path: '/health',
  summary: 'Whether the gateway and the web application answer, for anybody; 503 when the web does not',
  function: 'api-gateway',
  access: 'anyone',
  ask: 'read-gateway-health',
  answers: health,
  arguments: () => ({}),
};

export const operationRoutes: readonly Route[] = [
  healthRoute,
  {
    method: 'GET',
    path: '/health/parts',
    summary: 'What waits and what fails: Postgres, the log, consumers, circuit breakers, for operators',
    function: 'flow-query',
    scope,
    ask: 'read-health',
    query: readHealth,
    answers: operatorsHealth,
    arguments: () => ({}),
  },
  {
    method: 'GET',
    path: '/flow',
    summary: 'Events on their way and what functions made of them, for operators',
    function: 'flow-query',
    scope,
    ask: 'read-flow',
    query: flow.readFlow,
    answers: flow.flow,
    arguments: ({ query }) => query,
  },
  {
    method: 'GET',
    path: '/flow/topology',
    summary: 'Functions, topics and what connects them, for operators',
    function: 'flow-query',
    scope,
    ask: 'read-topology',
    answers: flow.topology,
    arguments: () => ({}),
  },
  {
    method: 'GET',
    path: '/observed',
    summary: 'Traces and metrics that `npm start -- --observe` has kept, for operators',
    function: 'flow-query',
    scope,
    ask: 'read-observed',
    query: readObserved,
    answers: observed,
    arguments: ({ query }) => query,
  },
  {
    method: 'GET',
    path: '/dead-letters',
    summary: 'Events that could not be delivered, and why, for operators; those sent again too with `all`',
    function: 'flow-query',
    scope,
    ask: 'list-dead-letters',
    query: flow.listDeadLetters,
    answers: flow.deadLetterPage,
    arguments: ({ query }) => query,
  },
  {
    method: 'POST',
    path: '/dead-letters/resend',
    summary: 'Send a hundred dead letters again, those first that were not tried yet, for operators',
    function: 'dead-letter-resend',
    scope,
    ask: 'resend-dead-letters',
    body: flow.resendDeadLetters.optional(),
    answers: flow.resentLetters,
    timeout: 58_000,
    arguments: () => ({}),
  },
  {
    method: 'POST',
    path: '/dead-letters/{id}/resend',
    summary: 'Send a dead letter again to the function that it was for, for operators',
    function: 'dead-letter-resend',
    scope,
    ask: 'resend-dead-letter',
    body: flow.resendDeadLetters.optional(),
    answers: flow.resent,
    timeout: 58_000,
    arguments: ({ params }) => ({ deadLetterId: params.id }),
  },
];
