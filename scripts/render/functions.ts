/** What a function needs around it: what wakes it, how long it may take, and which database roles it acts as. */
export type FunctionShape = {
  name: string;
  /** Reached from outside; every other function only by its name inside. */
  public?: true;
  /** Seconds without a request after which it is at zero; 60 unless something wakes it every minute anyway. */
  window?: number;
  timeoutSeconds: number;
  databases: ('app' | 'worker')[];
  /** A filtered view of the Broker `task-events`. */
  trigger?: { filters: object[]; order: 'ordered' | 'unordered' };
  /** Every event of a topic, from its beginning. */
  kafkaSource?: { topic: string; ordering: 'ordered' | 'unordered' };
  /** A cron schedule in UTC. */
  schedule?: string;
};

const command = (name: string): FunctionShape => ({ name, timeoutSeconds: 30, databases: ['app'] });

export const functions: FunctionShape[] = [
  { name: 'api-gateway', public: true, timeoutSeconds: 60, databases: [] },
  // A stream lives for as long as its request may take, and ends itself a little earlier.
  { name: 'live-stream', public: true, timeoutSeconds: 600, databases: ['worker'] },

  command('task-create'),
  command('task-update'),
  command('task-complete'),
  command('task-reopen'),
  command('task-delete'),
  command('task-undo'),
  command('notification-update'),

  { name: 'task-query', timeoutSeconds: 30, databases: ['app'] },
  { name: 'rule-preview', timeoutSeconds: 30, databases: [] },

  {
    name: 'recurrence-spawn',
    window: 15,
    timeoutSeconds: 60,
    databases: ['app', 'worker'],
    trigger: {
      filters: [{ exact: { type: 'dev.zerodo.task.completed.v1' } }, { exact: { recurring: 'true' } }],
      // The successor's id is derived, so the order does not matter, and one retry must not hold up the rest.
      order: 'unordered',
    },
    schedule: '* * * * *',
  },
  {
    name: 'notification-send',
    timeoutSeconds: 60,
    databases: ['app', 'worker'],
    // One reminder that has to be tried again must not hold up those of other tasks.
    kafkaSource: { topic: 'reminders', ordering: 'unordered' },
  },
  {
    name: 'audit-record',
    timeoutSeconds: 60,
    databases: ['worker'],
    kafkaSource: { topic: 'task-events', ordering: 'ordered' },
    schedule: '17 * * * *',
  },

  { name: 'outbox-relay', timeoutSeconds: 120, databases: ['worker'], schedule: '*/5 * * * *' },
  // It waits for what falls due within the next 75 seconds, so a minute's tick may overlap the next.
  { name: 'reminder-due', window: 6, timeoutSeconds: 120, databases: ['worker'], schedule: '* * * * *' },
];
