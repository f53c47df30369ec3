import { eventsOf, goodOf, type Slo, slos } from '../slos.ts';
import type { Alert, Group, Recording, Severity } from './rule.ts';

/**
 * How fast a budget is spent: 1 spends it in 30 days, 14.4 spends 2 % of it in an hour. Each speed is looked at over a long window, so
 * that a moment does not count, and over a short one, so that the alert ends soon after its cause (The Site Reliability Workbook, ch. 5).
 */
const speeds = {
  page: [
    { rate: 14.4, long: '1h', short: '5m' },
    { rate: 6, long: '6h', short: '30m' },
  ],
  ticket: [
    { rate: 3, long: '1d', short: '2h' },
    { rate: 1, long: '3d', short: '6h' },
  ],
} as const;

const windows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d', '30d'];

/** Fewer bad events than this are no pattern: one slow answer among ten at night spends a budget at a hundred times its speed. */
const least = 10;

const counts = (slo: Slo): Recording[] => {
  const record = (part: string, expr: string) => ({
    record: `slo:${part}`,
    labels: { slo: slo.name },
    expr,
  });
  const rate = (counter: string) => `sum(rate(${counter}[5m]))`;
  return [
    record('events:rate5m', rate(eventsOf(slo))),
    record('errors:rate5m', `${rate(eventsOf(slo))} - (${rate(goodOf(slo))} or vector(0))`),
    record('budget', `vector(${Number((1 - slo.objective).toFixed(6))})`),
  ];
};

/** From the sums of a rate a minute: cheap over 30 days, and a time in which nothing happened does not count. */
const burnRate = (window: string): Recording => ({
  record: `slo:burn_rate:${window}`,
  expr: `sum_over_time(slo:errors:rate5m[${window}]) / sum_over_time(slo:events:rate5m[${window}]) / on (slo) slo:budget`,
});

function alert(slo: Slo, severity: Severity): Alert {
  const of = `{slo="${slo.name}"}`;
  const speed = speeds[severity];
  const slowest = speed[1];
  const burns = speed.map(
    ({ rate, long, short }) =>
      `(slo:burn_rate:${long}${of} > ${rate} and slo:burn_rate:${short}${of} > ${rate})`,
  );
  /** A thousand events a minute, of which so many are bad for an hour, and none after that. */
  const anHourOf = (bad: number) => ({
    [`${slo.histogram}_count`]: '0+1000x100',
    [`${slo.histogram}_bucket{le="${slo.seconds}"}`]: `0+${1_000 - bad}x60 ${(1_000 - bad) * 60}+1000x40`,
  });
  const twice = slowest.rate * 2;
  const says = (speed: string | number) =>
    `The budget of the promise "${slo.name}" is being spent ${speed} times as fast as it may be.`;
  return {
    alert: `${slo.alert}Promise${severity === 'page' ? 'Broken' : 'AtRisk'}`,
    severity,
    expr: `(${burns.join(' or ')}) and sum_over_time(slo:errors:rate5m${of}[${slowest.long}]) * 60 > ${least}`,
    summary: says('{{ $value | humanize }}'),
    fires: {
      series: anHourOf(Math.round(twice * (1 - slo.objective) * 1_000)),
      at: '1h',
      labels: { slo: slo.name },
      says: says(twice),
    },
    silent:
      severity === 'page'
        ? // All was bad, which the long windows remember; the short ones say that it is over.
          { series: anHourOf(1_000), at: '100m' }
        : { series: anHourOf(Math.round((slowest.rate / 2) * (1 - slo.objective) * 1_000)), at: '1h' },
  };
}

/** What is promised: how much of it was broken, and how fast what may be broken is spent. */
export const burnRates: Group = {
  name: 'promises',
  rules: [
    ...slos.flatMap(counts),
    ...windows.map(burnRate),
    ...slos.flatMap((slo) => [alert(slo, 'page'), alert(slo, 'ticket')]),
  ],
};
