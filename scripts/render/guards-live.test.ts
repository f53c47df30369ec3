import { afterEach, expect, it } from 'vitest';
import { type Question, template } from './helm.ts';
import { fakeCluster, type Installed } from './testing/fake-cluster.ts';
import { withHelm } from './testing/with-helm.ts';

/** As Helm marks what a release has. */
const ownedBy = (release: string) => ({
  labels: { 'app.kubernetes.io/managed-by': 'Helm', 'app.kubernetes.io/part-of': 'zerodo' },
  annotations: { 'meta.helm.sh/release-name': release, 'meta.helm.sh/release-namespace': 'zerodo' },
});
const settingsOf = (release: string): Installed => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'zerodo', ...ownedBy(release) },
});
const functionOf = (release: string): Installed => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: { name: 'recurrence-spawn', ...ownedBy(release) },
});
const source = (name: string, metadata: Partial<Installed['metadata']> = ownedBy('zerodo')): Installed => ({
  apiVersion: 'sources.knative.dev/v1',
  kind: 'KafkaSource',
  metadata: { name, ...metadata },
});

withHelm('on a cluster, the chart', () => {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of undo.splice(0)) await each();
  });

  /** What the chart says where these are installed. */
  async function on(installed: Installed[], question: Question = {}): Promise<string> {
    const cluster = await fakeCluster(installed);
    undo.push(cluster.stop);
    return template({ files: ['values-production.yaml'], cluster: cluster.url, ...question });
  }

  it('installs where nothing is, and upgrades what is its own', async () => {
    expect(await on([])).toContain('kind: Broker');
    expect(await on([settingsOf('zerodo'), functionOf('zerodo'), source('audit-record')])).toContain(
      'kind: Broker',
    );
  });

  it('refuses a second Zerodo in a namespace', async () => {
    await expect(on([settingsOf('todo')])).rejects.toThrow(
      'Release todo is Zerodo in namespace zerodo already',
    );
  });

  it('lets one function be a release of its own, beside the main one that is without it', async () => {
    const set = { only: ['recurrence-spawn'] };

    expect(await on([settingsOf('zerodo')], { release: 'spawn', set })).toContain('name: recurrence-spawn');
    await expect(on([settingsOf('zerodo'), functionOf('zerodo')], { release: 'spawn', set })).rejects.toThrow(
      'recurrence-spawn belongs to release zerodo: upgrade that one with except={recurrence-spawn} first',
    );
  });

  it('does not take a function back that is a release of its own', async () => {
    const installed = [settingsOf('zerodo'), functionOf('spawn')];

    await expect(on(installed)).rejects.toThrow('recurrence-spawn belongs to release spawn');
    expect(await on(installed, { set: { except: ['recurrence-spawn'] } })).toContain('kind: Broker');
  });

  it('refuses to leave a subscription behind under an old name, unless that is meant', async () => {
    const installed = [settingsOf('zerodo'), source('reminder-send')];

    await expect(on(installed)).rejects.toThrow(
      'KafkaSource reminder-send is installed and no function of these values',
    );
    expect(await on(installed, { set: { confirmRename: ['reminder-send'] } })).toContain('kind: Broker');
    expect(await on([source('reminder-send', { labels: {} })])).toContain('kind: Broker');
  });
});
