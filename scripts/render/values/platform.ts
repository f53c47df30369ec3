import { z } from 'zod';
import { name, peers } from './words.ts';

export const image = z
  .strictObject({
    registry: z
      .string()
      .min(1)
      .describe(
        'Images are `<registry>/<function>:<tag>`, `<registry>/web:<tag>` and `<registry>/migrate:<tag>`.',
      ),
    tag: z.string().describe("Empty: the chart's `appVersion`. `none`: no tag at all, as on one machine."),
    pullPolicy: z.enum(['Always', 'IfNotPresent', 'Never']).describe('When an image is fetched.'),
    pullSecrets: z.array(name).describe('Secrets of type `kubernetes.io/dockerconfigjson`.'),
  })
  .describe('Where images come from.');

export const settings = z
  .strictObject({
    logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).describe('`ZERODO_LOG_LEVEL`.'),
    accessLogShare: z.number().min(0).max(1).describe('`ZERODO_ACCESS_LOG_SHARE`.'),
    rateLimit: z.int().min(1).describe('Requests a minute for each person.'),
    rateBurst: z.int().min(1).describe('How many of them at once.'),
    signUpLimit: z.int().min(1).describe('Sign-ups in ten seconds from one address.'),
    origins: z.array(z.url()).describe('Further origins of our own pages, beside that of `publicUrl`.'),
    operators: z
      .array(z.string().min(1))
      .describe('Accounts that see the flow page and send dead letters again: ids, addresses, or `first`.'),
    trustedProxies: z
      .array(z.string().min(1))
      .describe(
        'Addresses and networks of proxies before the cluster, beside those in private networks: whoever asks them is counted.',
      ),
    outboundAllow: z
      .array(z.string().min(1))
      .describe('What webhooks and web push may reach within a private network.'),
  })
  .describe('Plain settings (docs/reference/configuration.md).');

export const secrets = z
  .strictObject({
    database: name.describe(
      'Keys `app`, `worker`, `web`, `owner`: addresses of Postgres for each role; `owner` is a direct address.',
    ),
    kafka: name.describe(
      'Keys `protocol`, `sasl.mechanism`, `user`, `password`, `ca.crt`, `user.crt`, `user.key`, `user.skip`: as Knative reads them.',
    ),
    auth: name.describe('Key `secret`: signs the cookies of the web.'),
    mail: name.describe('Keys `url`, `from`; without it there is no mail.'),
    push: name.describe('Keys `public`, `private`, `subject`; without it there is no web push.'),
    key: name.describe(
      'Key `key`: seals the secrets of webhooks and signs links in mails; `before`: the key until it was changed.',
    ),
  })
  .describe('Secrets by name; their contents are never values.');

export const externalSecrets = z
  .strictObject({
    enabled: z.boolean().describe('Has the External Secrets Operator make the Secrets.'),
    store: z.string().describe('The ClusterSecretStore to read from.'),
    prefix: z.string().describe('What the names of its entries begin with; the name of the Secret follows.'),
    refreshInterval: z
      .string()
      .regex(/^\d+[smh]$/)
      .describe('How often it looks again.'),
  })
  .describe('External Secrets Operator.');

export const postgres = z
  .strictObject({
    tls: z
      .enum(['off', 'require', 'verify-full'])
      .describe(
        '`verify-full`: encrypted, name and authority of the server checked; `require`: encrypted only. An address with `sslmode` of its own says more.',
      ),
    caSecret: z
      .union([name, z.literal('')])
      .describe(
        'A Secret with the authority that signed the certificate of the server, where it is none of the public ones.',
      ),
    caKey: z.string().min(1).describe('Its key.'),
    pooler: z
      .enum(['none', 'transaction'])
      .describe('`transaction`: a pooler in transaction mode is between, such as PgBouncer or that of Neon.'),
    maxConnections: z
      .int()
      .min(1)
      .describe(
        'Connections that the server has for Zerodo; functions × scale × pool must fit unless there is a pooler.',
      ),
    poolSize: z.int().min(2).max(100).describe('Connections of each instance for each role.'),
    port: z.int().min(1).max(65_535).describe('The port that network policies open.'),
    directPort: z
      .int()
      .min(1)
      .max(65_535)
      .describe('The port of the direct address of `owner`, which they open to migrations: past a pooler.'),
    peers,
  })
  .describe('The database.');

export const kafka = z
  .strictObject({
    bootstrapServers: z
      .array(z.string().regex(/^[^\s:,]+:\d+$/))
      .min(1)
      .describe('Brokers to begin with, with ports.'),
    protocol: z
      .enum(['PLAINTEXT', 'SASL_PLAINTEXT', 'SSL', 'SASL_SSL'])
      .describe(
        'How brokers are spoken to. Anything but `PLAINTEXT` reads the Secret, which must say the same.',
      ),
    privateCa: z
      .boolean()
      .describe('The Secret holds the authority that signed the certificates of the brokers (`ca.crt`).'),
    ownUsers: z
      .boolean()
      .describe(
        'A Secret `<secrets.kafka>-<user>` for each user of kafka/strimzi/users.yaml, instead of one for all.',
      ),
    partitions: z
      .int()
      .min(1)
      .describe("In the Broker's settings, which are read even though its topic is there."),
    replicas: z.int().min(1).describe('Likewise.'),
    ports: z.array(z.int().min(1).max(65_535)).min(1).describe('The ports that network policies open.'),
    peers,
  })
  .describe('The log.');

export const delivery = z
  .strictObject({
    retry: z.int().min(1).describe('How often an event is tried again.'),
    backoffPolicy: z.enum(['exponential', 'linear']).describe('How the waits grow.'),
    backoffDelay: z
      .string()
      .regex(/^PT\d+(\.\d+)?S$/)
      .describe('ISO 8601; the first exponential wait is twice as long.'),
    margin: z.int().min(1).describe("Seconds that a delivery waits beyond the function's own time."),
  })
  .describe('One delivery for every Trigger and KafkaSource.');

export const serving = z
  .strictObject({
    clusterDomain: z.string().min(1).describe('The domain of the cluster.'),
    ingress: z
      .strictObject({
        namespace: name.describe('Its namespace.'),
        service: name.describe('Its internal Service.'),
        port: z.int().min(1).max(65_535).describe('The port of that.'),
        podPorts: z
          .array(z.int().min(1).max(65_535))
          .min(1)
          .describe('The ports of its pods, which network policies see.'),
      })
      .describe('The ingress of Knative.'),
    namespace: name.describe('Where the activator and the autoscaler are.'),
    leastTimeoutSeconds: z
      .int()
      .min(1)
      .max(600)
      .describe(
        'No function has less: it is also the time that a pod has to end, and 30 seconds of it go by before it is told.',
      ),
    internalEncryption: z
      .boolean()
      .describe(
        'Requests within the cluster go by https: `cluster-local-domain-tls` and `system-internal-tls` are on.',
      ),
    autoscalingClass: z
      .enum(['kpa.autoscaling.knative.dev'])
      .describe('The autoscaler that can scale to zero.'),
    queueProxy: z
      .strictObject({
        cpu: z
          .string()
          .regex(/^\d+m$/)
          .describe('CPU that it asks for.'),
        memory: z
          .string()
          .regex(/^\d+Mi$/)
          .describe('Memory that it asks for.'),
        memoryLimit: z
          .string()
          .regex(/^\d+Mi$/)
          .describe('Memory at the most.'),
      })
      .describe('The proxy beside each function.'),
  })
  .describe('Knative Serving.');
