/** What is promised to people, as what Prometheus can count. Rules, dashboards and docs/reference/slos.md follow from this. */
export type Slo = {
  /** The label `slo`. */
  name: string;
  /** What its alerts begin with: `…PromiseBroken` calls somebody, `…PromiseAtRisk` is a note. */
  alert: string;
  /** As a sentence. */
  promise: string;
  /** The share of events that must be good, over 30 days. */
  objective: number;
  /** What took how long, as a histogram; what took at most so many seconds is good. */
  histogram: string;
  seconds: number;
  /** Matchers for what counts at all, and for what counts as good besides. */
  counted?: string;
  good?: string;
  /** What `counted` leaves out, and why. */
  except?: string;
};

export const slos: Slo[] = [
  {
    name: 'api',
    alert: 'Api',
    promise:
      'Of a thousand requests to the API 999 are answered within 200 ms, and not with a fault of ours.',
    objective: 0.999,
    histogram: 'api_request_duration_seconds',
    seconds: 0.2,
    counted: 'http_route!~".*/(import|export|calendar[.]ics)"',
    good: 'http_response_status_class!="5xx"',
    except: 'imports and exports, which take as long as they are large',
  },
  {
    name: 'next-occurrence',
    alert: 'NextOccurrence',
    promise:
      'Of a hundred tasks that recur 99 have their next occurrence within a second of being completed.',
    objective: 0.99,
    histogram: 'next_occurrence_latency_seconds',
    seconds: 1,
  },
  {
    name: 'reminder',
    alert: 'Reminder',
    promise:
      'Of a hundred reminders 99 are in the inbox, or on their way as mail and push, within 5 s of being due.',
    objective: 0.99,
    histogram: 'reminder_lateness_seconds',
    seconds: 5,
  },
];

/** The counter of all events of a promise. */
export const eventsOf = ({ histogram, counted }: Slo): string =>
  `${histogram}_count${counted ? `{${counted}}` : ''}`;

/**
 * The counter of the good ones. Prometheus 3 writes a whole number as a bound as `1.0` where it has scraped it, and as `1` where it was
 * pushed.
 */
export function goodOf({ histogram, seconds, counted, good }: Slo): string {
  const within = Number.isInteger(seconds) ? `le=~"${seconds}([.]0)?"` : `le="${seconds}"`;
  return `${histogram}_bucket{${[within, counted, good].filter(Boolean).join(',')}}`;
}
