import { eventsOf, goodOf, slos } from '../../monitoring/slos.ts';

/** What is promised, as questions to Prometheus about a span of time. */
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

/** What people are promised, whichever revision answers. */
export const promises: Objective[] = [
  ...slos.map(
    (slo): Objective => ({
      name: `the promise ${slo.name}`,
      total: (span) => sum(eventsOf(slo), span),
      good: (span) => sum(goodOf(slo), span),
      budget: 1 - slo.objective,
    }),
  ),
  {
    // Seconds in which nothing was given up, so that it has a ratio as well.
    name: 'events that were taken',
    total: (span) => span.slice(0, -1),
    good: (span) => `${span.slice(0, -1)} - (${sum('dead_letters_total', span)} or vector(0))`,
    budget: 0,
  },
];

/** Of the proxy in front of each function, which sees every answer; its bounds are those of OpenTelemetry's conventions, 0.25 s among them. */
const requests = 'http_server_request_duration_seconds';

/**
 * Answers of some revisions that are no fault and came within a quarter of a second.
 *
 * @param young they began within the span: then each series is taken whole, since `increase` leaves out what it began with
 */
export const answersOf = (revisions: string[], young: boolean): Objective => {
  const whose = `kn_revision_name=~"${revisions.join('|')}"`;
  const count = (series: string, span: string) =>
    young ? `sum(max_over_time(${series}[${span}]))` : sum(series, span);
  return {
    name: 'answers of functions within 0.25 s',
    total: (span) => count(`${requests}_count{${whose}}`, span),
    good: (span) => count(`${requests}_bucket{${whose},le="0.25",http_response_status_code!~"5.."}`, span),
    budget: 0.001,
  };
};
