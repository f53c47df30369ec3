import { lines, number, type Page } from '../panels.ts';

const perSecond = (metric: string) => `sum by (pod) (rate(${metric}{datname="zerodo"}[$__rate_interval]))`;

/** Postgres and Kafka, from within. */
export const stores: Page = {
  name: 'stores',
  title: 'Postgres and Kafka',
  about:
    'A Postgres by CloudNativePG and a Kafka by Strimzi; and connections as functions see them, whatever the Postgres.',
  rows: {
    Postgres: [
      number('Instances that answer', 'short', 'sum(cnpg_collector_up)', [0.5, 1]),
      number(
        'Connections used',
        'percentunit',
        'max(sum by (pod) (cnpg_backends_total) / on (pod) max by (pod) (cnpg_pg_settings_setting{name="max_connections"}))',
        [0.85, 0.7],
      ),
      number('Behind', 's', 'max(cnpg_pg_replication_lag)', [60, 5]),
      number(
        'Since the log was archived',
        's',
        'time() - max(cnpg_pg_stat_archiver_last_archived_time)',
        [1800, 600],
      ),
      number('Size', 'bytes', 'max(cnpg_pg_database_size_bytes{datname="zerodo"})'),
      number('Waiting for a lock', 'short', 'sum(cnpg_backends_waiting_total)', [10, 1]),
      lines(
        'Transactions',
        'ops',
        [perSecond('cnpg_pg_stat_database_xact_commit'), 'committed {{pod}}'],
        [perSecond('cnpg_pg_stat_database_xact_rollback'), 'rolled back {{pod}}'],
      ),
      lines('Connections', 'short', [
        'sum by (usename, state) (cnpg_backends_total)',
        '{{usename}} {{state}}',
      ]),
      lines('Found in memory', 'percentunit', [
        `${perSecond('cnpg_pg_stat_database_blks_hit')} / (${perSecond('cnpg_pg_stat_database_blks_hit')} + ${perSecond('cnpg_pg_stat_database_blks_read')})`,
        '{{pod}}',
      ]),
      lines('Longest transaction', 's', [
        'max by (usename) (cnpg_backends_max_tx_duration_seconds)',
        '{{usename}}',
      ]),
      lines('Connections as functions hold them', 'short', [
        'sum by (job) (db_client_connection_count)',
        '{{job}}',
      ]),
      lines('Transactions that wait for a connection', 'short', [
        'sum by (job) (db_client_connection_pending_requests)',
        '{{job}}',
      ]),
    ],
    Kafka: [
      number('Brokers', 'short', 'max(kafka_brokers)', [0.5, 1]),
      number(
        'Partitions with too few copies',
        'short',
        'sum(kafka_topic_partition_under_replicated_partition)',
        [1, 0.5],
      ),
      lines('Records', 'ops', [
        'sum by (topic) (rate(kafka_topic_partition_current_offset[$__rate_interval]))',
        '{{topic}}',
      ]),
      lines('Taken', 'ops', [
        'sum by (consumergroup) (rate(kafka_consumergroup_current_offset[$__rate_interval]))',
        '{{consumergroup}}',
      ]),
      lines('Not taken yet', 'short', [
        'sum by (consumergroup, topic) (kafka_consumergroup_lag)',
        '{{consumergroup}} {{topic}}',
      ]),
      lines('Left on volumes', 'percentunit', [
        'kubelet_volume_stats_available_bytes{namespace=~"postgres|kafka"} / kubelet_volume_stats_capacity_bytes{namespace=~"postgres|kafka"}',
        '{{persistentvolumeclaim}}',
      ]),
    ],
  },
};
