import { type Topic, topicsOf, typesOf } from '@zerodo/domain/events';
import type { StoredEvent } from '@zerodo/store/events';
import type { Sql } from '@zerodo/store/sql';
import { recordOf } from './cloudevent.ts';
import type { LogEvent } from './contract.ts';
import type { Feed } from './feed.ts';
import { asLog, eventsBetween } from './table.ts';

const batch = 200;

/** What a stretch of the log holds for some topics, and where the stretch ends. */
export type Stretch = { events: { position: number; event: LogEvent }[]; upTo: number };

/** Reads the events of some topics, in log order, one stretch after the other. */
export class Reader {
  readonly #sql: Sql;
  readonly #feed: Feed;
  readonly #topics: readonly string[];
  readonly #types: readonly string[];

  constructor(sql: Sql, feed: Feed, topics: readonly string[]) {
    this.#sql = sql;
    this.#feed = feed;
    this.#topics = topics;
    this.#types = typesOf(topics);
  }

  /** The stretch after a position. */
  async after(position: number): Promise<Stretch> {
    const { events, upTo } = this.#fromFeed(position) ?? (await this.#fromTable(position));
    const forTopics = events.flatMap((event) =>
      topicsOf(event.type)
        .filter((topic) => this.#topics.includes(topic))
        .map((topic) => ({ position: event.logPosition, event: logEventOf(event, topic) })),
    );
    return { events: forTopics, upTo };
  }

  #fromFeed(position: number): { events: StoredEvent[]; upTo: number } | undefined {
    const events = this.#feed.after(position)?.slice(0, batch);
    return events && { events, upTo: events.at(-1)?.logPosition ?? position };
  }

  async #fromTable(position: number): Promise<{ events: StoredEvent[]; upTo: number }> {
    const range = { after: position, upTo: this.#feed.tip, types: this.#types, limit: batch };
    const events = await asLog(this.#sql, (tx) => eventsBetween(tx, range));
    return { events, upTo: events.length < batch ? range.upTo : events.at(-1)!.logPosition };
  }
}

/** Several groups read the same topic: its events are put into words once. */
const words = new WeakMap<StoredEvent, Map<Topic, LogEvent>>();

function logEventOf(event: StoredEvent, topic: Topic): LogEvent {
  const known = words.get(event) ?? new Map<Topic, LogEvent>();
  words.set(event, known);
  const before = known.get(topic);
  if (before) return before;
  const said = { ...recordOf(event, topic), position: String(event.logPosition) };
  known.set(topic, said);
  return said;
}
