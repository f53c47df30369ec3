import { readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '@zerodo/runtime/config';
import { beforeAll, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { kafkaUsers } from '../topics/users.ts';
import { functions } from './functions.ts';
import { type Question, template } from './helm.ts';
import { chart } from './read-values.ts';
import { withHelm } from './testing/with-helm.ts';

// biome-ignore lint/suspicious/noExplicitAny: of every kind; what a test reads of it is there or the test fails
type Manifest = { kind: string; metadata: Record<string, any>; spec: any };

const render = async (question: Question): Promise<Manifest[]> =>
  parseAllDocuments(await template(question)).flatMap(
    (document) => (document.toJS() as Manifest | null) ?? [],
  );
const keyOf = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;
const files = ['values-production.yaml'];

withHelm('the chart', () => {
  let all: Manifest[];
  const of = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind));
  const functionOf = (name: string) =>
    all.find(
      ({ kind, metadata, spec }) => kind === 'Service' && metadata.name === name && spec.template,
    ) as Manifest;
  beforeAll(async () => {
    all = await render({ files });
  });

  it.each(readdirSync(chart).filter((file) => /^values-.*\.yaml$/.test(file)))('renders %s', async (file) => {
    const manifests = await render({ files: [file] });

    expect(manifests.length).toBeGreaterThan(functions.length);
    expect(new Set(manifests.map(keyOf)).size).toBe(manifests.length);
  });

  it('gives every Trigger and KafkaSource all five fields, and more time than its function has', () => {
    for (const { metadata, spec } of of('Trigger', 'KafkaSource')) {
      const { timeoutSeconds } = functionOf(metadata.name).spec.template.spec;
      expect(spec.delivery).toEqual({
        retry: 8,
        backoffPolicy: 'exponential',
        backoffDelay: 'PT1S',
        timeout: `PT${timeoutSeconds + 5}S`,
        deadLetterSink: {
          ref: { apiVersion: 'eventing.knative.dev/v1alpha1', kind: 'KafkaSink', name: 'dead-letters' },
        },
      });
    }
    for (const { spec } of of('PingSource')) expect(spec).not.toHaveProperty('delivery');
  });

  it('keeps what holds a place in the log when a release goes', () => {
    for (const { metadata } of of('Broker', 'KafkaSink', 'Trigger', 'KafkaSource'))
      expect(metadata.annotations).toHaveProperty(['helm.sh/resource-policy'], 'keep');
  });

  it('knows every name that reads a topic', () => {
    const known = parse(readFileSync(`${chart}files/consumers.yaml`, 'utf8'));

    expect([...known].sort()).toEqual(
      [...new Set(of('Trigger', 'KafkaSource').map(({ metadata }) => metadata.name))].sort(),
    );
  });

  it('shows the outside the gateway and the stream, and no other function', () => {
    const outside = functions.filter(
      ({ name }) => functionOf(name).metadata.labels['networking.knative.dev/visibility'] !== 'cluster-local',
    );

    expect(outside.map(({ name }) => name)).toEqual(['api-gateway', 'live-stream']);
  });

  it('gives a function at least the time that a pod needs to end', () => {
    for (const { name, timeoutSeconds } of functions)
      expect(functionOf(name).spec.template.spec.timeoutSeconds).toBe(Math.max(45, timeoutSeconds));
  });

  it('lets a function out to what it uses and to nothing else', () => {
    const portsOf = (name: string) =>
      of('NetworkPolicy')
        .find(({ metadata }) => metadata.name === name)
        ?.spec.egress.flatMap(
          (rule: { ports?: { port: number }[] }) => rule.ports?.map(({ port }) => port) ?? 'internet',
        );

    expect(portsOf('audit-record')).toEqual([53, 53, 5432]);
    expect(portsOf('task-create')).toEqual([53, 53, 5432, 8081, 8444, 8080]);
    expect(portsOf('outbox-relay')).toEqual([53, 53, 5432, 9092, 9093, 9094]);
    expect(portsOf('webhook-deliver')).toEqual([53, 53, 5432, 8081, 8444, 'internet']);
    expect(portsOf('rule-preview')).toEqual([53, 53, 8080]);
  });

  it('lets migrations past a pooler, and runs them when there are Secrets to read', async () => {
    const migrate = async (set: Record<string, unknown>) => {
      const found = (await render({ files, set })).filter(({ metadata }) => metadata.name === 'migrate');
      return {
        ports: found
          .find(({ kind }) => kind === 'NetworkPolicy')
          ?.spec.egress.flatMap(({ ports }: Manifest['spec']) =>
            ports.map(({ port }: { port: number }) => port),
          ),
        hooks: new Set(found.map(({ metadata }) => metadata.annotations?.['helm.sh/hook'])),
      };
    };

    const pooled = { 'postgres.port': 6432, 'postgres.directPort': 5433 };
    expect(await migrate(pooled)).toEqual({
      ports: [53, 53, 5433],
      hooks: new Set(['pre-install,pre-upgrade']),
    });
    const made = { 'externalSecrets.enabled': true, 'externalSecrets.store': 'vault' };
    expect((await migrate(made)).hooks).toEqual(new Set(['post-install,pre-upgrade']));
  });

  it('tells functions and the web where telemetry goes and how much of it, in variables that a function knows', async () => {
    const told = {
      'monitoring.otlpEndpoint': 'http://collector.observability:4318',
      'monitoring.traced': 0.25,
    };
    const configMaps = (await render({ files, set: told })).filter(({ kind }) => kind === 'ConfigMap');
    const settings = (configMaps as unknown as { data: Record<string, string> }[]).filter(
      ({ data }) => 'ZERODO_PUBLIC_URL' in data,
    );

    expect(settings).toHaveLength(2);
    for (const { data } of settings) {
      const telemetry = Object.entries(data).filter(([name]) => name.startsWith('OTEL_'));
      expect(readConfig(Object.fromEntries(telemetry))).toMatchObject({
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.observability:4318',
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: 0.25,
        OTEL_RESOURCE_ATTRIBUTES: expect.stringMatching(/^service\.version=0\.1\.0,/),
      });
    }
  });

  it('makes one function alone with nothing that is shared', async () => {
    const alone = await render({ files, release: 'spawn', set: { only: ['recurrence-spawn'] } });

    expect(alone.map(({ kind }) => kind).sort()).toEqual([
      'NetworkPolicy',
      'PingSource',
      'Service',
      'ServiceAccount',
      'Trigger',
    ]);
    expect(new Set(alone.map(({ metadata }) => metadata.name))).toEqual(new Set(['recurrence-spawn']));
  });

  it('puts two releases side by side that share no object and together are the whole', async () => {
    const alone = await render({ files, release: 'spawn', set: { only: ['recurrence-spawn'] } });
    const rest = await render({ files, set: { except: ['recurrence-spawn'] } });

    expect([...alone, ...rest].map(keyOf).sort()).toEqual(all.map(keyOf).sort());
  });

  it('goes on alone as it was in the main release, apart from the settings that only that one knows', async () => {
    const [alone] = (await render({ files, set: { only: ['recurrence-spawn'] } })).filter(
      ({ kind }) => kind === 'Trigger',
    );

    expect(alone).toEqual(of('Trigger').find(({ metadata }) => metadata.name === 'recurrence-spawn'));
  });

  it.each(['Deployment', 'Service'])(
    'leads the three ways of one host to functions and to a web that is a %s',
    async (kind) => {
      const manifests = await render({ files, set: { 'web.kind': kind } });
      const route = manifests.find((one) => one.kind === 'HTTPRoute') as Manifest;

      expect(
        route.spec.rules.map(({ matches, filters, timeouts }: Manifest['spec']) => [
          matches[0].path.value,
          filters?.[0].urlRewrite.hostname,
          timeouts.request,
        ]),
      ).toEqual([
        ['/api/v1/live', 'live-stream.zerodo.svc.cluster.local', '0s'],
        ['/api/v1', 'api-gateway.zerodo.svc.cluster.local', '70s'],
        ['/', kind === 'Service' ? 'web.zerodo.svc.cluster.local' : undefined, '70s'],
      ]);
    },
  );

  it('reads secrets by reference, and holds none', async () => {
    const text = await template({ files });

    expect(text).not.toMatch(/^kind: Secret$/m);
    for (const key of ['PASSWORD', 'SECRET', 'PRIVATE_KEY', 'DATABASE_URL', 'SMTP_URL'])
      expect(text).not.toMatch(new RegExp(`name: \\w*${key}\\n\\s+value:`));
  });

  it('gives each that speaks to Kafka a Secret of its own, or all of them one', async () => {
    const users = kafkaUsers(functions).map(({ name }) => name);
    const secretsIn = (text: string) => [...new Set(text.match(/zerodo-kafka(?!-bootstrap)[a-z-]*/g))].sort();

    expect(secretsIn(await template({ files }))).toEqual(users.map((user) => `zerodo-kafka-${user}`).sort());
    expect(secretsIn(await template({ files, set: { 'kafka.ownUsers': false } }))).toEqual(['zerodo-kafka']);
  });

  it('has the External Secrets Operator make exactly the Secrets that are read', async () => {
    const set = { 'externalSecrets.enabled': true, 'externalSecrets.store': 'vault' };
    const text = await template({ files, set });
    const made = (await render({ files, set })).filter(({ kind }) => kind === 'ExternalSecret');

    const read = [
      ...text.matchAll(
        /secretKeyRef:\s*\{? ?name: ([a-z-]+)|auth.secret.ref.name: ([a-z-]+)|ref:\n\s+name: ([a-z-]+)/g,
      ),
    ];
    expect(made.map(({ metadata }) => metadata.name)).toEqual(
      [...new Set(read.map(([, ...names]) => names.find(Boolean)))].sort(),
    );
  });
});
