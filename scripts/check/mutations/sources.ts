import { changed, type Mutation } from './mutation.ts';

const source = (change: Parameters<typeof changed>[2]) => changed('KafkaSource', 'notification-send', change);
const ping = (change: Parameters<typeof changed>[2]) => changed('PingSource', 'reminder-due', change);
const sink = (change: Parameters<typeof changed>[2]) => changed('KafkaSink', 'dead-letters', change);

/** Sections 0, 2.1, 4 and 8: KafkaSource, PingSource and KafkaSink. */
export const sourceMutations: Mutation[] = [
  {
    done: 'a KafkaSource gets a random consumer group',
    noticedBy: 'source-group',
    change: source(({ spec }) => {
      delete spec.consumerGroup;
    }),
  },
  {
    done: 'a consumer group is renamed, and reads everything again',
    noticedBy: 'name-group',
    change: source(({ spec }) => {
      spec.consumerGroup = 'notifications';
    }),
  },
  {
    done: 'a KafkaSource is renamed',
    noticedBy: 'name-committed',
    change: source(({ metadata, spec }) => {
      metadata.name = 'notifications';
      spec.consumerGroup = 'notifications';
    }),
  },
  {
    done: 'a KafkaSource starts at the end of its topic',
    noticedBy: 'source-start',
    change: source(({ spec }) => {
      delete spec.initialOffset;
    }),
  },
  {
    done: 'one reminder that is tried again holds up the others',
    noticedBy: 'source-order',
    change: source(({ spec }) => {
      spec.ordering = 'ordered';
    }),
  },
  {
    done: 'the order of a KafkaSource is left to the platform',
    noticedBy: 'source-order',
    change: changed('KafkaSource', 'audit-record', ({ spec }) => {
      delete spec.ordering;
    }),
  },
  {
    done: 'a KafkaSource has filters, which it cannot have',
    noticedBy: 'schemas',
    change: source(({ spec }) => {
      spec.filters = [{ exact: { type: 'a' } }];
    }),
  },
  {
    done: 'a KafkaSource reads a topic that nobody makes',
    noticedBy: 'topic-known',
    change: source(({ spec }) => {
      spec.topics = ['reminder'];
    }),
  },
  {
    done: 'brokers are one text instead of a list',
    noticedBy: 'schemas',
    change: source(({ spec }) => {
      spec.bootstrapServers = 'kafka:9092';
    }),
  },
  {
    done: 'deleting the release deletes a KafkaSource and its consumer group',
    noticedBy: 'keep',
    change: source(({ metadata }) => {
      delete metadata.annotations;
    }),
  },
  {
    done: 'a PingSource has a delivery, which is dropped in silence',
    noticedBy: 'ping-delivery',
    change: ping(({ spec }) => {
      spec.delivery = { retry: 8 };
    }),
  },
  {
    done: 'a schedule has seven fields',
    noticedBy: 'schemas',
    change: ping(({ spec }) => {
      spec.schedule = '* * * * * * *';
    }),
  },
  {
    done: 'a schedule is @every, which the webhook refuses',
    noticedBy: 'schemas',
    change: ping(({ spec }) => {
      spec.schedule = '@every 1m';
    }),
  },
  {
    done: 'the data of a PingSource is no object',
    noticedBy: 'ping-data',
    change: ping(({ spec }) => {
      spec.data = '"tick"';
    }),
  },
  {
    done: 'a PingSource calls nobody',
    noticedBy: 'function-exists',
    change: ping(({ spec }) => {
      spec.sink.ref.name = 'reminders-due';
    }),
  },
  {
    done: 'a KafkaSink owns its topic, and deletes it',
    noticedBy: 'sink-topic',
    change: sink(({ spec }) => {
      spec.numPartitions = 3;
      spec.replicationFactor = 3;
    }),
  },
];
