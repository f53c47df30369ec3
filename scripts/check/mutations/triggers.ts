import { changed, type Mutation, without } from './mutation.ts';

const trigger = (change: Parameters<typeof changed>[2]) => changed('Trigger', 'recurrence-spawn', change);
const broker = (change: Parameters<typeof changed>[2]) => changed('Broker', 'task-events', change);
const order = 'kafka.eventing.knative.dev/delivery.order';

/** Sections 0, 3.1 to 3.3 and 9: the Broker on a topic that is there already, and filters. */
export const triggerMutations: Mutation[] = [
  {
    done: 'a Trigger has no filters, and gets every event',
    noticedBy: 'filter-empty',
    change: trigger(({ spec }) => {
      spec.filters = [];
    }),
  },
  {
    done: 'a filter is exactly nothing, which is every event',
    noticedBy: 'filter-empty',
    change: trigger(({ spec }) => {
      spec.filters = [{ exact: {} }];
    }),
  },
  {
    done: 'a filter asks for an empty value, and is ignored',
    noticedBy: 'filter-empty',
    change: trigger(({ spec }) => {
      spec.filters[1].exact.recurring = '';
    }),
  },
  {
    done: "a filter's dialect is misspelt, and matches every event",
    noticedBy: 'schemas',
    change: trigger(({ spec }) => {
      spec.filters[0] = { exakt: spec.filters[0].exact };
    }),
  },
  {
    done: 'a filter has two dialects',
    noticedBy: 'schemas',
    change: trigger(({ spec }) => {
      spec.filters[0].prefix = { type: 'dev.zerodo.' };
    }),
  },
  {
    done: 'a Trigger does not say which types it wants',
    noticedBy: 'filter-type',
    change: trigger(({ spec }) => {
      spec.filters = [{ exact: { recurring: 'true' } }];
    }),
  },
  {
    done: 'a filter is on the subject, which not every event has',
    noticedBy: 'filter-attribute',
    change: trigger(({ spec }) => {
      spec.filters.push({ exact: { subject: 'a' } });
    }),
  },
  {
    done: 'the old field filter stands beside filters, and is ignored',
    noticedBy: 'schemas',
    change: trigger(({ spec }) => {
      spec.filter = { attributes: { type: 'dev.zerodo.task.created.v1' } };
    }),
  },
  {
    done: 'a Trigger does not say whether it keeps the order',
    noticedBy: 'trigger-order',
    change: trigger(({ metadata }) => {
      delete metadata.annotations[order];
    }),
  },
  {
    done: 'a Trigger is renamed, and misses what was written in between',
    noticedBy: 'name-gone',
    change: trigger(({ metadata }) => {
      metadata.name = 'spawn-recurrence';
    }),
  },
  {
    done: 'a Trigger belongs to a Broker that is not there',
    noticedBy: 'trigger-broker',
    change: trigger(({ spec }) => {
      spec.broker = 'tasks';
    }),
  },
  {
    done: 'a Trigger calls a function that is not there',
    noticedBy: 'function-exists',
    change: without('Service', 'recurrence-spawn'),
  },
  {
    done: 'deleting the release deletes a Trigger and its place in the log',
    noticedBy: 'keep',
    change: trigger(({ metadata }) => {
      delete metadata.annotations['helm.sh/resource-policy'];
    }),
  },
  {
    done: 'the class of the Broker is written in small letters',
    noticedBy: 'broker-class',
    change: broker(({ metadata }) => {
      metadata.annotations['eventing.knative.dev/broker.class'] = 'kafka';
    }),
  },
  {
    done: 'the Broker makes a topic of its own',
    noticedBy: 'broker-topic',
    change: broker(({ metadata }) => {
      delete metadata.annotations['kafka.eventing.knative.dev/external.topic'];
    }),
  },
  {
    done: 'the Broker is on a topic that nobody makes',
    noticedBy: 'topic-known',
    change: broker(({ metadata }) => {
      metadata.annotations['kafka.eventing.knative.dev/external.topic'] = 'task-event';
    }),
  },
  {
    done: "the Broker's settings lack the partitions",
    noticedBy: 'broker-config',
    change: changed('ConfigMap', 'zerodo-broker', ({ data }) => {
      delete data['default.topic.partitions'];
    }),
  },
  {
    done: 'a kind has a version that is not served',
    noticedBy: 'schemas',
    change: broker((object) => {
      object.apiVersion = 'eventing.knative.dev/v1beta1';
    }),
  },
];
