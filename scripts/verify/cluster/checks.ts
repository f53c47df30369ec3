import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { functions } from '../../render/functions.ts';
import type { Check } from '../check.ts';
import type { ClusterOptions } from '../options.ts';
import { everyOne, type Judged, judgeCertificates, judgeGroups, judgeMigration, judgePods } from './judge.ts';
import { Forbidden, kubectl, NoSuchKind, type Resource } from './kubectl.ts';

type Look = Pick<Check, 'name' | 'waitsFor' | 'lookAt'> & {
  kind: string;
  /** Where it is, when not in the installation's namespace. */
  namespace?: string;
  /** Not every cluster has it, and not everybody may read it. */
  optional?: true;
  judge: (found: Resource[]) => Judged;
};

const topicNames = (): string[] =>
  z
    .object({ topics: z.array(z.object({ name: z.string() })) })
    .parse(parse(readFileSync(new URL('../../../kafka/topics.yaml', import.meta.url), 'utf8')))
    .topics.map(({ name }) => name);

function looks({ except, kafkaNamespace }: ClusterOptions): Look[] {
  const here = functions.filter(({ name }) => !except.includes(name));
  const named = (has: (one: (typeof here)[number]) => unknown) => here.filter(has).map(({ name }) => name);
  return [
    {
      name: 'pods',
      waitsFor: 'no pod that cannot start',
      lookAt:
        'kubectl describe pod: an image that cannot be pulled, a Secret that is missing, a node that is full',
      kind: 'pods',
      judge: judgePods,
    },
    {
      name: 'migration',
      waitsFor: 'the Job migrate done',
      lookAt: 'kubectl logs job/migrate; the Secret zerodo-database, key owner',
      kind: 'jobs.batch',
      judge: judgeMigration,
    },
    {
      name: 'functions',
      waitsFor: 'a Knative Service for each function, ready',
      lookAt: 'kubectl describe ksvc and the events of its ReplicaSet; docs/reference/images.md',
      kind: 'services.serving.knative.dev',
      judge: everyOne(
        'Service',
        named(() => true),
      ),
    },
    {
      name: 'broker',
      waitsFor: 'the Broker task-events ready',
      lookAt:
        'kubectl describe broker task-events: the topic task-events, the ConfigMap zerodo-broker, the Secret zerodo-kafka',
      kind: 'brokers.eventing.knative.dev',
      judge: everyOne('Broker', ['task-events']),
    },
    {
      name: 'triggers',
      waitsFor: 'each Trigger there and ready',
      lookAt: 'kubectl describe trigger; helm upgrade makes one that is missing',
      kind: 'triggers.eventing.knative.dev',
      judge: everyOne(
        'Trigger',
        named(({ trigger }) => trigger),
      ),
    },
    {
      name: 'Kafka sources',
      waitsFor: 'each KafkaSource there and ready',
      lookAt:
        'kubectl describe kafkasource: its topic and the Secret zerodo-kafka; helm upgrade makes one that is missing',
      kind: 'kafkasources.sources.knative.dev',
      judge: everyOne(
        'KafkaSource',
        named(({ kafkaSource }) => kafkaSource),
      ),
    },
    {
      name: 'ping sources',
      waitsFor: 'each PingSource there and ready',
      lookAt: 'kubectl describe pingsource; helm upgrade makes one that is missing',
      kind: 'pingsources.sources.knative.dev',
      judge: everyOne(
        'PingSource',
        named(({ schedule }) => schedule),
      ),
    },
    {
      name: 'dead letters',
      waitsFor: 'the KafkaSink dead-letters ready',
      lookAt: 'kubectl describe kafkasink dead-letters: the topic dead-letters, the Secret zerodo-kafka',
      kind: 'kafkasinks.eventing.knative.dev',
      judge: everyOne('KafkaSink', ['dead-letters']),
    },
    {
      name: 'consumer groups',
      waitsFor: 'no consumer group that cannot read',
      lookAt:
        'kubectl describe consumergroups.internal.kafka.eventing.knative.dev; the dispatcher in knative-eventing',
      kind: 'consumergroups.internal.kafka.eventing.knative.dev',
      optional: true,
      judge: judgeGroups,
    },
    {
      name: 'certificate',
      waitsFor: 'no certificate that is not valid',
      lookAt: 'kubectl describe certificate, then its order and challenge',
      kind: 'certificates.cert-manager.io',
      optional: true,
      judge: judgeCertificates,
    },
    ...(kafkaNamespace
      ? [
          {
            name: 'topics',
            waitsFor: 'each topic of kafka/topics.yaml there and ready',
            lookAt: 'kubectl describe kafkatopic; kafka/topics.yaml',
            kind: 'kafkatopics.kafka.strimzi.io',
            namespace: kafkaNamespace,
            judge: everyOne('KafkaTopic', topicNames()),
          },
        ]
      : []),
  ];
}

/** What an installation consists of, by what helm/zerodo/values.yaml says that it does. */
export function clusterChecks(options: ClusterOptions): Check[] {
  const { list, version } = kubectl(options.context);
  return [
    {
      name: 'cluster',
      waitsFor: 'an answer of kubectl',
      within: 30,
      lookAt: 'kubectl config get-contexts; --context names another',
      run: (signal) => version(signal),
    },
    ...looks(options).map(({ kind, namespace = options.namespace, optional, judge, ...check }) => ({
      ...check,
      within: 30,
      needs: ['cluster'],
      async run(signal: AbortSignal) {
        const found = await list(kind, namespace, signal).catch((error: Error) => {
          if (optional && (error instanceof NoSuchKind || error instanceof Forbidden)) return error.message;
          throw error;
        });
        if (typeof found === 'string') return `not looked at: ${found}`;
        const { wrong, right } = judge(found);
        if (wrong.length > 0) throw new Error(wrong.join('\n      '));
        return right;
      },
    })),
  ];
}
