import { changed, inContainer, type Mutation, withAlso, without } from './mutation.ts';

/** Sections 6 and 9: secrets, encryption, networks, rights, and what belongs to the platform. */
export const platformMutations: Mutation[] = [
  {
    done: 'a secret is written into the manifests',
    noticedBy: 'secret-written',
    change: withAlso({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'zerodo-key' },
      stringData: { key: 'a' },
    }),
  },
  {
    done: 'a secret is written into a variable',
    noticedBy: 'secret-in-variable',
    change: inContainer('stats-record', ({ env }) => {
      env[0] = { name: env[0].name, value: 'postgres://worker:word@postgres/zerodo' };
    }),
  },
  {
    done: 'a password stands among the settings',
    noticedBy: 'secret-in-settings',
    change: changed('ConfigMap', 'zerodo', ({ data }) => {
      data.ZERODO_KAFKA_PASSWORD = 'word';
    }),
  },
  {
    done: 'events travel unencrypted from Kafka',
    noticedBy: 'encrypted-kafka',
    change: changed('KafkaSource', 'audit-record', ({ spec }) => {
      delete spec.net.tls;
    }),
  },
  {
    done: 'dead letters travel unencrypted to Kafka',
    noticedBy: 'encrypted-kafka',
    change: changed('KafkaSink', 'dead-letters', ({ spec }) => {
      delete spec.auth;
    }),
  },
  {
    done: 'the Broker speaks to Kafka unencrypted',
    noticedBy: 'encrypted-kafka',
    change: changed('ConfigMap', 'zerodo-broker', ({ data }) => {
      delete data['auth.secret.ref.name'];
    }),
  },
  {
    done: 'a login to Kafka falls back to PLAIN',
    noticedBy: 'kafka-login',
    change: changed('KafkaSource', 'audit-record', ({ spec }) => {
      delete spec.net.sasl.type;
    }),
  },
  {
    done: 'rows travel unencrypted from Postgres',
    noticedBy: 'encrypted-postgres',
    change: inContainer('stats-record', (container) => {
      container.env = container.env.filter(({ name }: { name: string }) => name !== 'PGSSL');
    }),
  },
  {
    done: 'people are sent to an address without encryption',
    noticedBy: 'encrypted-outside',
    change: changed('ConfigMap', 'zerodo', ({ data }) => {
      data.ZERODO_PUBLIC_URL = 'http://zerodo.example.com';
    }),
  },
  {
    done: 'nothing denies traffic that is not allowed',
    noticedBy: 'network-default',
    change: (objects) =>
      objects.filter(({ kind, ...object }) => {
        const { podSelector } = (object.spec ?? {}) as { podSelector?: object };
        return kind !== 'NetworkPolicy' || Object.keys(podSelector ?? {}).length > 0;
      }),
  },
  {
    done: 'nobody may reach a function',
    noticedBy: 'network-reachable',
    change: without('NetworkPolicy', 'stats-record'),
  },
  {
    done: 'a network policy lets anybody in',
    noticedBy: 'network-from',
    change: withAlso({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'open' },
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{}] },
    }),
  },
  {
    done: 'a network policy lets out to everywhere',
    noticedBy: 'network-to',
    change: withAlso({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'open' },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
    }),
  },
  {
    done: 'a role may do everything',
    noticedBy: 'access-wildcard',
    change: withAlso({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'all' },
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
    }),
  },
  {
    done: 'a role reads Secrets',
    noticedBy: 'access-secrets',
    change: withAlso({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'reader' },
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
    }),
  },
  {
    done: 'everybody in the cluster has a role',
    noticedBy: 'access-everybody',
    change: withAlso({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'everybody' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'viewer' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:authenticated' }],
    }),
  },
  {
    done: 'the chart changes settings of the platform',
    noticedBy: 'namespace-own',
    change: changed('ConfigMap', 'zerodo-broker', ({ metadata }) => {
      metadata.namespace = 'knative-eventing';
    }),
  },
  {
    done: 'an object is there twice',
    noticedBy: 'name-twice',
    change: (objects) => [...objects, objects[0]!],
  },
  {
    done: 'a SinkBinding changes functions behind their back',
    noticedBy: 'schemas',
    change: withAlso({
      apiVersion: 'sources.knative.dev/v1',
      kind: 'SinkBinding',
      metadata: { name: 'functions' },
      spec: {},
    }),
  },
  {
    done: 'the settings of all functions are gone',
    noticedBy: 'settings-exist',
    change: without('ConfigMap', 'zerodo'),
  },
];
