import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object that is installed already, as a lookup sees it. */
export type Installed = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
};

/** Every kind that the chart makes, with the name of its list. */
const resources: Record<string, Record<string, string>> = {
  v1: { ConfigMap: 'configmaps', Service: 'services', ServiceAccount: 'serviceaccounts' },
  'apps/v1': { Deployment: 'deployments' },
  'autoscaling/v2': { HorizontalPodAutoscaler: 'horizontalpodautoscalers' },
  'batch/v1': { Job: 'jobs' },
  'networking.k8s.io/v1': { NetworkPolicy: 'networkpolicies' },
  'policy/v1': { PodDisruptionBudget: 'poddisruptionbudgets' },
  'rbac.authorization.k8s.io/v1': { Role: 'roles', RoleBinding: 'rolebindings' },
  'serving.knative.dev/v1': { Service: 'services' },
  'eventing.knative.dev/v1': { Broker: 'brokers', Trigger: 'triggers' },
  'eventing.knative.dev/v1alpha1': { KafkaSink: 'kafkasinks' },
  'sources.knative.dev/v1': { KafkaSource: 'kafkasources', PingSource: 'pingsources' },
  'gateway.networking.k8s.io/v1': { HTTPRoute: 'httproutes' },
  'gateway.networking.k8s.io/v1beta1': { ReferenceGrant: 'referencegrants' },
};

/** As much of the API of Kubernetes as `helm template --dry-run=server` asks: what kinds there are, and what is installed. */
export async function fakeCluster(
  installed: Installed[],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(({ url = '' }, response) => {
    const body = answer(new URL(url, 'http://cluster').pathname, installed);
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        body ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 },
      ),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(path: string, installed: Installed[]): object | undefined {
  if (path === '/version') return { major: '1', minor: '34', gitVersion: 'v1.34.0' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups() };
  const [, version, rest] = /^\/apis?\/(v1|[^/]+\/[^/]+)(?:\/namespaces\/zerodo)?\/?(.*)$/.exec(path) ?? [];
  const kinds = resources[version ?? ''];
  if (!kinds || rest === undefined) return undefined;
  if (rest === '')
    return {
      kind: 'APIResourceList',
      groupVersion: version,
      resources: Object.entries(kinds).map(resourceOf),
    };
  const [list, name] = rest.split('/');
  const kind = Object.keys(kinds).find((one) => kinds[one] === list);
  const objects = installed.filter((object) => object.apiVersion === version && object.kind === kind);
  if (name) return objects.find(({ metadata }) => metadata.name === name);
  return { apiVersion: version, kind: `${kind}List`, metadata: {}, items: objects };
}

function groups(): object[] {
  const versions = Object.keys(resources).filter((version) => version.includes('/'));
  const named = Object.groupBy(versions, (version) => version.split('/')[0] as string);
  return Object.entries(named).map(([name, own = []]) => {
    const each = own.map((groupVersion) => ({ groupVersion, version: groupVersion.split('/')[1] }));
    return { name, versions: each, preferredVersion: each[0] };
  });
}

const resourceOf = ([kind, name]: [string, string]) => ({
  name,
  kind,
  singularName: kind.toLowerCase(),
  namespaced: true,
  verbs: ['get', 'list'],
});
