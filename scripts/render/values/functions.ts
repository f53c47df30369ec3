import { z } from 'zod';
import { cpu, cpuLimit, memory, memoryLimit, name, scale } from './words.ts';

const attributes = z
  .record(z.string().regex(/^[a-z0-9]{1,20}$/), z.string().min(1))
  .refine((record) => Object.keys(record).length > 0, 'an empty filter matches every event')
  .meta({ minProperties: 1 });

export type Filter =
  | { exact: Record<string, string> }
  | { prefix: Record<string, string> }
  | { suffix: Record<string, string> }
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter };

const filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([
      z.strictObject({ exact: attributes }),
      z.strictObject({ prefix: attributes }),
      z.strictObject({ suffix: attributes }),
      z.strictObject({ all: z.array(filter).min(1) }),
      z.strictObject({ any: z.array(filter).min(1) }),
      z.strictObject({ not: filter }),
    ]),
  )
  .meta({
    id: 'filter',
    description: 'A filter of Knative: `exact`, `prefix`, `suffix`, `all`, `any` or `not`.',
  });

const ordering = z
  .enum(['ordered', 'unordered'])
  .describe('Whether an event waits for the one before it in its partition.');

/** What holds for every function that does not say otherwise. */
export const functionDefaults = z.strictObject({
  timeoutSeconds: z
    .int()
    .min(1)
    .max(600)
    .describe('The longest that a request may take, in seconds, the start included.'),
  window: z.int().min(6).max(3600).describe('Seconds without a request after which it is at zero.'),
  cpu,
  memory,
  cpuLimit,
  memoryLimit,
  containerConcurrency: z
    .int()
    .min(0)
    .max(1000)
    .describe(
      'Requests at once that an instance is given at the most; 0 is no limit, so that nothing waits in a queue.',
    ),
  scale,
});

/** What a function needs around it: what wakes it, how long it may take, and what it reaches. */
export const functionValues = z.strictObject({
  ...functionDefaults.partial().shape,
  scale: scale.partial().optional().describe('How far it scales, where that is not as for all.'),
  public: z
    .literal(true)
    .optional()
    .describe('Reached from outside; every other function only by its name inside.'),
  image: z.string().min(1).optional().describe('An image of your own, with its tag or digest.'),
  env: z.record(z.string(), z.string()).optional().describe('Variables of your own; never a secret.'),
  databases: z
    .array(z.enum(['app', 'worker']))
    .describe('The roles that it acts as in Postgres: `app` for one person at a time, `worker` for all.'),
  uses: z
    .array(z.enum(['mail', 'push', 'key']))
    .optional()
    .describe('Secrets that it sends or signs with, where the installation has them.'),
  calls: z
    .array(z.enum(['functions', 'web', 'kafka', 'mail', 'internet']))
    .optional()
    .describe('What it reaches beside Postgres and the name server; nothing else is let through.'),
  trigger: z
    .strictObject({
      order: ordering,
      filters: z.array(filter).min(1).describe('An event that passes all of them is delivered.'),
    })
    .optional()
    .describe('A filtered view of the Broker `task-events`.'),
  kafkaSource: z
    .strictObject({ topic: name.describe('The topic.'), ordering })
    .optional()
    .describe('Every event of a topic, from its beginning.'),
  schedule: z.string().min(1).optional().describe('A cron schedule in UTC that wakes it.'),
  answers: z
    .enum(['commands', 'questions'])
    .optional()
    .describe('What people wait for; it may have other things to do beside that.'),
  follows: name.optional().describe('A topic that every instance reads for itself, by a group of its own.'),
});
