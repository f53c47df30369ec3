import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { testKafka, withoutKafka } from '@zerodo/testing/kafka';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tool.ts';
import { readTopics } from './catalogue.ts';
import { findTopics } from './cluster.ts';

describe.skipIf(withoutKafka())('npm run topics, at a Kafka that runs', () => {
  const { brokers } = testKafka();
  let admin: Admin;
  beforeAll(async () => {
    admin = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
  });
  afterAll(() => admin?.disconnect());

  async function topics(...args: string[]): Promise<{ code: number; said: string }> {
    const program = [join(root, 'scripts/topics/main.ts'), '--bootstrap', brokers().join(','), ...args];
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    const [code] = await once(child, 'close');
    return { code, said };
  }
  const asTheyAre = async () => findTopics(admin, await readTopics(root));

  it('brings what differs to what the catalogue says, says what it cannot, and deletes nothing', async () => {
    // As npm start made them; then somebody came.
    expect(await topics('--replicas', '1')).toEqual({ code: 0, said: '  ✓ nothing to do\n' });
    await admin.deleteTopics({ topics: ['reminders'] });
    await admin.createTopics({ topics: [{ topic: 'somebody-elses', numPartitions: 1 }] });
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: 2,
          name: 'webhooks',
          configEntries: [
            { name: 'retention.ms', value: '1000' },
            { name: 'compression.type', value: 'zstd' },
          ],
        },
      ],
    });
    await admin.createPartitions({ topicPartitions: [{ topic: 'task-updates', count: 12 }] });

    const dry = await topics('--replicas', '1', '--dry-run');
    expect(dry.said).toContain('· create reminders: 3 partitions, 1 replicas');
    expect(dry.said).toContain('· configure webhooks: ');
    expect(dry.said).toContain('Nothing was changed');
    expect(await admin.listTopics()).not.toContain('reminders');

    const { code, said } = await topics('--replicas', '1');
    expect(code).toBe(1);
    expect(said).toContain('✓ create reminders');
    expect(said).toContain('retention.ms 1000 → 604800000');
    expect(said).toContain('✗ task-updates has 12 partitions and is to have 3: Kafka takes none away');
    const now = await asTheyAre();
    expect(now.get('reminders')).toMatchObject({ partitions: 3, replicas: 1 });
    expect(now.get('webhooks')!.config).toMatchObject({
      'retention.ms': { value: '604800000', own: true },
      'compression.type': { value: 'zstd', own: true },
    });
    expect(await admin.listTopics()).toContain('somebody-elses');
  });

  it('adds partitions only with --widen', async () => {
    await admin.deleteTopics({ topics: ['task-events'] });
    await admin.createTopics({ topics: [{ topic: 'task-events', numPartitions: 3 }] });

    const refused = await topics('--replicas', '1');
    expect(refused.said).toContain('✗ task-events has 3 partitions and is to have 6: keys then go to other');
    expect((await asTheyAre()).get('task-events')).toMatchObject({ partitions: 3 });

    await topics('--replicas', '1', '--widen');
    expect((await asTheyAre()).get('task-events')).toMatchObject({ partitions: 6 });
  });

  it('says that replicas stay as they are, and of a Kafka that is not there that it is not', async () => {
    const { code, said } = await topics('--dry-run');
    expect(code).toBe(1);
    expect(said).toContain('✗ dead-letters has 1 replicas and is to have 3: that takes a reassignment');

    const nowhere = await topics('--bootstrap', '127.0.0.1:1');
    expect(nowhere.code).toBe(1);
    expect(nowhere.said).toMatch(/^Kafka at 127.0.0.1:1: .*\n$/);
  });
});
