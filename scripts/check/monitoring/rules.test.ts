import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../tool.ts';
import { toolHere } from '../../tools/tools.ts';
import { judgeQueries } from './queries.ts';
import { judgeRules, judgeRunbooks, judgeTests, readRules, readRunbooks, type WrittenRule } from './rules.ts';

const rules = join(root, 'monitoring', 'prometheus');
const here = process.env.CI === 'true' || toolHere('promtool') !== undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zerodo-monitoring-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('rules', () => {
  /** Those of Kafka are few, and tested in a moment. */
  const files = ['kafka.rules.yaml', 'kafka.tests.yaml'];
  beforeEach(() => Promise.all(files.map((name) => cp(join(rules, name), join(folder, name)))));

  async function change(name: string, from: string, to: string): Promise<void> {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, name), text.replaceAll(from, to));
  }

  it('are right as they are', async () => {
    expect(await judgeTests(rules)).toEqual([]);
  });

  it.skipIf(!here).each([
    [
      'an expression cannot be read',
      'kafka.rules.yaml',
      'absent(kafka_brokers > 0)',
      'absent(kafka_brokers > 0',
      /parse error|could not parse/,
    ],
    [
      'a bound is so high that nothing raises the alert',
      'kafka.rules.yaml',
      '_partition) > 0',
      '_partition) > 5',
      /KafkaUnderReplicated fires/,
    ],
    [
      'a bound is so low that all is raised',
      'kafka.rules.yaml',
      '[10m])) == 0',
      '[10m])) >= 0',
      /ConsumerGroupStuck stays silent/,
    ],
    ['an alert waits longer than its test', 'kafka.rules.yaml', 'for: 2m', 'for: 2h', /KafkaDown fires/],
    [
      'what an alert says has changed',
      'kafka.rules.yaml',
      'No broker of Kafka answers.',
      'Kafka is away.',
      /KafkaDown fires/,
    ],
  ])('are refused when %s', async (_, name, from, to, says) => {
    await change(name, from, to);
    expect((await judgeRules(folder)).join('\n')).toMatch(says);
  });

  it.each([
    [
      'no test raises',
      /exp_alerts:\n +- exp_labels/g,
      'exp_alerts: []\n        was:\n          - exp_labels',
      /KafkaDown: no test raises it/,
    ],
    [
      'no test keeps silent',
      /exp_alerts: \[\]/g,
      'exp_alerts: [{ exp_labels: {} }]',
      /KafkaDown: no test keeps it silent/,
    ],
  ])('are refused when there is an alert that %s', async (_, from, to, says) => {
    const path = join(folder, 'kafka.tests.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

    expect((await judgeTests(folder)).join('\n')).toMatch(says);
  });
});

it.each([
  ['cannot be read', 'sum(outbox_depth'],
  ['there is no metric outbox_deep', 'max(outbox_deep) > 1'],
  ['tasks_created_total has no label source', 'sum(tasks_created_total{source="person"})'],
  [
    'zerodo_outcome of faas_invoke_duration_seconds_count is never failed',
    'faas_invoke_duration_seconds_count{zerodo_outcome="failed"}',
  ],
  ['job of faas_coldstarts_total is never task-create', 'faas_coldstarts_total{job="task-create"}'],
  ['nothing that it asks for has a label function', 'sum by (function) (dead_letters_total)'],
])('a query is refused: %s', (says, query) => {
  expect(judgeQueries([{ where: 'here', query }]).join('\n')).toContain(`here: ${says}`);
});

it('a query may ask for our metrics, for what is recorded, and for what others emit', () => {
  const query =
    'sum by (job) (rate(event_lag_seconds_bucket{job="zerodo/stats-record",le="1"}[$__rate_interval])) + on () slo:budget + kafka_brokers';

  expect(judgeQueries([{ where: 'here', query }])).toEqual([]);
});

describe('runbooks', () => {
  let written: WrittenRule[];
  let pages: Map<string, string>;
  const path = 'docs/how-to/runbooks/kafka-down.md';
  beforeEach(async () => {
    [written, pages] = [await readRules(rules), await readRunbooks()];
  });

  it('are right as they are', () => {
    expect(judgeRunbooks(written, pages)).toEqual([]);
  });

  it.each<[string, string, (page: string) => string | undefined]>([
    ['one is missing', `KafkaDown: there is no ${path}`, () => undefined],
    ['one does not say what to do', `${path}: does not say "Do"`, (page) => page.replace('**Do**', '')],
    [
      'one does not say what people notice',
      `${path}: does not say "People notice"`,
      (page) => page.replace('**People notice**', ''),
    ],
    [
      'one is about another alert',
      `${path}: is not headed KafkaDown`,
      (page) => page.replace('# KafkaDown', '# Kafka'),
    ],
    [
      'one says that it can wait',
      `${path}: does not say page`,
      (page) => page.replace('\npage: ', '\nticket: '),
    ],
  ])('are refused when %s', (_, says, change) => {
    const changed = change(pages.get(path)!);
    if (changed === undefined) pages.delete(path);
    else pages.set(path, changed);

    expect(judgeRunbooks(written, pages)).toEqual([says]);
  });

  it('are refused when an alert has gone without its own', () => {
    const gone = written.filter((rule) => !('alert' in rule) || rule.alert !== 'KafkaDown');

    expect(judgeRunbooks(gone, pages)).toEqual([`${path}: no alert links it`]);
  });
});
