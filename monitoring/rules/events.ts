import type { Group } from './rule.ts';

/** Functions that a clock wakes every five minutes or more often: without it, nothing that was missed is done later. */
const woken = ['outbox-relay', 'recurrence-spawn', 'reminder-due'];

const ticksOf = (jobs: string, equals = '='): string =>
  `faas_invoke_duration_seconds_count{job${equals}"zerodo/${jobs}",faas_trigger="timer"}`;

const lag = (le: string): string => `event_lag_seconds_bucket{job="zerodo/stats-record",le="${le}"}`;

/** From a change to everything that follows from it. */
export const events: Group = {
  name: 'events',
  rules: [
    {
      alert: 'OutboxStuck',
      severity: 'page',
      expr: 'max(outbox_oldest_age_seconds) > 60',
      for: '2m',
      summary: 'An event has been waiting for {{ $value | humanizeDuration }} to be given to the log.',
      fires: {
        series: { outbox_oldest_age_seconds: '30+30x10' },
        at: '6m',
        says: 'An event has been waiting for 3m 30s to be given to the log.',
      },
      silent: { series: { outbox_oldest_age_seconds: '60x10' }, at: '10m' },
    },
    {
      alert: 'OutboxGrows',
      severity: 'ticket',
      expr: 'max(outbox_depth) > 5000',
      for: '10m',
      summary: '{{ $value | humanize }} events are waiting to be given to the log.',
      fires: {
        series: { outbox_depth: '6000x30' },
        at: '15m',
        says: '6k events are waiting to be given to the log.',
      },
      silent: { series: { outbox_depth: '9000x5 100x20' }, at: '15m' },
    },
    {
      alert: 'DeadLetters',
      severity: 'page',
      expr: 'sum by (dead_letter_function) (increase(dead_letters_total[1h])) > 0',
      summary: '{{ $labels.dead_letter_function }} could not be brought to take an event.',
      fires: {
        series: { 'dead_letters_total{dead_letter_function="stats-record"}': '0x5 3x60' },
        at: '10m',
        labels: { dead_letter_function: 'stats-record' },
        says: 'stats-record could not be brought to take an event.',
      },
      silent: {
        series: { 'dead_letters_total{dead_letter_function="stats-record"}': '0x5 3x90' },
        at: '80m',
      },
    },
    {
      alert: 'AuditDisagrees',
      severity: 'page',
      // The check runs every hour and says what it finds anew.
      expr: 'sum by (audit_fault) (increase(audit_faults_total[90m])) > 0',
      summary: 'The hourly check has found events that are {{ $labels.audit_fault }}.',
      fires: {
        series: { 'audit_faults_total{audit_fault="missing"}': '0x5 3x5 _x60' },
        at: '30m',
        labels: { audit_fault: 'missing' },
        says: 'The hourly check has found events that are missing.',
      },
      silent: {
        series: { 'audit_faults_total{audit_fault="missing"}': '0x5 3x5 _x50 0x90' },
        at: '140m',
      },
    },
    {
      alert: 'ConsumerLate',
      severity: 'ticket',
      expr: 'histogram_quantile(0.99, sum by (job, le) (rate(event_lag_seconds_bucket[10m]))) > 60',
      for: '10m',
      summary: '{{ $labels.job }} takes events {{ $value | humanizeDuration }} after they happened.',
      fires: {
        series: { [lag('60')]: '0x60', [lag('300')]: '0+100x60', [lag('+Inf')]: '0+100x60' },
        at: '30m',
        labels: { job: 'zerodo/stats-record' },
        says: 'zerodo/stats-record takes events 4m 57s after they happened.',
      },
      silent: {
        series: { [lag('60')]: '0+99x60', [lag('300')]: '0+100x60', [lag('+Inf')]: '0+100x60' },
        at: '30m',
      },
    },
    {
      alert: 'TicksMissing',
      severity: 'page',
      // Of functions at zero there are no series; one that is kept warm goes on saying what it has counted.
      expr: [
        `sum by (job) (increase(${ticksOf(`(${woken.join('|')})`, '=~')}[15m])) == 0`,
        ...woken.map((name) => `sum by (job) (absent_over_time(${ticksOf(name)}[15m]))`),
      ].join(' or '),
      for: '5m',
      summary: 'Nothing has woken {{ $labels.job }} for a quarter of an hour.',
      fires: {
        series: {
          [ticksOf('outbox-relay')]: '0+1x60',
          [ticksOf('recurrence-spawn')]: '0+1x60',
          [ticksOf('reminder-due')]: '0+1x10 _x50',
        },
        at: '40m',
        labels: { job: 'zerodo/reminder-due' },
        says: 'Nothing has woken zerodo/reminder-due for a quarter of an hour.',
      },
      silent: {
        series: {
          [ticksOf('outbox-relay')]: '0+1x10 10x10 11x40',
          [ticksOf('recurrence-spawn')]: '0+1x60',
          [ticksOf('reminder-due')]: '0+1x60',
        },
        at: '40m',
      },
    },
  ],
};
