import type { Finding } from '../people/account.ts';
import { audit } from './audit.ts';
import type { Check, Context } from './context.ts';
import { letters } from './letters.ts';
import { log } from './log.ts';
import { notifications } from './notifications.ts';
import { operations } from './operations.ts';
import { rebuilt } from './rebuilt.ts';
import { statistics } from './statistics.ts';
import { tasks, versions } from './tasks.ts';
import { webhooks } from './webhooks.ts';

const checks: Check[] = [
  operations,
  tasks,
  versions,
  notifications,
  statistics,
  webhooks,
  audit,
  log,
  letters,
  rebuilt,
];

/** Everything that is not as it was acknowledged; nothing when all is well. */
export async function check(context: Context): Promise<Finding[]> {
  const findings = await Promise.all(checks.map((one) => one(context)));
  return [...context.account.findings, ...findings.flat()];
}
