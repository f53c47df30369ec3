import type { Topic } from '@zerodo/domain/events';
import { functions } from '../../functions/flow-query/topology.generated.ts';
import { passes } from '../local/filter.ts';
import type { Filter } from '../local/schemas.ts';
import { Complaint } from '../start/complaint.ts';

/** What a function hears: a topic, and what of it. */
export type Hearing = { topic: Topic; wants: (attributes: Record<string, string>) => boolean };

/** Of these nothing is in the log of events: what they hear are records that others gave up. */
const others = new Set(['dead-letters']);

const consumers = functions.filter(({ filters, topic }) => filters || (topic && !others.has(topic)));

/**
 * What a function hears by its Trigger and its KafkaSource.
 *
 * @throws Complaint when it hears no events
 */
export function hearingsOf(name: string): Hearing[] {
  const found = consumers.find((one) => one.name === name);
  if (!found) {
    const names = consumers.map((one) => one.name).join(', ');
    throw new Complaint(`${name} takes no events; choose one of ${names}.`);
  }
  const { filters, topic } = found;
  return [
    ...(filters
      ? [
          {
            topic: 'task-events' as const,
            wants: (attributes: Record<string, string>) => passes(filters as Filter[], attributes),
          },
        ]
      : []),
    ...(topic ? [{ topic: topic as Topic, wants: () => true }] : []),
  ];
}
