import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../../tool.ts';

/** An object as a cluster shows it. */
export type Shown = {
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; deletionTimestamp?: string };
  status: {
    conditions: { type: string; status: string; reason?: string; message?: string }[];
    [more: string]: unknown;
  };
};

/** What `kubectl get` is asked for, by the kind of what comes. */
const lists: Record<string, string> = {
  'services.serving.knative.dev': 'Service',
  'brokers.eventing.knative.dev': 'Broker',
  'triggers.eventing.knative.dev': 'Trigger',
  'kafkasources.sources.knative.dev': 'KafkaSource',
  'pingsources.sources.knative.dev': 'PingSource',
  'kafkasinks.eventing.knative.dev': 'KafkaSink',
  'consumergroups.internal.kafka.eventing.knative.dev': 'ConsumerGroup',
  'certificates.cert-manager.io': 'Certificate',
  'jobs.batch': 'Job',
  pods: 'Pod',
};

const shown = (kind: string, name: string, type = 'Ready', status = {}): Shown => ({
  kind,
  metadata: { name, labels: { 'app.kubernetes.io/part-of': 'zerodo' } },
  status: { conditions: [{ type, status: 'True' }], ...status },
});

/** A cluster in which everything that knative/production has is there and ready. */
export const healthy = (): Shown[] => {
  const folder = join(root, 'knative/production');
  const manifests = readdirSync(folder)
    .filter((file) => file !== 'kustomization.yaml')
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((one) => one.toJS()))
    // Kubernetes has Services too, which are asked for by another name.
    .filter((one) => one && one.kind in asked && (one.kind !== 'Service' || /serving/.test(one.apiVersion)));
  return [
    ...manifests.filter(({ kind }) => kind !== 'Job').map(({ kind, metadata }) => shown(kind, metadata.name)),
    shown('Job', 'migrate', 'Complete'),
    shown('ConsumerGroup', 'knative-trigger-zerodo-recurrence-spawn'),
    shown('Certificate', 'zerodo-tls', 'Ready', { notAfter: '2199-01-01T00:00:00Z' }),
    shown('Pod', 'web-7d9f-x2x', 'Ready', { phase: 'Running' }),
  ];
};

const asked = Object.fromEntries(Object.entries(lists).map(([list, kind]) => [kind, list]));

/** Answers what it finds in files beside it, as kubectl words it. */
const program = `#!/bin/sh
here=\${0%/*}
kind=
while [ $# -gt 0 ]; do
  case $1 in
    --context | --namespace | --output | --request-timeout) shift ;;
    -*) echo "error: unknown flag: $1" >&2; exit 1 ;;
    version) kind=version ;;
    get) kind=$2; shift ;;
  esac
  shift
done
if [ -e "$here/$kind.error" ]; then /bin/cat "$here/$kind.error" >&2; exit 1; fi
if [ -e "$here/$kind.json" ]; then exec /bin/cat "$here/$kind.json"; fi
echo "error: the server doesn't have a resource type "$kind"" >&2
exit 1
`;

export type FakeCluster = {
  /** The PATH that has this kubectl and no other. */
  path: string;
  remove: () => Promise<void>;
};

/** A kubectl that answers `objects`; `refused` are lists that nobody may see, with what the server says. */
export async function fakeCluster(
  objects: Shown[],
  refused: Record<string, string> = {},
): Promise<FakeCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'zerodo-kubectl-'));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await write('kubectl', program);
  await chmod(join(folder, 'kubectl'), 0o755);
  await write('version.json', JSON.stringify({ serverVersion: { gitVersion: 'v1.35.6' } }));
  for (const [list, kind] of Object.entries(lists)) {
    const items = objects.filter((one) => one.kind === kind);
    await write(`${list}.json`, JSON.stringify({ kind: 'List', items }));
  }
  for (const [list, words] of Object.entries(refused)) await write(`${list}.error`, words);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
