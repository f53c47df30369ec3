import { z } from 'zod';
import * as clusterOnly from './cluster-only.ts';

/**
 * The Kubernetes objects that this runner understands: exactly the fields that our manifests use. Strict, because a field
 * that is read but not obeyed would make this machine behave unlike a cluster.
 */
const name = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/, 'a name is lower-case letters, digits and hyphens');
const labels = z.strictObject(clusterOnly.labels);
const metadata = z.strictObject({
  name,
  namespace: z.literal('zerodo', 'everything is in the namespace zerodo').optional(),
  labels: labels.optional(),
});
const metadataKept = metadata.extend({ annotations: z.strictObject(clusterOnly.kept).optional() });

/** `PT1.5S`, `PT2M`: what Knative's delivery fields take; a bare `5s` is refused there too. Becomes milliseconds. */
const duration = z
  .string()
  .regex(/^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?$/, 'a duration is ISO 8601, like PT1S')
  .transform((text) => {
    const part = (unit: string) => Number(new RegExp(`([\\d.]+)${unit}`).exec(text)?.[1] ?? 0);
    return Math.round((part('H') * 3600 + part('M') * 60 + part('S')) * 1000);
  });

const serviceRef = z.strictObject({
  ref: z.strictObject({ apiVersion: z.literal('serving.knative.dev/v1'), kind: z.literal('Service'), name }),
});

/** All five, always: a delivery with fewer silently retries nothing or loses the event (knative.md, section 9). */
const delivery = z.strictObject({
  retry: z.int().min(1),
  backoffPolicy: z.enum(['exponential', 'linear']),
  backoffDelay: duration,
  timeout: duration,
  deadLetterSink: z.strictObject({
    ref: z.strictObject({
      apiVersion: z.literal('eventing.knative.dev/v1alpha1'),
      kind: z.literal('KafkaSink'),
      name,
    }),
  }),
});
export type Delivery = z.infer<typeof delivery>;

const secretKey = z.strictObject({
  secretKeyRef: z.strictObject({ name, key: z.string(), optional: z.boolean().optional() }),
});
const variable = z.union([
  z.strictObject({ name: z.string(), value: z.string() }),
  z.strictObject({ name: z.string(), valueFrom: secretKey }),
]);
export type Variable = z.infer<typeof variable>;

const probe = z.strictObject({ httpGet: z.strictObject({ path: z.string().startsWith('/') }) });

const seconds = z
  .string()
  .regex(/^\d+s$/, 'a window is whole seconds, like 60s')
  .transform((text) => Number.parseInt(text, 10) * 1000);

/** Thousandths of a core. */
const milliCpu = z
  .string()
  .regex(/^[1-9]\d{0,5}m$/, 'CPU is asked for in thousandths of a core, such as 100m')
  .transform((text) => Number.parseInt(text, 10));

export const service = z.strictObject({
  apiVersion: z.literal('serving.knative.dev/v1'),
  kind: z.literal('Service'),
  metadata: metadata.extend({
    labels: labels
      .extend({ 'networking.knative.dev/visibility': z.literal('cluster-local').optional() })
      .optional(),
  }),
  spec: z.strictObject({
    template: z.strictObject({
      metadata: z
        .strictObject({
          labels: labels.optional(),
          annotations: z.strictObject({
            ...clusterOnly.scaling,
            'autoscaling.knative.dev/window': seconds.default(60_000),
            'autoscaling.knative.dev/min-scale': z.enum(['0', '1']).default('0'),
          }),
        })
        .optional(),
      spec: z.strictObject({
        ...clusterOnly.pod,
        timeoutSeconds: z.int().min(1).max(600),
        containerConcurrency: z.literal(0, 'nothing is held back here: 0').optional(),
        containers: z.tuple([
          z.strictObject({
            ...clusterOnly.container,
            image: z
              .string()
              .regex(/^zerodo\/[a-z][a-z0-9-]*$/, 'an image of this machine is zerodo/<function>'),
            envFrom: z.tuple([
              z.strictObject({ configMapRef: z.strictObject({ name: z.literal('zerodo') }) }),
            ]),
            env: z.array(variable).optional(),
            resources: z
              .strictObject({
                requests: z.strictObject({ cpu: milliCpu, memory: z.unknown().optional() }),
                // A machine's memory is for whoever needs it.
                limits: z.unknown().optional(),
              })
              .optional(),
            readinessProbe: probe,
          }),
        ]),
      }),
    }),
  }),
});

const attributes = z
  .record(
    z.string().regex(/^[a-z0-9]{1,20}$/, 'an attribute of CloudEvents is lower-case letters and digits'),
    z.string().min(1),
  )
  .refine((record) => Object.keys(record).length > 0, 'an empty filter matches every event');

export type Filter =
  | { exact: Record<string, string> }
  | { prefix: Record<string, string> }
  | { suffix: Record<string, string> }
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter };

const filter: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ exact: attributes }),
    z.strictObject({ prefix: attributes }),
    z.strictObject({ suffix: attributes }),
    z.strictObject({ all: z.array(filter).min(1) }),
    z.strictObject({ any: z.array(filter).min(1) }),
    z.strictObject({ not: filter }),
  ]),
);

export const broker = z.strictObject({
  apiVersion: z.literal('eventing.knative.dev/v1'),
  kind: z.literal('Broker'),
  metadata: metadata.extend({
    annotations: z.strictObject({
      ...clusterOnly.kept,
      'eventing.knative.dev/broker.class': z.literal('Kafka'),
      'kafka.eventing.knative.dev/external.topic': z.string(),
    }),
  }),
  spec: z.strictObject({
    config: z.strictObject({
      apiVersion: z.literal('v1'),
      kind: z.literal('ConfigMap'),
      name: z.string(),
      namespace: z.string(),
    }),
  }),
});

export const trigger = z.strictObject({
  apiVersion: z.literal('eventing.knative.dev/v1'),
  kind: z.literal('Trigger'),
  metadata: metadata.extend({
    annotations: z.strictObject({
      ...clusterOnly.kept,
      'kafka.eventing.knative.dev/delivery.order': z.enum(['ordered', 'unordered']),
    }),
  }),
  spec: z.strictObject({ broker: name, filters: z.array(filter).min(1), subscriber: serviceRef, delivery }),
});

export const kafkaSource = z.strictObject({
  apiVersion: z.literal('sources.knative.dev/v1'),
  kind: z.literal('KafkaSource'),
  metadata: metadataKept,
  spec: z.strictObject({
    /** Where a cluster's Kafka is. This machine has one log, so its address is not read here. */
    bootstrapServers: z.array(z.string()).min(1),
    topics: z.array(z.string()).min(1),
    consumerGroup: z.string(),
    initialOffset: z.enum(['earliest', 'latest']),
    ordering: z.enum(['ordered', 'unordered']),
    delivery,
    sink: serviceRef,
  }),
});

export const pingSource = z.strictObject({
  apiVersion: z.literal('sources.knative.dev/v1'),
  kind: z.literal('PingSource'),
  metadata,
  spec: z.strictObject({
    schedule: z.string(),
    timezone: z.string(),
    contentType: z.literal('application/json'),
    data: z.string(),
    sink: serviceRef,
  }),
});

export const kafkaSink = z.strictObject({
  apiVersion: z.literal('eventing.knative.dev/v1alpha1'),
  kind: z.literal('KafkaSink'),
  metadata: metadataKept,
  spec: z.strictObject({
    topic: z.literal('dead-letters', 'the one sink of this machine is the table dead_letters'),
    bootstrapServers: z.array(z.string()).min(1),
    contentMode: z.literal('binary'),
  }),
});
