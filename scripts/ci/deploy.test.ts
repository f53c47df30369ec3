import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeMachine } from '../setup/testing/machine.ts';
import { root } from '../tool.ts';

const common = {
  URL: 'https://zerodo.example.com',
  TAG: 'v1.2.3',
  GITHUB_REPOSITORY: 'Team/Zerodo',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://github.example.com/token?a=b',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'hidden-request',
  CLUSTER: 'prod',
  REGION: 'europe-west1-b',
};

/** What each cloud wants, and the calls that lead into its cluster. */
const clouds: Record<string, { env: Record<string, string>; calls: RegExp[] }> = {
  aks: {
    env: { AZURE_CLIENT_ID: 'client', AZURE_TENANT_ID: 'tenant', AZURE_SUBSCRIPTION_ID: 'subscription' },
    calls: [
      /^curl .* 'https:\/\/github\.example\.com\/token\?a=b&audience=api:\/\/AzureADTokenExchange'$/,
      /^az login --service-principal --username client --tenant tenant --federated-token @\S+\/token/,
      /^az account set --subscription subscription$/,
      /^az aks get-credentials --name prod --resource-group prod --file \S+\/kubeconfig$/,
    ],
  },
  gke: {
    env: { GOOGLE_PROJECT: 'project', GOOGLE_PROVIDER: 'projects/1/p', GOOGLE_SERVICE_ACCOUNT: 'sa' },
    calls: [
      /^gcloud auth login --cred-file \S+\/google\.json --quiet$/,
      /^gcloud container clusters describe prod .*value\(endpoint\)/,
      /^gcloud container clusters describe prod .*clusterCaCertificate/,
      /^kubectl config set-cluster gke --server https:\/\/192\.0\.2\.1 /,
      /^kubectl config set-credentials gke .* --exec-command \S+\/scripts\/ci\/gke-token\.sh/,
      /^kubectl config set-context gke/,
      /^kubectl config use-context gke/,
    ],
  },
  oke: {
    env: {
      OCI_CLI_USER: 'user',
      OCI_CLI_TENANCY: 'tenancy',
      OCI_CLI_FINGERPRINT: 'print',
      OCI_CLI_KEY_CONTENT: 'hidden-key',
    },
    calls: [
      /^oci ce cluster create-kubeconfig --cluster-id prod --region europe-west1-b --file \S+\/kubeconfig/,
    ],
  },
  doks: {
    env: { DIGITALOCEAN_ACCESS_TOKEN: 'hidden-token' },
    calls: [
      /^curl .* --output \S+\/kubeconfig https:\/\/api\.digitalocean\.com\/v2\/kubernetes\/clusters\/prod\/kubeconfig$/,
    ],
  },
  kubeconfig: { env: { KUBECONFIG_CONTENT: 'hidden-kubeconfig' }, calls: [] },
};

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine([
    ['^curl .*AzureAD', '-', '{"value":"hidden-token","count":1}'],
    ['^gcloud .*endpoint', '-', '192.0.2.1\\n'],
    ['^gcloud .*clusterCaCertificate', '-', 'Y2E=\\n'],
    ['^gcloud auth print-access-token', '-', 'hidden-google\\n'],
  ]);
});
afterEach(() => machine.remove());

const deploy = (environment: Record<string, string>) =>
  machine.runScript(join(root, 'scripts/ci/deploy.sh'), [], { ...common, ...environment });
const last = (output: string) => output.trim().split('\n').at(-1);

describe.each(Object.entries(clouds))('to %s', (CLOUD, { env, calls: expected }) => {
  it('comes into the cluster, and deploys', async () => {
    const { code, output, calls } = await deploy({ CLOUD, ...env });
    expect(output).not.toContain('✗');
    expect(code).toBe(0);
    expect(calls).toEqual([...expected.map((call) => expect.stringMatching(call)), expect.any(String)]);
    expect(calls.at(-1)).toBe(
      'npm run deploy -- https://zerodo.example.com --tag 1.2.3 --registry ghcr.io/team/zerodo --namespace zerodo',
    );
  });

  it('shows no secret to other processes, in what it prints, or in a file that it leaves', async () => {
    const { output, calls } = await deploy({ CLOUD, ...env });
    expect(`${output}${calls.join('\n')}`).not.toContain('hidden');
    const left = await machine.runScript(join(machine.bin, 'grep'), ['-rl', 'hidden', machine.home]);
    expect(left.output.split('\n').filter((path) => path !== '' && !path.endsWith('/answers'))).toEqual([]);
  });

  it.each(Object.keys(env))('says what %s is, where nobody has set it', async (name) => {
    const { code, output, calls } = await deploy({ CLOUD, ...env, [name]: '' });
    expect([code, calls]).toEqual([1, []]);
    expect(last(output)).toMatch(new RegExp(`^✗ ${name} is not set: .*docs/reference/secrets\\.md`));
  });
});

it('gives new revisions a part where it is told to, and one function alone', async () => {
  const canary = { CANARY: '10', PROMETHEUS: 'monitoring/prometheus:9090', FUNCTION: 'recurrence-spawn' };
  const { calls } = await deploy({ CLOUD: 'kubeconfig', KUBECONFIG_CONTENT: 'x', ...canary });
  expect(calls.at(-1)).toContain(
    ' --release recurrence-spawn --canary 10 --prometheus monitoring/prometheus:9090 --watch 10',
  );
});

it('fails where the deploy does', async () => {
  machine.failOn('^npm run deploy');
  expect((await deploy({ CLOUD: 'kubeconfig', KUBECONFIG_CONTENT: 'x' })).code).not.toBe(0);
});

it.each([
  [{ CLOUD: 'cloud' }, '✗ CLOUD is "cloud": aks, gke, oke, doks or kubeconfig.'],
  [{ URL: '' }, '✗ URL is not set: where people reach the installation.'],
  [{ TAG: '' }, '✗ Say which images: TAG=1.2.3.'],
  [{ CANARY: '10' }, '✗ CANARY wants PROMETHEUS=namespace/service:port'],
  [
    { CLOUD: 'aks', ...clouds.aks!.env, ACTIONS_ID_TOKEN_REQUEST_URL: '' },
    '✗ GitHub gives no token to this job: it needs the permission id-token: write.',
  ],
])('ends with a sentence for %j, before anything is called', async (environment, sentence) => {
  const { code, output, calls } = await deploy(environment as unknown as Record<string, string>);
  expect([code, calls]).toEqual([1, []]);
  expect(last(output)).toContain(sentence);
});

it('gives kubectl a token of Google as it wants one', async () => {
  const { output } = await machine.runScript(join(root, 'scripts/ci/gke-token.sh'), []);
  expect(JSON.parse(output)).toEqual({
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    kind: 'ExecCredential',
    status: { token: 'hidden-google' },
  });
});
