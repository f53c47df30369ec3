import { expect, it } from 'vitest';
import { template } from './helm.ts';
import { kindsOfOthers } from './requirements.ts';
import { withHelm } from './testing/with-helm.ts';

const rendered = { files: ['values-production.yaml'] };

withHelm('the chart refuses', () => {
  it.each([
    [
      'events that travel unencrypted',
      { 'kafka.protocol': 'PLAINTEXT' },
      'events would go to Kafka unencrypted',
    ],
    ['a Postgres that nobody checked', { 'postgres.tls': 'require' }, 'set it to verify-full'],
    ['cookies that travel unencrypted', { publicUrl: 'http://a.example.com' }, 'must begin with https://'],
    ['an image that may be any', { 'image.tag': 'latest' }, 'name a release'],
    ['a network without policies', { 'networkPolicy.enabled': false }, 'networkPolicy.enabled must be true'],
    [
      'more connections than Postgres has',
      { 'postgres.pooler': 'none' },
      'connections to Postgres, which has 100',
    ],
    ['an unknown function in only', { only: ['recurence-spawn'] }, 'There is no function recurence-spawn'],
    ['an unknown function in except', { except: ['mail-send'] }, 'There is no function mail-send'],
    ['an owner of nothing', { 'rbac.owners': { 'mail-send': [] } }, 'There is no function mail-send'],
    [
      'a function in only and in except',
      { only: ['task-query'], except: ['task-query'] },
      'in only and in except',
    ],
    ['a Gateway and an Ingress', { 'ingress.enabled': true }, 'Keep one.'],
    ['a Gateway of no class', { 'gateway.create': true }, 'gateway.create needs gateway.className'],
    ['secrets out of no store', { 'externalSecrets.enabled': true }, 'needs externalSecrets.store'],
    ['less at the most than at the least', { 'web.replicas.min': 30 }, 'web.replicas.min=30 is more than'],
    [
      'the same of a function',
      { 'functions.task-query.scale.min': 30 },
      'task-query: scale.min=30 is more than',
    ],
  ])('%s, with one sentence', async (_, set, sentence) => {
    const refusal = template({ ...rendered, set });

    await expect(refusal).rejects.toThrow(sentence);
    await expect(refusal).rejects.not.toThrow('\n');
  });

  it('a reader of a topic under a name that is not known, unless that is meant', async () => {
    const reader = { databases: ['worker'], kafkaSource: { topic: 'reminders', ordering: 'unordered' } };
    const set = { 'functions.notification-post': reader };

    await expect(template({ ...rendered, set })).rejects.toThrow(
      'Keep the old name, or set confirmRename={notification-post}',
    );
    expect(await template({ ...rendered, set: { ...set, confirmRename: ['notification-post'] } })).toContain(
      'consumerGroup: notification-post',
    );
  });

  it.each([
    ['serving.knative.dev/v1/Service', 'Knative Serving'],
    ['eventing.knative.dev/v1/Broker', 'Knative Eventing'],
    ['eventing.knative.dev/v1/Trigger', 'Knative Eventing'],
    ['eventing.knative.dev/v1alpha1/KafkaSink', 'eventing-kafka-sink.yaml'],
    ['sources.knative.dev/v1/KafkaSource', 'eventing-kafka-source.yaml'],
    ['sources.knative.dev/v1/PingSource', 'Knative Eventing'],
    ['gateway.networking.k8s.io/v1/HTTPRoute', 'Gateway API'],
  ])('a cluster without %s, and says what to install', async (kind, what) => {
    const refusal = template({ ...rendered, kinds: kindsOfOthers.filter((other) => other !== kind) });

    await expect(refusal).rejects.toThrow(`This cluster has no ${kind}: install `);
    await expect(refusal).rejects.toThrow(what);
  });

  it.each([
    ['a misspelt key', { 'web.replcas': 2 }, "'/web': additional properties 'replcas' not allowed"],
    ['a misspelt key of a function', { 'functions.task-query.timeout': 2 }, "'timeout' not allowed"],
    ['a duration that Knative would not take', { 'delivery.backoffDelay': '1s' }, '/delivery/backoffDelay'],
    [
      'a filter that matches everything',
      { 'functions.task-query.trigger': { order: 'ordered', filters: [{ exact: {} }] } },
      '/functions/task-query/trigger/filters/0',
    ],
    [
      'a longer time than Knative gives',
      { 'functionDefaults.timeoutSeconds': 601 },
      '/functionDefaults/timeoutSeconds',
    ],
    ['a reserve of one connection', { 'postgres.poolSize': 1 }, '/postgres/poolSize'],
  ])('%s, by its name', async (_, set, name) => {
    await expect(template({ ...rendered, set })).rejects.toThrow(name);
  });
});
