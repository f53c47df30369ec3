import { burnRates } from './burn-rates.ts';
import { cluster } from './cluster.ts';
import { events } from './events.ts';
import { functions } from './functions.ts';
import { kafka } from './kafka.ts';
import { knative } from './knative.ts';
import { notifications } from './notifications.ts';
import { postgres } from './postgres.ts';
import type { Group } from './rule.ts';

/** Rules by what an installation has to have for them: a file, and an object of the Prometheus Operator, each. */
export const ruleFiles: Record<string, Group[]> = {
  promises: [burnRates],
  zerodo: [events, functions, notifications],
  cluster: [cluster, knative],
  kafka: [kafka],
  postgres: [postgres],
};

export const allRules = Object.values(ruleFiles)
  .flat()
  .flatMap(({ rules }) => rules);
