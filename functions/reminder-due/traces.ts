import { isOn } from '@zerodo/runtime/telemetry/switch';
import { activeTraceparent, beginStep, SpanKind } from '@zerodo/runtime/trace';
import type { DueReminder } from '@zerodo/store/due-reminders';
import type { Tx } from '@zerodo/store/sql';
import { lastTraces } from '@zerodo/store/traces';

/** A trace that is older has been looked at and thrown away (decision 042). */
const goesOnMs = 60 * 60_000;

/**
 * Which trace the event of each reminder belongs to, where it is not the tick's own: that of the change which planned it,
 * from a click to what it brought about. A tick joins many, and is linked to.
 */
export async function tracesOf(
  tx: Tx,
  due: readonly DueReminder[],
  now: Date,
): Promise<(reminder: DueReminder) => { traceparent?: string }> {
  if (!isOn()) return () => ({});
  const ids = due.map(({ taskId }) => taskId);
  const planned = await lastTraces(tx, ids, new Date(now.getTime() - goesOnMs));
  return ({ taskId }) => {
    const parent = planned.get(taskId);
    if (!parent) return {};
    const step = beginStep('announce reminder.due', {
      parent,
      kind: SpanKind.PRODUCER,
      links: [activeTraceparent()],
    });
    step.end();
    return { traceparent: step.traceparent };
  };
}
