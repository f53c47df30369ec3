import { timeOfId } from '@zerodo/domain/id-time';
import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Task } from '@zerodo/domain/task';
import type { Viewer } from '../../lib/local-time.ts';
import type { Defaults } from './defaults.ts';
import { openDefaults } from './defaults.ts';
import { masked, type Range } from './ignored.ts';

/** A line of words with what the person said about it. */
export type Line = {
  text: string;
  /** What is to stay words. */
  ignored: readonly Range[];
  defaults: Defaults;
};

/** What only a server knows, as far as this tab does. */
type Known = { projectNamed(name: string): string | undefined };

/** Whether the line can only be sent as the fields that it means, so that it has to be understood first. */
export const needsMeaning = ({ ignored, defaults }: Line): boolean =>
  ignored.length > 0 ||
  defaults.due !== undefined ||
  defaults.label !== undefined ||
  defaults.section !== undefined ||
  defaults.priority !== undefined ||
  defaults.parentId !== undefined;

/**
 * What is sent to make the task. The line of words itself where that says all; otherwise the fields
 * that it means, with what the place adds, as where it `waited` and its words would mean another day now.
 * Absent reminders get the person's default.
 */
export function creation(
  line: Line,
  parsed: QuickAdd | undefined,
  { id, zone, projectNamed, waited = false }: { id: string; zone: string; waited?: boolean } & Known,
): object {
  const { text, ignored, defaults } = line;
  const isPart = defaults.parentId !== undefined;
  const named = parsed?.project && !isPart ? projectNamed(parsed.project) : undefined;
  // A name that this tab does not know is for the server to find, which reads the line itself.
  const unknown = ignored.length === 0 && !isPart && ((parsed?.project && !named) || parsed?.assignee);
  if (!parsed || !(waited || needsMeaning(line)) || unknown) {
    return {
      id,
      quickAdd: text,
      timezone: zone,
      ...(defaults.projectId && { projectId: defaults.projectId }),
    };
  }
  const { projectId, section, label, parentId, due, time, priority } = openDefaults(defaults, parsed);
  const project = named ?? projectId;
  return {
    id,
    timezone: zone,
    title: masked(text, ignored).restore(parsed.title),
    priority: priority ?? parsed.priority,
    labels: label ? [...parsed.labels, label] : parsed.labels,
    due: parsed.due ?? (due ? { date: due, ...(time && { time }) } : null),
    ...(parsed.rrules.length > 0 && {
      recurrence: { rrules: parsed.rrules, mode: parsed.recurrenceMode },
    }),
    ...(project && { projectId: project }),
    ...(parentId && { parentId }),
    section: parsed.section ?? section ?? null,
    deadline: parsed.deadline,
    durationMinutes: parsed.durationMinutes,
    ...(parsed.reminders.length > 0 && { reminders: parsed.reminders }),
  };
}

/** The task as the lists show it until the answer comes. */
export function expected(
  line: Line,
  parsed: QuickAdd | undefined,
  { id, viewer, inbox, projectNamed }: { id: string; viewer: Viewer; inbox: string | undefined } & Known,
): Task {
  const { text, ignored, defaults } = line;
  const now = new Date(viewer.now).toISOString();
  const open = openDefaults(defaults, parsed);
  const labels = parsed?.labels ?? [];
  const date = parsed?.due ?? (open.due ? { date: open.due, time: open.time ?? null } : null);
  const named = parsed?.project && !open.parentId ? projectNamed(parsed.project) : undefined;
  return {
    id,
    projectId: named ?? open.projectId ?? inbox ?? id,
    title: parsed ? masked(text, ignored).restore(parsed.title) : text.trim(),
    notes: '',
    priority: open.priority ?? parsed?.priority ?? 4,
    labels: open.label ? [...labels, open.label] : labels,
    status: 'open',
    due: date && { ...date, timezone: viewer.zone, floating: false },
    dueAt: null,
    recurrence: parsed?.rrules.length
      ? {
          seriesId: id,
          rrules: parsed.rrules,
          mode: parsed.recurrenceMode ?? 'schedule',
          spawn: 'completion',
          text: '',
        }
      : null,
    reminders: [],
    parentId: open.parentId ?? null,
    section: parsed?.section ?? open.section ?? null,
    assigneeId: null,
    deadline: parsed?.deadline ?? null,
    durationMinutes: parsed?.durationMinutes ?? null,
    position: timeOfId(id) ?? viewer.now,
    version: 0,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
  };
}
