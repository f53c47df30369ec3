// The catalogue: every type of event, what it carries, which topics get it and what each of them gets of it.
import * as z from 'zod';
import { channel } from './channel.ts';
import { filter } from './filter.ts';
import { projectState, role } from './project.ts';
import { seriesState } from './series-schema.ts';
import { task } from './task.ts';

export type Topic = 'task-events' | 'reminders' | 'webhooks' | 'task-updates' | 'task-analytics';

const taskChanged = z.strictObject({
  task,
  /** The fields whose value is another than before. */
  changed: z.array(z.string()),
  /** The person who did it. */
  actor: z.uuid(),
  /** The completed occurrence that this one follows. */
  predecessorId: z.uuid().optional(),
  /** An occurrence that was skipped, or moved with its series: the local slots it went between. */
  slot: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  /** The event that this one takes back. */
  undoes: z.uuid().optional(),
});

const seriesChanged = z.strictObject({
  series: seriesState,
  /** The fields whose value is another than before. */
  changed: z.array(z.string()),
  /** The person who did it. */
  actor: z.uuid(),
  /** The event that this one takes back. */
  undoes: z.uuid().optional(),
});

const reminderDue = z.strictObject({
  reminderId: z.uuid(),
  taskId: z.uuid(),
  userId: z.uuid(),
  fireAt: z.iso.datetime(),
});

const notificationPlanned = z.strictObject({ notificationId: z.uuid(), channel });

/** `taskId` is null for a digest or a test. */
const notificationSent = z.strictObject({
  notificationId: z.uuid(),
  taskId: z.uuid().nullable(),
  userId: z.uuid(),
  channel,
  late: z.boolean(),
});

const notificationFailed = z.strictObject({
  notificationId: z.uuid(),
  taskId: z.uuid().nullable(),
  userId: z.uuid(),
  channel,
  reason: z.string(),
});

/** An open task comes within a day of its due time, or passes it; once for each due time. */
const taskDue = z.strictObject({
  taskId: z.uuid(),
  projectId: z.uuid(),
  dueAt: z.iso.datetime(),
  assigneeId: z.uuid().nullable(),
});

const projectChanged = z.strictObject({
  project: projectState,
  /** Everybody who belongs to it; of one that was deleted, who did. */
  members: z.array(z.strictObject({ userId: z.uuid(), role })),
  /** `members` when somebody came, went or has another role; `invitations` when somebody is invited. */
  changed: z.array(z.string()),
  actor: z.uuid(),
});

const filterChanged = z.strictObject({
  /** As it is now; of one that was deleted, as it was. */
  filter,
  /** The fields whose value is another than before. */
  changed: z.array(z.string()),
  actor: z.uuid(),
});

/** An event is to be sent to a webhook: the row says which and where. */
const webhookPlanned = z.strictObject({ deliveryId: z.uuid() });

/** Its owner wants to see whether a webhook arrives; it is sent there and nowhere else. */
const webhookTested = z.strictObject({ webhookId: z.uuid(), userId: z.uuid() });

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

/** Who hears of a project is told who belongs to it, so that a stream knows whom to tell from now on. */
function projectNudge(data: unknown): unknown {
  const { project, members } = data as z.infer<typeof projectChanged>;
  const left = project.deletedAt ? [] : members.map(({ userId }) => userId);
  return { projectId: project.id, version: project.version, members: left };
}

/** What consumers outside Zerodo get of a series. */
function seriesWithoutWords(data: unknown): unknown {
  const { series, ...rest } = data as z.infer<typeof seriesChanged>;
  const { title: _title, notes: _notes, section: _section, labels, ...facts } = series;
  return { ...rest, series: { ...facts, labelCount: labels.length } };
}

function seriesNudge(data: unknown): unknown {
  const { id, projectId, version } = (data as z.infer<typeof seriesChanged>).series;
  return { seriesId: id, projectId, version };
}

function filterNudge(data: unknown): unknown {
  const { id, version } = (data as z.infer<typeof filterChanged>).filter;
  return { filterId: id, version };
}

const whole = (data: unknown): unknown => data;

const forTask = {
  data: taskChanged,
  topics: { 'task-events': whole, 'task-updates': nudge, 'task-analytics': withoutWords },
} as const;
const forDue = { data: taskDue, topics: { 'task-events': whole, 'task-analytics': whole } } as const;
const forSeries = {
  data: seriesChanged,
  topics: { 'task-events': whole, 'task-updates': seriesNudge, 'task-analytics': seriesWithoutWords },
} as const;

const forProject = {
  data: projectChanged,
  topics: { 'task-events': whole, 'task-updates': projectNudge },
} as const;

/** For its owner's pages, and for the history that nobody alters. */
const forFilter = {
  data: filterChanged,
  topics: { 'task-events': whole, 'task-updates': filterNudge },
} as const;

export const catalogue = {
  'dev.zerodo.task.created.v1': forTask,
  'dev.zerodo.task.updated.v1': forTask,
  'dev.zerodo.task.completed.v1': forTask,
  'dev.zerodo.task.reopened.v1': forTask,
  'dev.zerodo.task.deleted.v1': forTask,
  'dev.zerodo.task.restored.v1': forTask,
  'dev.zerodo.task.due-soon.v1': forDue,
  'dev.zerodo.task.overdue.v1': forDue,
  'dev.zerodo.project.created.v1': forProject,
  'dev.zerodo.project.updated.v1': forProject,
  'dev.zerodo.project.deleted.v1': forProject,
  'dev.zerodo.project.restored.v1': forProject,
  'dev.zerodo.series.created.v1': forSeries,
  'dev.zerodo.series.updated.v1': forSeries,
  'dev.zerodo.series.ended.v1': forSeries,
  'dev.zerodo.series.deleted.v1': forSeries,
  'dev.zerodo.filter.created.v1': forFilter,
  'dev.zerodo.filter.updated.v1': forFilter,
  'dev.zerodo.filter.deleted.v1': forFilter,
  'dev.zerodo.reminder.due.v1': { data: reminderDue, topics: { reminders: whole } },
  'dev.zerodo.reminder.snoozed.v1': { data: reminderDue, topics: { 'task-analytics': whole } },
  'dev.zerodo.notification.planned.v1': { data: notificationPlanned, topics: { reminders: whole } },
  'dev.zerodo.notification.sent.v1': {
    data: notificationSent,
    topics: { webhooks: whole, 'task-updates': whole },
  },
  'dev.zerodo.notification.failed.v1': { data: notificationFailed, topics: { 'task-updates': whole } },
  'dev.zerodo.webhook.planned.v1': { data: webhookPlanned, topics: { webhooks: whole } },
  'dev.zerodo.webhook.tested.v1': { data: webhookTested, topics: { webhooks: whole } },
} as const satisfies Record<
  string,
  { data: z.ZodType; topics: Partial<Record<Topic, (data: unknown) => unknown>> }
>;

export type EventType = keyof typeof catalogue;
export type ProjectChanged = z.infer<typeof projectChanged>;
export type FilterChanged = z.infer<typeof filterChanged>;
export type TaskChanged = z.infer<typeof taskChanged>;
export type SeriesChanged = z.infer<typeof seriesChanged>;
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
