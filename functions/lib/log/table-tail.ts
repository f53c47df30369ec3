import type { Sql } from '@zerodo/store/sql';
import { coalesced } from './coalesce.ts';
import type { Deliver, OnError, Stoppable, TailOptions } from './contract.ts';
import { Deliveries } from './deliveries.ts';
import type { Feed } from './feed.ts';
import { Progress } from './progress.ts';
import { Reader } from './reader.ts';
import { asLog, cursorOf, saveCursor } from './table.ts';

/** Events read ahead, and events that the cursor may lag behind while one of them is tried again and again. */
const ahead = 500;
const behind = 10_000;
const saveMs = 1_000;
const retryMs = 1_000;

/** Delivers the table's events to one group and keeps its cursor in log_cursors. */
export async function tailTable(
  sql: Sql,
  feed: Feed,
  { group, topics, from, concurrency, ordered }: TailOptions,
  deliver: Deliver,
  onError: OnError,
): Promise<Stoppable> {
  let saved = await asLog(sql, (tx) => cursorOf(tx, group, from));
  const reader = new Reader(sql, feed, topics);
  let position = saved;
  const progress = new Progress();
  let stopped = false;
  let saving: NodeJS.Timeout | undefined;
  let retrying: NodeJS.Timeout | undefined;

  const save = coalesced(async () => {
    const reached = progress.lowest(position + 1) - 1;
    if (reached <= saved) return;
    await asLog(sql, (tx) => saveCursor(tx, group, reached));
    saved = reached;
  });
  const saveSoon = () => {
    saving ??= setTimeout(() => {
      saving = undefined;
      save().catch((error) => {
        onError(error);
        if (!stopped) saveSoon();
      });
    }, saveMs);
  };

  const mayRead = () => !stopped && position < feed.tip && deliveries.size < ahead && progress.size < behind;
  const read = coalesced(async () => {
    while (mayRead()) {
      const { events, upTo } = await reader.after(position);
      for (const { position: place, event } of events) {
        const finish = progress.begin(place);
        const lane = ordered ? event.key : `${event.position} ${event.topic}`;
        const done = () => {
          finish();
          saveSoon();
        };
        deliveries.add({ event, lane, wanted: () => true, done });
      }
      position = upTo;
      saveSoon();
    }
  });
  const readOn = () => {
    if (!mayRead()) return;
    read().catch((error) => {
      onError(error);
      retrying ??= setTimeout(() => {
        retrying = undefined;
        readOn();
      }, retryMs);
    });
  };

  const deliveries = new Deliveries(concurrency, { deliver, onRoom: readOn, onError });
  const leave = feed.onGrowth(readOn);
  readOn();

  return {
    async stop() {
      stopped = true;
      leave();
      clearTimeout(retrying);
      await deliveries.stop();
      clearTimeout(saving);
      await save().catch(onError);
    },
  };
}
