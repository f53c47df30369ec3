import { set } from '@zerodo/runtime/telemetry/record';
import { isOn } from '@zerodo/runtime/telemetry/switch';
import type { TickContext } from '@zerodo/runtime/tick';
import { activeTraceparent, beginStep, linkTraces, SpanKind } from '@zerodo/runtime/trace';
import { backlog, openBreakers } from '@zerodo/store/backlog';
import { lastNumbered, type Numbered } from '@zerodo/store/log-positions';
import type { Tx } from '@zerodo/store/sql';

/** Of a larger batch nobody looks at each event: its first ones are linked to the run, and that is all. */
const fewEvents = 100;
/** As many links as a span has. */
const mostLinks = 128;

/** Says of each event's trace that the event left the outbox here and when, and of this run which traces it joined. */
export function noteRelayed(events: readonly Numbered[], system: 'kafka' | 'postgresql'): void {
  if (!isOn()) return;
  linkTraces(events.slice(0, mostLinks).map(({ traceparent }) => traceparent));
  if (events.length > fewEvents) return;
  const run = activeTraceparent();
  for (const { type, time, traceparent: parent } of events) {
    if (!parent) continue;
    const step = beginStep('send to the log', {
      parent,
      kind: SpanKind.PRODUCER,
      startTime: time,
      links: [run],
      attributes: {
        'messaging.system': system,
        'messaging.operation.type': 'send',
        'cloudevents.event_type': type,
      },
    });
    step.end();
  }
}

/** What has just been numbered, where the table is the log and nobody else reads it here. */
export const numberedNow = async (tx: Tx, given: number): Promise<readonly Numbered[]> =>
  isOn() && given > 0 ? lastNumbered(tx, Math.min(given, mostLinks)) : [];

const lookEveryMs = 1_000;
let lookedAt = -Infinity;

/** Measures what waits, whatever became of the run: it matters most when nothing can be relayed. */
export async function measureBacklog({ transaction, now }: TickContext, kafka: boolean): Promise<void> {
  if (!isOn() || performance.now() - lookedAt < lookEveryMs) return;
  lookedAt = performance.now();
  const [waiting, open] = await transaction(async (tx) => ({
    result: [await backlog(tx, now(), { kafka }), await openBreakers(tx)] as const,
    events: [],
  }));
  set('outbox.depth', waiting.depth, {});
  set('outbox.oldest_age', waiting.oldestAge, {});
  for (const target of ['smtp', 'push', 'webhook'] as const) {
    set('circuit_breaker.open', open.get(target) ?? 0, { 'outbound.target': target });
  }
}
