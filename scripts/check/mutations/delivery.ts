import { changed, type Mutation } from './mutation.ts';

const trigger = (change: Parameters<typeof changed>[2]) => changed('Trigger', 'stats-record', change);
const source = (change: Parameters<typeof changed>[2]) => changed('KafkaSource', 'notification-send', change);

/** Sections 0, 2.4, 3.2 and 3.4: what becomes of an event that cannot be handled at once. */
export const deliveryMutations: Mutation[] = [
  ...['retry', 'backoffPolicy', 'backoffDelay', 'timeout', 'deadLetterSink'].map((field) => ({
    done: `a Trigger's delivery lacks ${field}`,
    noticedBy: 'delivery-complete',
    change: trigger(({ spec }) => {
      delete spec.delivery[field];
    }),
  })),
  {
    done: 'a Trigger leaves delivery to its Broker',
    noticedBy: 'delivery-complete',
    change: trigger(({ spec }) => {
      delete spec.delivery;
    }),
  },
  {
    done: 'a KafkaSource has no delivery',
    noticedBy: 'delivery-complete',
    change: source(({ spec }) => {
      delete spec.delivery;
    }),
  },
  {
    done: 'retry is misspelt, and pruned in silence',
    noticedBy: 'schemas',
    change: source(({ spec }) => {
      spec.delivery = { ...spec.delivery, retries: 8 };
    }),
  },
  {
    done: 'a delivery has a field behind a feature flag',
    noticedBy: 'schemas',
    change: trigger(({ spec }) => {
      spec.delivery.retryAfterMax = 'PT30S';
    }),
  },
  {
    done: 'a time-out is written as Go writes it',
    noticedBy: 'delivery-duration',
    change: source(({ spec }) => {
      spec.delivery.timeout = '65s';
    }),
  },
  {
    done: 'the policy of retries is misspelt',
    noticedBy: 'schemas',
    change: source(({ spec }) => {
      spec.delivery.backoffPolicy = 'expo';
    }),
  },
  {
    done: 'retries end before the platform has restarted',
    noticedBy: 'delivery-outlasts',
    change: source(({ spec }) => {
      spec.delivery.retry = 3;
    }),
  },
  {
    done: 'dead letters go to a function',
    noticedBy: 'dead-letter-sink',
    change: trigger(({ spec }) => {
      spec.delivery.deadLetterSink.ref = {
        apiVersion: 'serving.knative.dev/v1',
        kind: 'Service',
        name: 'dead-letter-record',
      };
    }),
  },
  {
    done: 'dead letters go to a sink that is not there',
    noticedBy: 'dead-letter-sink',
    change: changed('KafkaSink', 'dead-letters', ({ metadata }) => {
      metadata.name = 'dead-letter';
    }),
  },
  {
    done: 'a delivery gives up before its function does',
    noticedBy: 'delivery-timeout',
    change: changed('Service', 'stats-record', ({ spec }) => {
      spec.template.spec.timeoutSeconds = 300;
    }),
  },
];
