// Every metric that Zerodo emits. monitoring/metrics.md is generated from it, and nothing can be recorded that is not in it.
import { pageNames } from '@zerodo/domain/web-vitals';
import * as buckets from './buckets.ts';

/** The values that an attribute may have, or where they are listed: a metric has no attribute whose values people can invent. */
export type Values = readonly string[] | 'routes' | 'functions';

export type Metric = {
  kind: 'counter' | 'gauge' | 'histogram';
  /** UCUM; what is counted stands in braces. */
  unit: string;
  meaning: string;
  attributes: Record<string, Values>;
  /** Functions by name, or all of some kind. */
  emittedBy:
    | readonly string[]
    | 'every function'
    | 'every function but the edges'
    | 'every function with a database'
    | 'commands and reactions'
    | 'reactions and deliveries';
  /** Upper bounds of a histogram's buckets; among them are the thresholds that promises are made about. */
  buckets?: readonly number[];
};

const outcomes = ['done', 'refused', 'unreadable', 'unavailable', 'fault'] as const;
/** Pages by their names, and what is answered beside them. */
const webRoutes = [...pageNames, 'api/auth', 'api/tokens'] as const;
const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', '_OTHER'] as const;
const targets = ['smtp', 'push', 'webhook'] as const;
const pools = ['app', 'worker'] as const;
const vital = (name: string, bounds: readonly number[], unit = 's') =>
  ({
    kind: 'histogram',
    unit,
    meaning: `${name}, as browsers of signed-in people have measured it`,
    attributes: { 'browser.page': pageNames },
    emittedBy: ['api-gateway'],
    buckets: bounds,
  }) as const;

