import type { Group } from './rule.ts';

const group = (metric: string, partition: number): string =>
  `${metric}{consumergroup="notification-send",topic="reminders",partition="${partition}"}`;

/** A Kafka within the cluster, by the exporter that Strimzi runs beside it. */
export const kafka: Group = {
  name: 'kafka',
  rules: [
    {
      alert: 'KafkaDown',
      severity: 'page',
      expr: 'absent(kafka_brokers > 0)',
      for: '2m',
      summary: 'No broker of Kafka answers.',
      fires: { series: { kafka_brokers: '3x5 _x20' }, at: '20m', says: 'No broker of Kafka answers.' },
      silent: { series: { kafka_brokers: '3x5 2x20' }, at: '20m' },
    },
    {
      alert: 'KafkaUnderReplicated',
      severity: 'ticket',
      expr: 'sum by (topic) (kafka_topic_partition_under_replicated_partition) > 0',
      for: '10m',
      summary: '{{ $value }} partitions of {{ $labels.topic }} have fewer copies than they should.',
      fires: {
        series: {
          'kafka_topic_partition_under_replicated_partition{topic="reminders",partition="0"}': '1x20',
        },
        at: '15m',
        labels: { topic: 'reminders' },
        says: '1 partitions of reminders have fewer copies than they should.',
      },
      silent: {
        series: {
          'kafka_topic_partition_under_replicated_partition{topic="reminders",partition="0"}': '1x8 0x20',
        },
        at: '15m',
      },
    },
    {
      alert: 'ConsumerGroupStuck',
      severity: 'page',
      expr: 'sum by (consumergroup, topic) (kafka_consumergroup_lag) > 0 and sum by (consumergroup, topic) (increase(kafka_consumergroup_current_offset[10m])) == 0',
      for: '5m',
      summary:
        '{{ $labels.consumergroup }} has {{ $value }} events of {{ $labels.topic }} before it and takes none.',
      fires: {
        series: {
          [group('kafka_consumergroup_lag', 0)]: '5x30',
          [group('kafka_consumergroup_lag', 1)]: '2x30',
          [group('kafka_consumergroup_current_offset', 0)]: '70x30',
          [group('kafka_consumergroup_current_offset', 1)]: '80x30',
        },
        at: '20m',
        labels: { consumergroup: 'notification-send', topic: 'reminders' },
        says: 'notification-send has 7 events of reminders before it and takes none.',
      },
      // Busy is not stuck.
      silent: {
        series: {
          [group('kafka_consumergroup_lag', 0)]: '9000x30',
          [group('kafka_consumergroup_current_offset', 0)]: '0+600x30',
        },
        at: '20m',
      },
    },
  ],
};
