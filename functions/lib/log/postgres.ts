import { connect } from '@zerodo/store/sql';
import { coalesced } from './coalesce.ts';
import type { Log, OnError } from './contract.ts';
import { Feed } from './feed.ts';
import { Reader } from './reader.ts';
import { tailTable } from './table-tail.ts';

/** The events table as the log: `databaseUrl` as zerodo_worker, and a direct address, since it listens. */
export function openTable(databaseUrl: string, onError: OnError): Log {
  const sql = connect(databaseUrl, { max: 4 });
  const feed = new Feed(sql, onError);
  return {
    async tail(options, deliver) {
      await feed.open();
      return tailTable(sql, feed, options, deliver, onError);
    },

    async follow(topics, hear) {
      await feed.open();
      const reader = new Reader(sql, feed, topics);
      let position = feed.tip;
      let stopped = false;
      // Nothing is ever missed here: after an interruption the reader goes on from its position.
      const read = coalesced(async () => {
        while (!stopped && position < feed.tip) {
          const { events, upTo } = await reader.after(position);
          position = upTo;
          for (const { event } of events) if (!stopped) hear(event);
        }
      });
      const leave = feed.onGrowth(() => void read().catch(onError));
      return {
        async stop() {
          stopped = true;
          leave();
        },
      };
    },

    async close() {
      feed.close();
      await sql.end({ timeout: 5 });
    },
  };
}
