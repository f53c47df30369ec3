import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Task } from '@zerodo/domain/task';
import type { Viewer } from '../../lib/local-time.ts';
import { masked, type Range } from './ignored.ts';

/**
 * What is sent to make the task. The line of words itself, unless some of them are to stay words:
 * then the fields that the rest means. Absent reminders get the person's default.
 */
export function creation(
  text: string,
  ignored: readonly Range[],
  parsed: QuickAdd | undefined,
  { id, zone }: { id: string; zone: string },
): object {
  if (ignored.length === 0 || !parsed) return { id, quickAdd: text, timezone: zone };
  return {
    id,
    timezone: zone,
    title: masked(text, ignored).restore(parsed.title),
    priority: parsed.priority,
    labels: parsed.labels,
    due: parsed.due,
    ...(parsed.rrules.length > 0 && {
      recurrence: { rrules: parsed.rrules, mode: parsed.recurrenceMode },
    }),
    section: parsed.section,
    deadline: parsed.deadline,
    durationMinutes: parsed.durationMinutes,
    ...(parsed.reminders.length > 0 && { reminders: parsed.reminders }),
  };
}

/** The task as the list shows it until the answer comes. */
export function expected(
  text: string,
  ignored: readonly Range[],
  parsed: QuickAdd | undefined,
  { id, viewer }: { id: string; viewer: Viewer },
): Task {
  const now = new Date(viewer.now).toISOString();
  return {
    id,
    projectId: id,
    title: parsed ? masked(text, ignored).restore(parsed.title) : text.trim(),
    notes: '',
    priority: parsed?.priority ?? 4,
    labels: parsed?.labels ?? [],
    status: 'open',
    due: parsed?.due ? { ...parsed.due, timezone: viewer.zone, floating: false } : null,
    dueAt: null,
    recurrence: parsed?.rrules.length
      ? {
          seriesId: id,
          rrules: parsed.rrules,
          mode: parsed.recurrenceMode ?? 'schedule',
          spawn: 'completion',
          text: 'Repeats',
        }
      : null,
    reminders: [],
    parentId: null,
    section: parsed?.section ?? null,
    assigneeId: null,
    deadline: parsed?.deadline ?? null,
    durationMinutes: parsed?.durationMinutes ?? null,
    position: viewer.now,
    version: 0,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  };
}
