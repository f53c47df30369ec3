import { configOf } from './catalogue.ts';
import { keysMove, type Step } from './plan.ts';

/** What a step does, as a line. */
export function say(step: Step): string {
  switch (step.kind) {
    case 'create': {
      const { name, partitions, replicas } = step.topic;
      const config = Object.entries(configOf(step.topic)).map(([key, value]) => `${key}=${value}`);
      return `create ${name}: ${partitions} partitions, ${replicas} replicas, ${config.join(' ')}`;
    }
    case 'configure':
      return `configure ${step.name}: ${step.changes.map(({ key, from, to }) => `${key} ${from} → ${to}`).join(', ')}`;
    case 'widen':
      return `widen ${step.name}: it ${keysMove(step)}`;
  }
}
