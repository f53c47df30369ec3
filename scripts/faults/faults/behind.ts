import { setTimeout as sleep } from 'node:timers/promises';
import { recordsOf } from '@zerodo/log/cloudevent';
import type { LogRecord } from '@zerodo/log/contract';
import { openPublisher } from '@zerodo/log/publisher';
import type { StoredEvent } from '@zerodo/store/events';
import { type Subscription, wants } from '../../local/subscription.ts';
import type { Context } from '../check/context.ts';
import { lagsOf, moveToEnds } from '../check/lags.ts';
import { type Fault, picked, processOf, signal } from './fault.ts';

const events = 100_000;
/** What the others have before them when nothing new comes. */
const caughtUpMs = 20_000;
const portion = 5_000;

/**
 * One consumer has a hundred thousand events before it and the others have none: what has happened in the run so far, again and again,
 * and behind that whatever happens from now on, which it comes to minutes later than they do.
 */
export const consumerBehind: Fault = {
  lastsMs: 15_000,
  async strike(context, dice) {
    const { world, subscriptions } = context;
    const heard = await heardBy(context);
    const victim = picked([...heard.keys()], dice);
    if (!victim) return;
    const address = world.kafka.directAddress;
    const others = subscriptions.filter(({ group }) => group !== victim.group);

    // Nothing is published while the relay stands still, and it does not come to it again.
    const relay = await processOf(context, 'outbox-relay');
    if (relay) signal(relay, 'SIGSTOP');
    for (const end = Date.now() + caughtUpMs; Date.now() < end; await sleep(200)) {
      if ((await lagsOf(address, others)).every((lag) => lag === 0)) break;
    }
    const stopped = world.zerodo.stop('SIGTERM');
    if (relay) signal(relay, 'SIGKILL');
    await stopped;

    const lags = await lagsOf(address, others);
    await publishAgain(heard.get(victim)!, address);
    // Whoever still had something before it has all of this before it too.
    await moveToEnds(
      address,
      others.filter((_, at) => lags[at] === 0),
    );
    await world.zerodo.start();
  },
};

/** What each consumer has heard, in the order of the log; nobody who has heard nothing. */
async function heardBy({ owner, subscriptions }: Context): Promise<Map<Subscription, LogRecord[]>> {
  const stored = await owner<StoredEvent[]>`
    select events.* from events, log_shards where shard = 0 and log_position <= published order by log_position
  `;
  const records = stored.flatMap(recordsOf);
  return new Map(
    subscriptions
      .map((one) => {
        const heard = records.filter(
          ({ topic, attributes }) => one.topics.includes(topic) && wants(one, attributes),
        );
        return [one, heard] as const;
      })
      .filter(([, heard]) => heard.length > 0),
  );
}

async function publishAgain(records: LogRecord[], address: string): Promise<void> {
  const publisher = openPublisher({ brokers: [address] });
  try {
    for (let sent = 0; sent < events; sent += portion) {
      const next = Array.from({ length: portion }, (_, at) => records[(sent + at) % records.length]!);
      await publisher.publish(next);
    }
  } finally {
    await publisher.close();
  }
}
