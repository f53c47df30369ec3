import type { Filter } from './schemas.ts';

/**
 * Whether an event passes a Trigger's filters, all of which must hold. An attribute that the event lacks compares as empty,
 * as in Knative's Kafka Broker.
 */
export const passes = (filters: Filter[], attributes: Record<string, string>): boolean =>
  filters.every((filter) => holds(filter, attributes));

function holds(filter: Filter, attributes: Record<string, string>): boolean {
  if ('all' in filter) return filter.all.every((part) => holds(part, attributes));
  if ('any' in filter) return filter.any.some((part) => holds(part, attributes));
  if ('not' in filter) return !holds(filter.not, attributes);
  const [dialect, wanted] = Object.entries(filter)[0] as [keyof typeof compare, Record<string, string>];
  return Object.entries(wanted).every(([name, value]) => compare[dialect](attributes[name] ?? '', value));
}

const compare = {
  exact: (actual: string, wanted: string) => actual === wanted,
  prefix: (actual: string, wanted: string) => actual.startsWith(wanted),
  suffix: (actual: string, wanted: string) => actual.endsWith(wanted),
};
