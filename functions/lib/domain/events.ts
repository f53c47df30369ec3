// The catalogue: every type of event, what it carries, which topics get it and what each of them gets of it.
import * as z from 'zod';
import { task } from './task.ts';

export type Topic = 'task-events' | 'reminders' | 'task-updates' | 'task-analytics';

const taskChanged = z.strictObject({
  task,
  /** The fields whose value is another than before. */
  changed: z.array(z.string()),
  /** The person who did it. */
  actor: z.uuid(),
  /** The completed occurrence that this one follows. */
  predecessorId: z.uuid().optional(),
});

const series = z.strictObject({
  seriesId: z.uuid(),
  projectId: z.uuid(),
  rrules: z.array(z.string()),
  mode: z.enum(['schedule', 'completion']),
  spawn: z.enum(['completion', 'schedule']),
  isActive: z.boolean(),
  nextDueAt: z.iso.datetime().nullable(),
  version: z.int(),
  actor: z.uuid(),
});

const reminderDue = z.strictObject({
  reminderId: z.uuid(),
  taskId: z.uuid(),
  userId: z.uuid(),
  fireAt: z.iso.datetime(),
});

const notificationSent = z.strictObject({
  notificationId: z.uuid(),
  taskId: z.uuid(),
  userId: z.uuid(),
  channel: z.enum(['in-app']),
  late: z.boolean(),
});

/** What consumers outside Zerodo get of a task: no title, no notes, no names. */
function withoutWords(data: unknown): unknown {
  const { task: whole, ...rest } = data as z.infer<typeof taskChanged>;
  const { title: _title, notes: _notes, labels, recurrence, ...facts } = whole;
  return {
    ...rest,
    task: { ...facts, labelCount: labels.length, seriesId: recurrence?.seriesId ?? null },
  };
}

/** A nudge: whoever hears it reads again. */
function nudge(data: unknown): unknown {
  const { id, projectId, version } = (data as z.infer<typeof taskChanged>).task;
  return { taskId: id, projectId, version };
}

const whole = (data: unknown): unknown => data;

const forTask = {
  data: taskChanged,
  topics: { 'task-events': whole, 'task-updates': nudge, 'task-analytics': withoutWords },
} as const;
const forSeries = { data: series, topics: { 'task-events': whole, 'task-analytics': whole } } as const;

export const catalogue = {
  'dev.zerodo.task.created.v1': forTask,
  'dev.zerodo.task.updated.v1': forTask,
  'dev.zerodo.task.completed.v1': forTask,
  'dev.zerodo.task.reopened.v1': forTask,
  'dev.zerodo.task.deleted.v1': forTask,
  'dev.zerodo.task.restored.v1': forTask,
  'dev.zerodo.series.created.v1': forSeries,
  'dev.zerodo.series.updated.v1': forSeries,
  'dev.zerodo.series.ended.v1': forSeries,
  'dev.zerodo.reminder.due.v1': { data: reminderDue, topics: { reminders: whole } },
  'dev.zerodo.notification.sent.v1': { data: notificationSent, topics: { 'task-updates': whole } },
} as const satisfies Record<
  string,
  { data: z.ZodType; topics: Partial<Record<Topic, (data: unknown) => unknown>> }
>;

export type EventType = keyof typeof catalogue;
export type TaskChanged = z.infer<typeof taskChanged>;
export type SeriesChanged = z.infer<typeof series>;
export type EventData<T extends EventType> = z.infer<(typeof catalogue)[T]['data']>;

/** The catalogue's URI for the JSON Schema of a type (the CloudEvents attribute `dataschema`). */
export const dataSchema = (type: string): string => `urn:zerodo:event:${type}`;

const projections = (type: string): Partial<Record<Topic, (data: unknown) => unknown>> =>
  (catalogue as Record<string, { topics: object }>)[type]?.topics ?? {};

/** What `topic` gets of an event; undefined where it gets nothing. */
export const projected = (type: string, topic: Topic, data: unknown): unknown =>
  projections(type)[topic]?.(data);

export const topicsOf = (type: string): Topic[] => Object.keys(projections(type)) as Topic[];

export const typesOf = (topics: readonly string[]): EventType[] =>
  (Object.keys(catalogue) as EventType[]).filter((type) =>
    topicsOf(type).some((topic) => topics.includes(topic)),
  );

/** Records of one task keep their order on its topics; nudges and statistics are ordered by project. */
export const keyOf = (topic: Topic, event: { subject: string; projectId: string }): string =>
  topic === 'task-updates' || topic === 'task-analytics' ? event.projectId : event.subject;
