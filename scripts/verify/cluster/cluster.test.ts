import { afterEach, expect, it, vi } from 'vitest';
import { runChecks } from '../check.ts';
import { readOptions } from '../options.ts';
import { fakeCluster, healthy, type Shown } from '../testing/cluster.ts';
import { namesOf } from '../testing/run.ts';
import { clusterChecks } from './checks.ts';

afterEach(() => vi.unstubAllEnvs());

/** What `npm run verify -- --namespace zerodo` says, with the kubectl of `path`. */
async function lookWith(path: string, args: string[] = []) {
  vi.stubEnv('PATH', path);
  const { cluster } = readOptions(['--namespace', 'zerodo', ...args], {});
  const lines = await runChecks(clusterChecks(cluster!), () => {}, new AbortController().signal);
  const found = Object.fromEntries(lines.map((line) => [line.name, line.found]));
  return { failed: namesOf(lines, 'fail'), untried: namesOf(lines, 'not tried'), lines, found };
}

async function look(
  objects: Shown[],
  { refused = {}, args = [] }: { refused?: Record<string, string>; args?: string[] } = {},
) {
  const { path, remove } = await fakeCluster(objects, refused);
  return lookWith(path, args).finally(remove);
}
const not = (kind: string, name: string) => (one: Shown) =>
  !(one.kind === kind && one.metadata.name === name);
const forbidden = (kind: string) =>
  `Error from server (Forbidden): ${kind} is forbidden: User "ada" cannot list resource "${kind}" in the namespace "zerodo"`;

it('passes a cluster that has everything, ready', async () => {
  const { failed, untried, found } = await look(healthy());

  expect(found).toMatchObject({
    cluster: 'v1.35.6',
    migration: 'done',
    broker: '1 Broker, all ready',
    certificate: '1 certificate, valid',
  });
  expect(found.functions).toMatch(/^\d+ Services, all ready$/);
  expect([failed, untried]).toEqual([[], []]);
});

it('tells a Trigger that is missing by its name', async () => {
  const { failed, found } = await look(healthy().filter(not('Trigger', 'recurrence-spawn')));

  expect(failed).toEqual(['triggers']);
  expect(found.triggers).toBe('Trigger recurrence-spawn is missing');
});

it('does not miss what it is told that somebody else runs', async () => {
  const others = healthy().filter(({ metadata }) => metadata.name !== 'notification-send');

  expect((await look(others)).found.functions).toBe('Service notification-send is missing');
  expect((await look(others, { args: ['--except', 'notification-send'] })).failed).toEqual([]);
});

it('gives the reason of a Service that is not ready', async () => {
  const objects = healthy();
  const service = objects.find((one) => !not('Service', 'task-create')(one))!;
  service.status.conditions = [
    {
      type: 'Ready',
      status: 'False',
      reason: 'RevisionMissing',
      message: 'Initial scale was never achieved',
    },
  ];
  const pod = objects.find(({ kind }) => kind === 'Pod')!;
  const state = { waiting: { reason: 'ImagePullBackOff', message: 'not found' } };
  pod.status.containerStatuses = [{ name: 'user-container', state }];

  const { failed, found, lines } = await look(objects);

  expect(failed).toEqual(['pods', 'functions']);
  expect(found.functions).toBe(
    'Service task-create is not ready: RevisionMissing: Initial scale was never achieved',
  );
  expect(found.pods).toBe('pod web-7d9f-x2x does not start: user-container: ImagePullBackOff: not found');
  expect(lines.find(({ name }) => name === 'functions')?.lookAt).toContain('kubectl describe ksvc');
});

it('tells a migration that failed, a certificate that ended and a consumer group that cannot read', async () => {
  const objects = healthy();
  const of = (kind: string) => objects.find((one) => one.kind === kind)!.status;
  of('Job').conditions = [
    { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Job has reached the limit' },
  ];
  of('Certificate').notAfter = '2026-01-01T00:00:00Z';
  of('ConsumerGroup').conditions = [
    { type: 'Ready', status: 'False', reason: 'Schedule', message: 'no pod' },
  ];

  const { failed, found } = await look(objects);

  expect(failed).toEqual(['migration', 'consumer groups', 'certificate']);
  expect(found.migration).toBe('Job migrate is not done: BackoffLimitExceeded: Job has reached the limit');
  expect(found.certificate).toBe('Certificate zerodo-tls ended 2026-01-01T00:00:00Z');
});

it('takes a Job of migrations that is gone for done, and a cluster without cert-manager as it is', async () => {
  const objects = healthy().filter(({ kind }) => kind !== 'Job');
  const none = `error: the server doesn't have a resource type "certificates"`;
  const { failed, found } = await look(objects, { refused: { 'certificates.cert-manager.io': none } });

  expect(failed).toEqual([]);
  expect(found.certificate).toBe('not looked at: the cluster knows no certificates.cert-manager.io');
});

it('looks at the topics where it is told that Strimzi is', async () => {
  const { failed, found } = await look(healthy(), { args: ['--kafka-namespace', 'kafka'] });

  expect(failed).toEqual(['topics']);
  expect(found.topics).toBe('the cluster knows no kafkatopics.kafka.strimzi.io');
});

it('says which right is missing, and still looks at the rest', async () => {
  const refused = { 'triggers.eventing.knative.dev': forbidden('triggers') };
  const { failed, found } = await look(healthy(), { refused });

  expect(failed).toEqual(['triggers']);
  expect(found.triggers).toBe(
    "no right to list triggers.eventing.knative.dev: ask for the chart's Role for viewers (rbac.viewers)",
  );
});

it('says that there is no kubectl, and tries nothing that needs it', async () => {
  const { failed, untried, found } = await lookWith('/nowhere');

  expect(failed).toEqual(['cluster']);
  expect(found.cluster).toBe('kubectl is not on the PATH: install it, or leave --namespace out');
  expect(untried).toContain('triggers');
});