export const metrics = {
  'tasks.created': {
    kind: 'counter',
    unit: '{task}',
    meaning: 'Tasks that were made: by a person, by a series, or from a document',
    attributes: { 'task.source': ['person', 'series', 'import'] },
    emittedBy: ['task-create', 'series-update', 'recurrence-spawn', 'task-import'],
  },
  'tasks.completed': {
    kind: 'counter',
    unit: '{task}',
    meaning: 'Tasks that were completed',
    attributes: { 'task.recurring': ['true', 'false'] },
    emittedBy: ['task-complete'],
  },
  'api.request.duration': {
    kind: 'histogram',
    unit: 's',
    meaning:
      'From the head of a request until its answer was handed over; the route is the pattern, never the address',
    attributes: {
      'http.request.method': methods,
      'http.route': 'routes',
      'http.response.status_class': statusClasses,
    },
    emittedBy: ['api-gateway'],
    buckets: buckets.request,
  },
  'faas.invoke_duration': {
    kind: 'histogram',
    unit: 's',
    meaning: 'How long a function worked on one message, and what came of it',
    attributes: { 'faas.trigger': ['http', 'pubsub', 'timer'], 'zerodo.outcome': outcomes },
    emittedBy: 'every function but the edges',
    buckets: buckets.work,
  },
  'faas.coldstarts': {
    kind: 'counter',
    unit: '{coldstart}',
    meaning: 'Processes that were started',
    attributes: {},
    emittedBy: 'every function',
  },
  'faas.init_duration': {
    kind: 'histogram',
    unit: 's',
    meaning: 'From the start of a process until it listened',
    attributes: {},
    emittedBy: 'every function',
    buckets: buckets.start,
  },
  'inbox.duplicates': {
    kind: 'counter',
    unit: '{message}',
    meaning: 'Messages that came again after they had been handled, and did nothing',
    attributes: {},
    emittedBy: 'commands and reactions',
  },
  'outbox.depth': {
    kind: 'gauge',
    unit: '{event}',
    meaning: 'Committed events that are not in the log yet, after the relay has run',
    attributes: {},
    emittedBy: ['outbox-relay'],
  },
  'outbox.oldest_age': {
    kind: 'gauge',
    unit: 's',
    meaning: 'Age of the oldest of them; 0 where none waits',
    attributes: {},
    emittedBy: ['outbox-relay'],
  },
  'outbox.relayed': {
    kind: 'counter',
    unit: '{event}',
    meaning:
      'Events that were given their place in the log or, where Kafka is the log, that Kafka has acknowledged',
    attributes: {},
    emittedBy: ['outbox-relay'],
  },
  'event.lag': {
    kind: 'histogram',
    unit: 's',
    meaning:
      'From when an event happened until its consumer took it: the lag of a consumer as we see it, retries included',
    attributes: {},
    emittedBy: 'reactions and deliveries',
    buckets: buckets.lag,
  },
  'next_occurrence.latency': {
    kind: 'histogram',
    unit: 's',
    meaning: 'From the completion of a task until its next occurrence was committed',
    attributes: {},
    emittedBy: ['recurrence-spawn'],
    buckets: buckets.occurrence,
  },
  'reminder.lateness': {
    kind: 'histogram',
    unit: 's',
    meaning:
      'From when a reminder was due until it stood in the ledger: in the inbox, or planned for mail and push',
    attributes: {},
    emittedBy: ['notification-send'],
    buckets: buckets.lateness,
  },
  'notification.outcomes': {
    kind: 'counter',
    unit: '{notification}',
    meaning: 'Notifications that came to an end: sent, sent late (a minute or more), or failed for good',
    attributes: {
      'notification.channel': ['in-app', 'email', 'push'],
      'notification.outcome': ['sent', 'late', 'failed'],
    },
    emittedBy: ['notification-send', 'digest-send', 'webhook-deliver'],
  },
  'outbound.attempts': {
    kind: 'counter',
    unit: '{attempt}',
    meaning:
      'Calls to mail servers, push services and webhooks: `again` will be repeated, `put-off` was not made (circuit breaker)',
    attributes: { 'outbound.target': targets, 'outbound.outcome': ['done', 'failed', 'again', 'put-off'] },
    emittedBy: ['notification-send', 'webhook-deliver'],
  },
  'circuit_breaker.open': {
    kind: 'gauge',
    unit: '{target}',
    meaning:
      'Targets that are left alone because they keep failing: circuit breakers that are open or half open',
    attributes: { 'outbound.target': targets },
    emittedBy: ['outbox-relay'],
  },
  dead_letters: {
    kind: 'counter',
    unit: '{event}',
    meaning: 'Events that were given up, by the function that could not be brought to take them',
    attributes: { 'dead_letter.function': 'functions' },
    emittedBy: ['dead-letter-record'],
  },
  'audit.faults': {
    kind: 'counter',
    unit: '{event}',
    meaning:
      'Events that the hourly check found to be missing in the audit log, or altered; counted again by every check',
    attributes: { 'audit.fault': ['missing', 'altered'] },
    emittedBy: ['audit-record'],
  },
  'db.client.connection.count': {
    kind: 'gauge',
    unit: '{connection}',
    meaning: 'Connections to Postgres that a transaction holds',
    attributes: { 'db.client.connection.pool.name': pools, 'db.client.connection.state': ['used'] },
    emittedBy: 'every function with a database',
  },
  'db.client.connection.max': {
    kind: 'gauge',
    unit: '{connection}',
    meaning: 'Connections to Postgres that the process may open',
    attributes: { 'db.client.connection.pool.name': pools },
    emittedBy: 'every function with a database',
  },
  'db.client.connection.pending_requests': {
    kind: 'gauge',
    unit: '{request}',
    meaning: 'Transactions that wait for a connection',
    attributes: { 'db.client.connection.pool.name': pools },
    emittedBy: 'every function with a database',
  },
  'live.streams': {
    kind: 'gauge',
    unit: '{stream}',
    meaning: 'Open pages that hear of changes',
    attributes: {},
    emittedBy: ['live-stream'],
  },
  'web.request.duration': {
    kind: 'histogram',
    unit: 's',
    meaning:
      'From the head of a request to the web application until its answer was out; its scripts and pictures are not among them',
    attributes: { 'http.route': webRoutes, 'http.response.status_class': statusClasses },
    emittedBy: ['web'],
    buckets: buckets.request,
  },
  'browser.web_vital.lcp': vital('Largest Contentful Paint', buckets.largestPaint),
  'browser.web_vital.fcp': vital('First Contentful Paint', buckets.firstPaint),
  'browser.web_vital.ttfb': vital('Time to First Byte', buckets.firstByte),
  'browser.web_vital.inp': vital('Interaction to Next Paint', buckets.interaction),
  'browser.web_vital.cls': vital('Cumulative Layout Shift', buckets.layoutShift, '1'),
} as const satisfies Record<string, Metric>;
