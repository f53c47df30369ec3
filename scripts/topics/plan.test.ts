import { describe, expect, it } from 'vitest';
import { configOf, parseTopics, type TopicShape, withReplicas } from './catalogue.ts';
import { type FoundTopic, planTopics } from './plan.ts';

const usual = `
partitions: 6
replicas: 3
minInSyncReplicas: 2
retentionDays: 7
cleanupPolicy: delete
maxMessageBytes: 1048588
`;
const topic = parseTopics(`${usual}topics: [{ name: task-events }]`)[0] as TopicShape;
/** The topic as it is to be, but for what is named. */
const found = (over: Partial<FoundTopic> = {}, config: FoundTopic['config'] = {}) => {
  const as = Object.entries(configOf(topic)).map(([key, value]) => [key, { value, own: true }]);
  return new Map([
    [
      'task-events',
      { partitions: 6, replicas: 3, config: { ...Object.fromEntries(as), ...config }, ...over },
    ],
  ]);
};

describe('the catalogue of topics', () => {
  it('gives each topic what is true of all, unless it says otherwise for itself', () => {
    const topics = parseTopics(`${usual}topics: [{ name: a }, { name: b, retentionDays: 30 }]`);

    expect(topics.map(({ name, retentionDays, partitions }) => [name, retentionDays, partitions])).toEqual([
      ['a', 7, 6],
      ['b', 30, 6],
    ]);
    expect(configOf(topics[1]!)).toEqual({
      'cleanup.policy': 'delete',
      'max.message.bytes': '1048588',
      'min.insync.replicas': '2',
      'retention.ms': '2592000000',
    });
  });

  it.each([
    ['a misspelt key', `${usual}topics: [{ name: a, retention: 3 }]`, 'retention'],
    ['too few partitions', `${usual}topics: [{ name: a, partitions: 1 }]`, 'partitions'],
    [
      'a message that the relay’s requests do not fit in',
      `${usual}topics: [{ name: a, maxMessageBytes: 1000 }]`,
      'maxMessageBytes',
    ],
    [
      'more replicas in sync than there are',
      `${usual}topics: [{ name: a, replicas: 1 }]`,
      'minInSyncReplicas',
    ],
    ['a name that Kubernetes does not take', `${usual}topics: [{ name: Task_Events }]`, 'name'],
  ])('refuses %s', (_, text, named) => {
    expect(() => parseTopics(text)).toThrow(named);
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 2],
  ])('needs, of %i replicas, %i in sync', (replicas, inSync) => {
    expect(withReplicas([topic], replicas)[0]).toMatchObject({ replicas, minInSyncReplicas: inSync });
  });
});

describe('the plan for a Kafka', () => {
  it('is nothing where everything is as it should be', () => {
    expect(planTopics([topic], found())).toEqual({ steps: [], left: [] });
  });

  it('creates what is missing', () => {
    expect(planTopics([topic], new Map())).toEqual({ steps: [{ kind: 'create', topic }], left: [] });
  });

  it('leaves topics alone that are nobody’s here', () => {
    const others = new Map([...found(), ['somebody-elses', { partitions: 1, replicas: 1, config: {} }]]);
    expect(planTopics([topic], others)).toEqual({ steps: [], left: [] });
  });

  it('changes a configuration and keeps what somebody else has set for the topic', () => {
    const config = {
      'retention.ms': { value: '1', own: false },
      'compression.type': { value: 'zstd', own: true },
      'segment.bytes': { value: '1073741824', own: false },
    };
    const { steps, left } = planTopics([topic], found({}, config));

    expect(left).toEqual([]);
    expect(steps).toEqual([
      {
        kind: 'configure',
        name: 'task-events',
        changes: [{ key: 'retention.ms', from: '1', to: '604800000' }],
        entries: { ...configOf(topic), 'compression.type': 'zstd' },
      },
    ]);
  });

  it('does not set what a Kafka does not have, and says so', () => {
    const { 'min.insync.replicas': _, ...config } = found().get('task-events')!.config;
    const { steps, left } = planTopics([topic], found({ config }));

    expect(steps).toEqual([]);
    expect(left).toEqual(['task-events: this Kafka has no min.insync.replicas; it is left as it is.']);
  });

  it('adds partitions only when asked, and says what that does to keys', () => {
    const narrow = found({ partitions: 3 });
    const { steps, left } = planTopics([topic], narrow);
    expect(steps).toEqual([]);
    expect(left[0]).toMatch(/has 3 partitions and is to have 6: keys then go to other partitions.*--widen/);

    expect(planTopics([topic], narrow, { widen: true })).toEqual({
      steps: [{ kind: 'widen', name: 'task-events', from: 3, to: 6 }],
      left: [],
    });
  });

  it.each([
    [{ partitions: 12 }, 'has 12 partitions and is to have 6: Kafka takes none away'],
    [{ replicas: 1 }, 'has 1 replicas and is to have 3: that takes a reassignment'],
  ])('says of %j that it stays so', (over, sentence) => {
    const { steps, left } = planTopics([topic], found(over), { widen: true });
    expect(steps).toEqual([]);
    expect(left).toHaveLength(1);
    expect(left[0]).toContain(sentence);
  });
});
