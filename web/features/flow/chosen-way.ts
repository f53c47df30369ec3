import type { Journey } from './journeys.ts';
import { isTick } from './journeys.ts';
import { edgeOf, nodeOf } from './layout.ts';

/** The boxes and edges that a journey has touched. */
export type Way = { nodes: ReadonlySet<string>; edges: ReadonlySet<string> };

export function wayOf({ steps, events }: Pick<Journey, 'steps' | 'events'>): Way {
  const [nodes, edges] = [new Set<string>(), new Set<string>()];
  const pass = (from: string, to: string) => {
    nodes.add(from).add(to);
    edges.add(edgeOf(from, to));
  };
  const commands = new Set<string>();
  const topicsBy = new Map(events.map(({ id, topics }) => [id, topics]));
  for (const { function: name, type, eventId } of steps) {
    const node = nodeOf.function(name, type);
    if (node.startsWith('command ')) {
      commands.add(eventId);
      pass('gateway', node);
    } else if (isTick(type)) pass('clock', node);
    else for (const topic of topicsBy.get(eventId) ?? []) pass(nodeOf.topic(topic), node);
  }
  for (const { function: name, causeId, topics, numbered } of events) {
    const from = commands.has(causeId) ? `command ${name}` : `reaction ${name}`;
    pass(from, 'outbox');
    if (!numbered) continue;
    pass('outbox', 'relay');
    for (const topic of topics) pass('relay', nodeOf.topic(topic));
  }
  return { nodes, edges };
}
