import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { functions } from '../render/functions.ts';
import { parseManifests, readManifests } from './manifests.ts';
import { subscriptionsOf } from './subscription.ts';

const folder = fileURLToPath(new URL('../../knative/local', import.meta.url));

/** A manifest of ours with one thing changed. */
function changed(file: string, from: string | RegExp, to: string): string {
  const rendered = readFileSync(join(folder, file), 'utf8');
  const text = rendered.replace(from, to);
  expect(text).not.toBe(rendered);
  return text;
}

describe('the manifests', () => {
  it('that are committed are all understood', async () => {
    const manifests = await readManifests(folder);

    expect(manifests.services.map(({ metadata }) => metadata.name)).toEqual(
      functions
        .map(({ name }) => name)
        // The runner keeps dead letters itself.
        .filter((name) => name !== 'dead-letter-record')
        .sort(),
    );
    expect(
      manifests.triggers.find(({ metadata }) => metadata.name === 'recurrence-spawn')?.spec.delivery,
    ).toMatchObject({
      retry: 8,
      backoffDelay: 1_000,
      timeout: 65_000,
    });
  });

  it('give recorders their events in no order: one at a time there would be nothing to write together', async () => {
    const subscriptions = subscriptionsOf(await readManifests(folder));
    const recorders = [];
    for (const { name } of functions) {
      const { default: exported } = await import(`../../functions/${name}/handle.ts`);
      if ([exported].flat().some(({ kind }) => kind === 'recorder')) recorders.push(name);
    }

    expect(recorders).toContain('audit-record');
    for (const { service, ordered } of subscriptions) {
      if (recorders.includes(service)) expect([service, ordered]).toEqual([service, false]);
    }
  });

  it.each([
    ['a misspelt delivery field', /retry: 8/, 'retries: 8', 'spec.delivery.retries'],
    ['a missing delivery field', /\n {4}timeout: PT65S/, '', 'spec.delivery.timeout'],
    [
      'a duration that is not ISO 8601',
      'backoffDelay: PT1S',
      'backoffDelay: 1s',
      'spec.delivery.backoffDelay',
    ],
    ['a filter in another dialect', '- exact:\n        type', '- cesql:\n        type', 'spec.filters.0'],
    ['a filter that matches everything', /exact:\n {8}recurring: "true"/, 'exact: {}', 'spec.filters.1'],
    ['a scaling that is not done here', 'window: 15s', 'metric: rps', 'autoscaling.knative.dev/metric'],
    ['an annotation that nobody has named', 'delivery.order', 'delivery.rank', 'delivery.rank'],
    ['an image from elsewhere', 'image: zerodo/', 'image: example.org/', 'spec.containers.0.image'],
    ['a field that nobody has named', 'containerConcurrency: 0', 'nodeName: a', 'spec.nodeName'],
    ['a limit that is not kept here', 'containerConcurrency: 0', 'containerConcurrency: 5', 'Concurrency'],
    ['another API version', 'eventing.knative.dev/v1\n', 'eventing.knative.dev/v2\n', 'apiVersion'],
  ])('are refused for %s, by file and field', (_, from, to, field) => {
    const text = changed('recurrence-spawn.yaml', from, to);

    expect(() => parseManifests('recurrence-spawn.yaml', text)).toThrow(field);
    expect(() => parseManifests('recurrence-spawn.yaml', text)).toThrow('recurrence-spawn.yaml: ');
  });

  it('are refused for a delivery on a PingSource, which has none', () => {
    const text = changed('reminder-due.yaml', 'schedule:', 'delivery: {}\n  schedule:');

    expect(() => parseManifests('reminder-due.yaml', text)).toThrow('spec.delivery is not understood here');
  });

  it('are refused for a kind that is not known', () => {
    const text = stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } });

    expect(() => parseManifests('a.yaml', text)).toThrow('a.yaml: Pod a: this runner knows Service, ');
  });
});
