import type { Group } from './rule.ts';

const of = (metric: string, pod: string, more = ''): string =>
  `${metric}{pod="zerodo-postgres-${pod}"${more}}`;

/** A Postgres within the cluster, by CloudNativePG's own metrics. */
export const postgres: Group = {
  name: 'postgres',
  rules: [
    {
      alert: 'PostgresDown',
      severity: 'page',
      expr: 'absent(cnpg_collector_up == 1)',
      for: '1m',
      summary: 'No Postgres answers.',
      fires: {
        series: { [of('cnpg_collector_up', '1')]: '1x5 0x20' },
        at: '10m',
        says: 'No Postgres answers.',
      },
      silent: {
        series: { [of('cnpg_collector_up', '1')]: '0x20', [of('cnpg_collector_up', '2')]: '1x20' },
        at: '10m',
      },
    },
    {
      alert: 'PostgresConnectionsNearlyUsedUp',
      severity: 'page',
      expr: 'sum by (pod) (cnpg_backends_total) / on (pod) max by (pod) (cnpg_pg_settings_setting{name="max_connections"}) > 0.85',
      for: '5m',
      summary: '{{ $labels.pod }} has {{ $value | humanizePercentage }} of the connections that it can have.',
      fires: {
        series: {
          [of('cnpg_backends_total', '1', ',state="idle"')]: '50x20',
          [of('cnpg_backends_total', '1', ',state="active"')]: '40x20',
          [of('cnpg_pg_settings_setting', '1', ',name="max_connections"')]: '100x20',
        },
        at: '10m',
        labels: { pod: 'zerodo-postgres-1' },
        says: 'zerodo-postgres-1 has 90% of the connections that it can have.',
      },
      silent: {
        series: {
          [of('cnpg_backends_total', '1', ',state="idle"')]: '85x20',
          [of('cnpg_pg_settings_setting', '1', ',name="max_connections"')]: '100x20',
        },
        at: '10m',
      },
    },
    {
      alert: 'PostgresReplicaLate',
      severity: 'ticket',
      expr: 'max by (pod) (cnpg_pg_replication_lag) > 60',
      for: '5m',
      summary: '{{ $labels.pod }} is {{ $value | humanizeDuration }} behind.',
      fires: {
        series: { [of('cnpg_pg_replication_lag', '2')]: '90x20' },
        at: '10m',
        labels: { pod: 'zerodo-postgres-2' },
        says: 'zerodo-postgres-2 is 1m 30s behind.',
      },
      silent: { series: { [of('cnpg_pg_replication_lag', '2')]: '90x4 0x20' }, at: '10m' },
    },
    {
      alert: 'PostgresArchivingFails',
      severity: 'ticket',
      expr: 'max by (pod) (cnpg_pg_stat_archiver_last_failed_time) > max by (pod) (cnpg_pg_stat_archiver_last_archived_time)',
      for: '15m',
      summary: '{{ $labels.pod }} cannot put its log into the archive: no backup is younger than that.',
      fires: {
        series: {
          [of('cnpg_pg_stat_archiver_last_failed_time', '1')]: '200x30',
          [of('cnpg_pg_stat_archiver_last_archived_time', '1')]: '100x30',
        },
        at: '20m',
        labels: { pod: 'zerodo-postgres-1' },
        says: 'zerodo-postgres-1 cannot put its log into the archive: no backup is younger than that.',
      },
      // Nothing is archived where nothing has ever failed: both are -1.
      silent: {
        series: {
          [of('cnpg_pg_stat_archiver_last_failed_time', '1')]: '-1x30',
          [of('cnpg_pg_stat_archiver_last_archived_time', '1')]: '-1x30',
        },
        at: '20m',
      },
    },
  ],
};
