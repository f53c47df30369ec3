import type { Group } from './rule.ts';

const failed = 'zerodo_outcome=~"fault|unavailable"';

const worked = (outcome: string): string =>
  `faas_invoke_duration_seconds_count{job="zerodo/task-create",zerodo_outcome="${outcome}"}`;

/** Functions, what they stand on, and whether they are heard of at all. */
export const functions: Group = {
  name: 'functions',
  rules: [
    {
      alert: 'FunctionFailing',
      severity: 'page',
      expr: `sum by (job) (rate(faas_invoke_duration_seconds_count{${failed}}[10m])) / sum by (job) (rate(faas_invoke_duration_seconds_count[10m])) > 0.1 and sum by (job) (increase(faas_invoke_duration_seconds_count{${failed}}[10m])) > 10`,
      for: '2m',
      summary: '{{ $labels.job }} fails at {{ $value | humanizePercentage }} of what it is given.',
      fires: {
        series: { [worked('done')]: '0+3x30', [worked('unavailable')]: '0+2x30' },
        at: '20m',
        labels: { job: 'zerodo/task-create' },
        says: 'zerodo/task-create fails at 40% of what it is given.',
      },
      // A person's mistakes are no failures, and one failure at night is no pattern.
      silent: { series: { [worked('refused')]: '0+20x30', [worked('fault')]: '0+1x5 5x25' }, at: '20m' },
    },
    {
      alert: 'ConnectionsUsedUp',
      severity: 'ticket',
      expr: 'sum by (job) (db_client_connection_pending_requests) > 0 and sum by (job) (db_client_connection_count) >= sum by (job) (db_client_connection_max)',
      for: '5m',
      summary: 'Transactions of {{ $labels.job }} wait for a connection to Postgres.',
      fires: {
        series: {
          'db_client_connection_pending_requests{job="zerodo/task-query"}': '3x20',
          'db_client_connection_count{job="zerodo/task-query"}': '5x20',
          'db_client_connection_max{job="zerodo/task-query"}': '5x20',
        },
        at: '10m',
        labels: { job: 'zerodo/task-query' },
        says: 'Transactions of zerodo/task-query wait for a connection to Postgres.',
      },
      silent: {
        series: {
          'db_client_connection_pending_requests{job="zerodo/task-query"}': '0x20',
          'db_client_connection_count{job="zerodo/task-query"}': '5x20',
          'db_client_connection_max{job="zerodo/task-query"}': '5x20',
        },
        at: '10m',
      },
    },
    {
      alert: 'TelemetryMissing',
      severity: 'page',
      // Some function is woken every minute, so that there is always one to be heard of.
      expr: 'absent_over_time(faas_coldstarts_total[15m])',
      summary:
        'No function has sent a metric for a quarter of an hour: no other alert about Zerodo would be raised.',
      fires: {
        series: { 'faas_coldstarts_total{job="zerodo/reminder-due"}': '1x10 _x30' },
        at: '40m',
        says: 'No function has sent a metric for a quarter of an hour: no other alert about Zerodo would be raised.',
      },
      silent: { series: { 'faas_coldstarts_total{job="zerodo/reminder-due"}': '1x10 _x10 1x20' }, at: '22m' },
    },
  ],
};
