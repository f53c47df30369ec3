/** What a function needs around it: what wakes it, how long it may take, and which database roles it acts as. */
export type FunctionShape = {
  name: string;
  /** Reached from outside; every other function only by its name inside. */
  public?: true;
  /** Seconds without a request after which it is at zero; 60 unless something wakes it every minute anyway. */
  window?: number;
  timeoutSeconds: number;
  /** Its share of a busy machine, in thousandths of a core; 100 unless nobody waits for what it does. */
  cpu?: number;
  databases: ('app' | 'worker')[];
  /** What it sends with or signs with, where the installation has it; without, it does without. */
  uses?: ('mail' | 'push' | 'key')[];
  /** A filtered view of the Broker `task-events`. */
  trigger?: { filters: object[]; order: 'ordered' | 'unordered' };
  /** Every event of a topic, from its beginning. */
  kafkaSource?: { topic: string; ordering: 'ordered' | 'unordered' };
  /** A cron schedule in UTC. */
  schedule?: string;
  /** What people wait for; it may have other things to do beside that. */
  answers?: 'commands' | 'questions';
  /** A topic that every process reads for itself, by a group of its own. */
  follows?: string;
  /** Not on one machine, where the runner itself keeps dead letters. */
  cluster?: true;
};

const command = (name: string): FunctionShape => ({
  name,
  answers: 'commands',
  timeoutSeconds: 30,
  databases: ['app'],
});

export const functions: FunctionShape[] = [
  { name: 'api-gateway', public: true, timeoutSeconds: 60, databases: [] },
  // A stream lives for as long as its request may take, and ends itself a little earlier.
  { name: 'live-stream', public: true, timeoutSeconds: 600, databases: ['worker'], follows: 'task-updates' },

  command('task-create'),
  command('task-update'),
  command('task-complete'),
  command('task-reopen'),
  command('task-delete'),
  command('task-undo'),
  command('series-update'),
  { ...command('task-import'), timeoutSeconds: 60 },
  {
    ...command('project-update'),
    databases: ['app', 'worker'],
    // What somebody was to do who has left is found in the database, so the order does not matter.
    trigger: { filters: [{ exact: { type: 'dev.zerodo.project.updated.v1' } }], order: 'unordered' },
  },
  // Erasing an account of a hundred thousand tasks takes a while.
  { ...command('settings-update'), timeoutSeconds: 60, uses: ['key'] },
  { ...command('notification-update'), uses: ['mail', 'push', 'key'] },

  {
    name: 'task-query',
    answers: 'questions',
    timeoutSeconds: 30,
    databases: ['app'],
    uses: ['mail', 'push', 'key'],
  },
  { name: 'rule-preview', answers: 'questions', timeoutSeconds: 30, databases: [] },

  // For operators.
  { name: 'flow-query', answers: 'questions', timeoutSeconds: 30, databases: ['worker'] },
  {
    name: 'dead-letter-record',
    cluster: true,
    timeoutSeconds: 30,
    databases: ['worker'],
    // Each letter stands for itself.
    kafkaSource: { topic: 'dead-letters', ordering: 'unordered' },
  },
  { name: 'dead-letter-resend', answers: 'questions', timeoutSeconds: 60, databases: ['worker'] },

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
    databases: ['worker'],
    uses: ['mail', 'push', 'key'],
    trigger: {
      filters: [
        {
          any: [
            { exact: { type: 'dev.zerodo.task.due-soon.v1' } },
            { exact: { type: 'dev.zerodo.task.overdue.v1' } },
            { exact: { type: 'dev.zerodo.project.updated.v1' } },
            {
              all: [
                { exact: { shared: 'true' } },
                {
                  any: ['created', 'updated', 'completed'].map((past) => ({
                    exact: { type: `dev.zerodo.task.${past}.v1` },
                  })),
                },
              ],
            },
          ],
        },
      ],
      // Each is told by itself, and one that has to be tried again must not hold up the rest.
      order: 'unordered',
    },
    // One reminder that has to be tried again must not hold up those of other tasks.
    kafkaSource: { topic: 'reminders', ordering: 'unordered' },
  },
  {
    name: 'audit-record',
    cpu: 20,
    timeoutSeconds: 60,
    databases: ['worker'],
    kafkaSource: { topic: 'task-events', ordering: 'ordered' },
    schedule: '17 * * * *',
  },

  {
    name: 'webhook-deliver',
    cpu: 20,
    window: 15,
    timeoutSeconds: 60,
    databases: ['worker'],
    uses: ['key'],
    trigger: {
      // A person's filters are nobody else's affair.
      filters: [{ prefix: { type: 'dev.zerodo.' } }, { not: { prefix: { type: 'dev.zerodo.filter.' } } }],
      // Each event is planned by itself, and the receiver tells the order by their times.
      order: 'unordered',
    },
    // One webhook that has to be tried again must not hold up the others.
    kafkaSource: { topic: 'webhooks', ordering: 'unordered' },
    schedule: '*/5 * * * *',
  },
  {
    name: 'stats-record',
    cpu: 20,
    timeoutSeconds: 60,
    databases: ['worker'],
    // Each task is computed anew from its rows, so the order does not matter.
    trigger: { filters: [{ prefix: { type: 'dev.zerodo.task.' } }], order: 'unordered' },
    schedule: '43 2 * * *',
  },

  { name: 'outbox-relay', timeoutSeconds: 120, databases: ['worker'], schedule: '*/5 * * * *' },
  // It waits for what falls due within the next 75 seconds, so a minute's tick may overlap the next.
  { name: 'reminder-due', window: 6, timeoutSeconds: 120, databases: ['worker'], schedule: '* * * * *' },
  {
    name: 'digest-send',
    cpu: 20,
    timeoutSeconds: 60,
    databases: ['worker'],
    uses: ['mail', 'key'],
    schedule: '*/15 * * * *',
  },
  { name: 'retention-sweep', cpu: 20, timeoutSeconds: 600, databases: ['worker'], schedule: '41 3 * * *' },
];
