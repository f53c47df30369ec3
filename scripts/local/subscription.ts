import { passes } from './filter.ts';
import type { Manifests } from './manifests.ts';
import type { Delivery, Filter } from './schemas.ts';

/** A Trigger or a KafkaSource, reduced to what both are: a group of the log that delivers what passes to one Service. */
export type Subscription = {
  /** `Trigger/<name>` or `KafkaSource/<name>`; dead letters are kept under it. */
  name: string;
  group: string;
  topics: string[];
  from: 'earliest' | 'latest';
  ordered: boolean;
  filters: Filter[];
  service: string;
  delivery: Delivery;
  toleratesBody: boolean;
};

/** Consumer groups are named as on a cluster, so that a Kafka used by both shows the same names. */
const namespace = 'zerodo';

export function subscriptionsOf({ triggers, kafkaSources, brokers }: Manifests): Subscription[] {
  const topicOf = new Map(
    brokers.map(({ metadata }) => [
      metadata.name,
      metadata.annotations['kafka.eventing.knative.dev/external.topic'],
    ]),
  );
  return [
    ...triggers.map(
      ({ metadata, spec }): Subscription => ({
        name: `Trigger/${metadata.name}`,
        group: `knative-trigger-${namespace}-${metadata.name}`,
        topics: [topicOf.get(spec.broker) as string],
        from: 'latest',
        ordered: metadata.annotations['kafka.eventing.knative.dev/delivery.order'] === 'ordered',
        filters: spec.filters,
        service: spec.subscriber.ref.name,
        delivery: spec.delivery,
        toleratesBody: false,
      }),
    ),
    ...kafkaSources.map(
      ({ metadata, spec }): Subscription => ({
        name: `KafkaSource/${metadata.name}`,
        group: spec.consumerGroup,
        topics: spec.topics,
        from: spec.initialOffset,
        ordered: spec.ordering === 'ordered',
        filters: [],
        service: spec.sink.ref.name,
        delivery: spec.delivery,
        toleratesBody: true,
      }),
    ),
  ];
}

/** Whether a subscription wants an event; what it does not want wakes nobody. */
export const wants = ({ filters }: Subscription, attributes: Record<string, string>): boolean =>
  passes(filters, attributes);
