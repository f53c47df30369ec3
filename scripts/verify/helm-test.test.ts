import { beforeAll, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { type Question, template } from '../render/helm.ts';
import { renderManifests } from '../render/manifests.ts';
import { withHelm } from '../render/testing/with-helm.ts';
import { readOptions } from './options.ts';

// biome-ignore lint/suspicious/noExplicitAny: of every kind; what a test reads of it is there or the test fails
type Manifest = { kind: string; metadata: Record<string, any>; spec: any };

withHelm('helm test', () => {
  const render = async (question: Question): Promise<Manifest[]> =>
    parseAllDocuments(await template({ files: ['values-production.yaml'], ...question }))
      .map((document) => document.toJS() as Manifest | null)
      .filter((one) => one?.metadata.annotations?.['helm.sh/hook'] === 'test') as Manifest[];
  const of = (kind: string, all: Manifest[]) => all.find((one) => one.kind === kind)!;
  let all: Manifest[];
  beforeAll(async () => {
    all = await render({});
  });

  it('runs npm run verify on the address that people know, with nothing granted', () => {
    const { spec } = of('Pod', all);

    expect(spec).toMatchObject({
      restartPolicy: 'Never',
      serviceAccountName: 'verify',
      automountServiceAccountToken: false,
    });
    expect(spec.containers).toMatchObject([
      {
        image: expect.stringMatching(/\/verify:.+/),
        securityContext: {
          runAsNonRoot: true,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
      },
    ]);
    expect(readOptions(spec.containers[0].args, {}).url).toMatch(/^https:/);
  });

  it('waits longer than all of its steps may take', () => {
    expect(of('Pod', all).spec.activeDeadlineSeconds).toBeGreaterThan(1350);
  });

  it('is let out to names, to the address and to the Gateway, and to nothing else', () => {
    const { spec } = of('NetworkPolicy', all);
    const { labels } = of('Pod', all).metadata;

    expect(labels).toEqual(expect.objectContaining(spec.podSelector.matchLabels));
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(spec.ingress).toBeUndefined();
    const ports = spec.egress.map((rule: Manifest['spec']) =>
      rule.ports?.map(({ port }: { port: number }) => port),
    );
    expect(ports).toEqual([[53, 53], [80, 443], undefined]);
  });

  it('is let out to the port that the address has', async () => {
    const { spec } = of(
      'NetworkPolicy',
      await render({ set: { publicUrl: 'https://todo.example.com:8443' } }),
    );

    expect(JSON.stringify(spec.egress)).toContain('"port":8443');
  });

  it('finds the Gateway by its address where the name leads nowhere, and may be somebody by a token', async () => {
    const verify = { gatewayAddress: '203.0.113.7', tokenSecret: 'verify-token' };
    const { spec } = of('Pod', await render({ set: { verify, publicUrl: 'https://todo.example.com' } }));

    expect(spec.hostAliases).toEqual([{ ip: '203.0.113.7', hostnames: ['todo.example.com'] }]);
    expect(spec.containers[0].env).toMatchObject([
      { name: 'ZERODO_TOKEN', valueFrom: { secretKeyRef: { name: 'verify-token', key: 'token' } } },
    ]);
  });

  it('is not part of a function’s own release, nor where it is turned off, nor of what kubectl applies', async () => {
    expect(await render({ release: 'part', set: { only: ['recurrence-spawn'] } })).toEqual([]);
    expect(await render({ set: { verify: { enabled: false } } })).toEqual([]);
    expect(Object.keys(await renderManifests('production'))).not.toContain('verify.yaml');
  });

  it('refuses an address of the Gateway that is a name', async () => {
    const set = { verify: { gatewayAddress: 'gateway.example.com' } };

    await expect(render({ set })).rejects.toThrow(/gatewayAddress/);
  });
});
