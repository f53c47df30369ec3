import { z } from 'zod';
import { cpu, cpuLimit, memory, memoryLimit, name, peers, scale, subjects, words } from './words.ts';

const maybe = z.union([name, z.literal('')]);

export const web = z
  .strictObject({
    enabled: z.boolean().describe('Whether it is part of the release.'),
    kind: z
      .enum(['Deployment', 'Service'])
      .describe(
        '`Deployment`: always there, scaled by its CPU. `Service`: a Knative Service, which may be at zero.',
      ),
    replicas: z
      .strictObject({
        min: z.int().min(1).describe('Pods that are always there.'),
        max: z.int().min(1).describe('Pods at the most.'),
        targetCpu: z
          .int()
          .min(1)
          .max(100)
          .describe('Per cent of the CPU asked for that another one is started at.'),
      })
      .describe('Of the Deployment.'),
    cpu,
    memory,
    cpuLimit,
    memoryLimit,
    maxUnavailable: z.int().min(1).describe('How many may be away while nodes are drained.'),
    poolSize: z.int().min(1).describe('Connections of each instance to Postgres, for the guard.'),
    scale,
  })
  .describe('The web application.');

export const migrate = z
  .strictObject({
    enabled: z
      .boolean()
      .describe('Whether the schema is brought up to date before an installation or an upgrade.'),
    deadlineSeconds: z.int().min(60).describe('Seconds that it may take, waiting for another one included.'),
  })
  .describe('The migration.');

export const verify = z
  .strictObject({
    enabled: z.boolean().describe('Whether `helm test` has something to run.'),
    image: z.string().describe('An image of your own; empty: `<registry>/verify:<tag>`.'),
    gatewayAddress: z
      .union([z.ipv4(), z.ipv6(), z.literal('')])
      .describe(
        'The address of the Gateway, where the name in `publicUrl` leads to nothing within the cluster.',
      ),
    tokenSecret: maybe.describe(
      'A Secret with a token that may read and write (key `token`), where nobody may sign up.',
    ),
  })
  .describe('The verification.');

export const gateway = z
  .strictObject({
    enabled: z.boolean().describe('Whether there are HTTPRoutes.'),
    name: name.describe('The Gateway that they belong to.'),
    namespace: maybe.describe('Its namespace; empty: that of the release.'),
    create: z.boolean().describe('Make that Gateway.'),
    className: maybe.describe('Its class.'),
    issuer: maybe.describe('A ClusterIssuer of cert-manager for it.'),
    referenceGrant: z
      .boolean()
      .describe('Let the routes reach the ingress of Knative, which is in another namespace.'),
    streamTimeout: z
      .string()
      .regex(/^(\d+s)?$/)
      .describe('How long a stream of live updates may take; `0s` is for ever, empty says nothing.'),
    requestTimeout: z
      .string()
      .regex(/^(\d+s)?$/)
      .describe('How long any other request may take; empty leaves it to the proxy.'),
  })
  .describe('Gateway API: one host, three ways.');

export const ingress = z
  .strictObject({
    enabled: z.boolean().describe('Whether there are Ingresses.'),
    className: maybe.describe('Their class.'),
    annotations: words.describe('Annotations of every one.'),
    upstreamHostAnnotation: z
      .string()
      .min(1)
      .describe('The annotation of the controller that replaces the host of a request.'),
    streamAnnotations: words.describe(
      'Further annotations of the one to `live-stream`, which must not be buffered.',
    ),
    issuer: maybe.describe('A ClusterIssuer of cert-manager.'),
  })
  .describe('Ingress, where there is no Gateway API.');

export const networkPolicy = z
  .strictObject({
    enabled: z.boolean().describe('Whether pods reach, and are reached by, only what they must.'),
    outside: z
      .array(name)
      .describe(
        'Namespaces whose pods may reach the web: that of the Gateway or of the Ingress controller. Empty: every one.',
      ),
    dns: peers.describe('Who answers for names.'),
    mailPorts: z.array(z.int().min(1).max(65_535)).min(1).describe('Ports of the SMTP server.'),
    privateNetworks: z.array(z.string()).describe('What `internet` does not include.'),
  })
  .describe('Network policies.');

export const rbac = z
  .strictObject({
    enabled: z.boolean().describe('Whether there are Roles for people.'),
    viewers: subjects.describe('Who sees everything but Secrets.'),
    operators: subjects.describe('Who also restarts, scales and rolls back.'),
    owners: z.record(name, subjects).describe('Functions, and who may deploy each.'),
  })
  .describe('Roles for people, in this namespace.');

export const monitoring = z
  .strictObject({
    otlpEndpoint: z
      .union([z.url(), z.literal('')])
      .describe('Where traces and metrics are sent (OTLP over HTTP).'),
    traced: z.number().min(0).max(1).describe('The share of all traces that is sent.'),
    otlpNamespace: name.describe('The namespace of the collector.'),
  })
  .describe('Metrics and traces.');
