import type { Values } from '../render/read-values.ts';

type Hop = { way: string; encrypted: (values: Values) => string; may: string; known: string };

const inner = ({ serving }: Values): string =>
  serving.internalEncryption ? 'TLS (Knative)' : 'no: `serving.internalEncryption`';
const toKafka = ({ kafka }: Values): string =>
  kafka.protocol.endsWith('SSL') ? `TLS (${kafka.protocol})` : `no: ${kafka.protocol}`;
const toWeb = (values: Values): string =>
  values.web.kind === 'Service' ? inner(values) : 'no: inside the cluster';
const knative = 'dispatchers of Knative, which alone read the topics for functions';

const all: Hop[] = [
  {
    way: 'browser or program → Gateway or Ingress',
    encrypted: ({ publicUrl }) =>
      publicUrl.startsWith('https://') ? 'TLS (cert-manager)' : 'no: publicUrl is http',
    may: 'everybody',
    known: 'session cookie or API token',
  },
  {
    way: 'Gateway or Ingress → web',
    encrypted: toWeb,
    may: '`networkPolicy.outside`',
    known: 'as before',
  },
  {
    way: 'Gateway or Ingress → ingress of Knative',
    encrypted: () => 'no: inside the cluster',
    may: 'the ReferenceGrant; policies of the namespace of Knative’s ingress are the platform’s',
    known: 'as before; `Origin` for a write with a cookie',
  },
  {
    way: 'ingress of Knative → activator → function',
    encrypted: inner,
    may: 'NetworkPolicy of the function',
    known: 'nobody is told apart here',
  },
  {
    way: 'gateway or web → function, function → function',
    encrypted: inner,
    may: 'NetworkPolicies with `functions`',
    known: 'JWT of two minutes, signed by the web; a wake-up carries nothing',
  },
  {
    way: 'function → web (sessions, keys)',
    encrypted: toWeb,
    may: 'NetworkPolicies with `web`',
    known: 'the session or token that is exchanged; keys are public',
  },
  {
    way: 'function, web, migration → Postgres',
    encrypted: ({ postgres }) =>
      postgres.tls === 'off' ? 'no: postgres.tls is off' : `TLS (${postgres.tls})`,
    may: 'NetworkPolicies with a database',
    known: 'password of a role; row-level security',
  },
  {
    way: '`outbox-relay`, `live-stream` → Kafka',
    encrypted: toKafka,
    may: 'NetworkPolicies with `kafka`',
    known: 'the Secret of Kafka, and its ACLs',
  },
  {
    way: 'Broker, KafkaSource, KafkaSink ↔ Kafka',
    encrypted: toKafka,
    may: knative,
    known: 'the Secret of Kafka, and its ACLs',
  },
  {
    way: 'dispatcher, PingSource → function',
    encrypted: inner,
    may: knative,
    known: 'not at all: a reaction does only what the database justifies',
  },
  {
    way: 'dispatcher → KafkaSink (dead letters)',
    encrypted: () => 'no: Knative’s `transport-encryption`',
    may: 'the cluster',
    known: 'not at all: an operator looks before anything is sent again',
  },
  {
    way: '`notification-send` and web → SMTP',
    encrypted: () => 'as `ZERODO_SMTP_URL` says: `smtps://`, or STARTTLS where the server has it',
    may: 'NetworkPolicies with `mail`',
    known: 'name and password in the address',
  },
  {
    way: '`notification-send`, `webhook-deliver` → internet',
    encrypted: () => 'TLS: nothing but https is called',
    may: 'NetworkPolicies with `internet`; private networks are refused',
    known: 'VAPID; signature of Standard Webhooks',
  },
  {
    way: 'function, web → collector',
    encrypted: ({ monitoring }) =>
      monitoring.otlpEndpoint === ''
        ? 'nothing is sent'
        : monitoring.otlpEndpoint.startsWith('https')
          ? 'TLS'
          : 'no',
    may: '`monitoring.otlpNamespace`',
    known: 'not at all',
  },
];

/** Rows of what protects each hop, under two sets of values. */
export const hops = (usual: Values, production: Values): string[] =>
  all.map(
    ({ way, encrypted, may, known }) =>
      `| ${way} | ${encrypted(usual)} | ${encrypted(production)} | ${may} | ${known} |`,
  );
