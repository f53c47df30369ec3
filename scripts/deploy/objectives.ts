/**
 * What is promised, as questions to Prometheus about a span of time. Names and bounds of our own metrics are in
 * monitoring/metrics.md; those of Knative's are queue-proxy's (`http.server.request.duration`), which see every answer of every function.
 */
export type Objective = {
  name: string;
  /** Everything that counts within the span, such as `600s`; a number of its own where it is not asked. */
  total: (span: string) => string;
  /** What of it was as promised. */
  good: (span: string) => string;
  /** The part that may be otherwise. */
  budget: number;
};

const sum = (series: string, span: string): string => `sum(increase(${series}[${span}]))`;

const within = (name: string, metric: string, bound: string, budget: number, also = ''): Objective => ({
  name,
  total: (span) => sum(`${metric}_count`, span),
  good: (span) => sum(`${metric}_bucket{le=~"${bound}(\\\\.0)?"${also}}`, span),
  budget,
});

/** What people are promised, whichever revision answers. */
export const promises: Objective[] = [
  within(
    'answers of the API within 0.2 s',
    'api_request_duration_seconds',
    '0.2',
    0.001,
    ',http_response_status_class!="5xx"',
  ),
  within('next occurrences within 1 s', 'next_occurrence_latency_seconds', '1', 0.01),
  within('reminders within 5 s', 'reminder_lateness_seconds', '5', 0.01),
  {
    // Seconds in which nothing was given up, so that it has a ratio as well.
    name: 'events that were taken',
    total: (span) => span.slice(0, -1),
    good: (span) => `${span.slice(0, -1)} - (${sum('dead_letters_total', span)} or vector(0))`,
    budget: 0,
  },
];

const requests = 'http_server_request_duration_seconds';

/**
 * Answers of some revisions that are no fault and came within a quarter of a second.
 *
 * @param young they began within the span: then each series is taken whole, since `increase` leaves out what it began with
 */
export const answersOf = (namespace: string, revisions: string[], young: boolean): Objective => {
  const whose = `k8s_namespace_name="${namespace}",kn_revision_name=~"${revisions.join('|')}"`;
  const count = (series: string, span: string) =>
    young ? `sum(max_over_time(${series}[${span}]))` : sum(series, span);
  return {
    name: 'answers of functions within 0.25 s',
    total: (span) => count(`${requests}_count{${whose}}`, span),
    good: (span) => count(`${requests}_bucket{${whose},le="0.25",http_response_status_code!~"5.."}`, span),
    budget: 0.001,
  };
};
