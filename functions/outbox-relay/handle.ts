/**
 * Gives committed events their places in the log and, where Kafka is the log, publishes them there.
 *
 * in   a tick
 * out  every event, to the topics that lib/domain/events.ts names
 */
import { recordsOf } from '@zerodo/log/cloudevent';
import { coalesced } from '@zerodo/log/coalesce';
import { kafkaAddress } from '@zerodo/log/kafka-address';
import { openPublisher, type Publisher } from '@zerodo/log/publisher';
import { count } from '@zerodo/runtime/telemetry/record';
import { defineTick, type InTransaction, type TickContext } from '@zerodo/runtime/tick';
import { markPublished, numberWaiting, unpublished } from '@zerodo/store/log-positions';
import { measureBacklog, noteRelayed, numberedNow } from './watching.ts';

const batch = 1_000;

export default defineTick({ name: 'outbox-relay', check: kafkaAddress, handle: relaying() });

/** However many ticks come at once: one runs, and the others share the next run. */
function relaying(): (context: TickContext) => Promise<void> {
  let latest: TickContext;
  let publisher: Publisher | undefined;
  const run = coalesced(() => {
    const address = kafkaAddress(latest.config);
    if (address) publisher ??= openPublisher(address);
    const context = latest;
    return relay(context, publisher).finally(() =>
      measureBacklog(context, publisher !== undefined).catch(({ message: reason }: Error) =>
        context.log.warn({ reason }, 'the outbox is not measured'),
      ),
    );
  });
  return (context) => {
    latest = context;
    return run();
  };
}

async function relay(
  { transaction, stopping }: TickContext,
  publisher: Publisher | undefined,
): Promise<void> {
  for (let more = true; more && !stopping.aborted; ) {
    const numbered = await number(transaction, publisher === undefined);
    const published = publisher ? await publish(transaction, publisher) : 0;
    count('outbox.relayed', {}, publisher ? published : numbered);
    more = numbered === batch || published === batch;
  }
}

async function number(transaction: InTransaction, isLog: boolean): Promise<number> {
  const { given, events } = await transaction(async (tx) => {
    const given = await numberWaiting(tx, batch);
    return { result: { given, events: isLog ? await numberedNow(tx, given) : [] }, events: [] };
  });
  noteRelayed(events, 'postgresql');
  return given;
}

/**
 * Publishes what comes next in the log and marks it once Kafka has it. A crash in between publishes
 * the same events again, with the same ids.
 */
async function publish(transaction: InTransaction, publisher: Publisher): Promise<number> {
  const events = await transaction(async (tx) => {
    const events = await unpublished(tx, batch);
    await publisher.publish(events.flatMap(recordsOf));
    const last = events.at(-1);
    if (last) await markPublished(tx, last.logPosition);
    return { result: events, events: [] };
  });
  noteRelayed(events, 'kafka');
  return events.length;
}
