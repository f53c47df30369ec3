// What both logs promise: the events table itself and Kafka.

/** An event as one topic gets it. `data` is JSON text, projected for the topic. */
export type LogRecord = {
  topic: string;
  /** Records with the same key keep their order. */
  key: string;
  /** CloudEvents 1.0 attributes, extensions included; every value is text. */
  attributes: Record<string, string>;
  data: string;
};

/** `position` names the record's place in its log; it says nothing to anyone but people who look for it. */
export type LogEvent = LogRecord & { position: string };

/** Resolves when the event is done with. An event whose delivery rejects is delivered again, later. */
export type Deliver = (event: LogEvent) => Promise<void>;

export type TailOptions = {
  /** Whose cursor it is. One process at a time tails the events table for a group. */
  group: string;
  topics: readonly string[];
  /** Where a group without a cursor begins: at the first event, or after the last one there is now. */
  from: 'earliest' | 'latest';
  /** Deliveries under way at once. */
  concurrency: number;
  /** One delivery at a time for each key (events table) or partition (Kafka), in the order of the log. */
  ordered: boolean;
};

export type Stoppable = {
  /** Takes nothing new, waits for what is under way, and keeps the cursor. */
  stop(): Promise<void>;
};

export type Log = {
  /**
   * Delivers every event of the topics at least once to one group, from where the group has got to.
   *
   * @throws Unavailable when the log cannot be reached now
   */
  tail(options: TailOptions, deliver: Deliver): Promise<Stoppable>;
  /**
   * Hears every event of the topics from now on, whoever else does; keeps nothing. `missed` is
   * called when events may have passed unheard.
   *
   * @throws Unavailable when the log cannot be reached now
   */
  follow(topics: readonly string[], hear: (event: LogEvent) => void, missed: () => void): Promise<Stoppable>;
  /** To be called after everything opened from it has been stopped. */
  close(): Promise<void>;
};

/** Told about trouble that passes by itself: a lost connection, a delivery that is tried again. */
export type OnError = (error: Error) => void;
