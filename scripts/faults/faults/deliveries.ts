import { recordsOf } from '@zerodo/log/cloudevent';
import { openPublisher } from '@zerodo/log/publisher';
import type { StoredEvent } from '@zerodo/store/events';
import { randomFrom } from '../random.ts';
import type { Fault } from './fault.ts';

const events = 200;

/** Events of any time come once more, some of them twice, in any order: late, doubled and disordered at once. */
export const deliveredAgain: Fault = {
  lastsMs: 2_000,
  async strike({ owner, world }, dice) {
    const random = randomFrom(`again ${dice}`);
    const stored = await owner<StoredEvent[]>`
      select events.* from events, log_shards where shard = 0 and log_position <= published
      order by md5(id::text || ${String(dice)}) limit ${events}
    `;
    const twice = [...stored, ...stored.filter(() => random.chance(0.3))];
    const publisher = openPublisher({ brokers: [world.kafka.address] });
    await publisher.publish(random.shuffled(twice.flatMap(recordsOf)));
    await publisher.close();
  },
};
