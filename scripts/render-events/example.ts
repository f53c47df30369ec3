import type {
  EventData,
  EventType,
  FilterChanged,
  ProjectChanged,
  SeriesChanged,
  TaskChanged,
} from '../../functions/lib/domain/events.ts';
import { type Topic, topicsOf } from '../../functions/lib/domain/events.ts';
import type { Task } from '../../functions/lib/domain/task.ts';
import { recordOf } from '../../functions/lib/log/cloudevent.ts';

const ada = '0193f1d2-5a00-7c3b-8a11-2f6d3c9e0001';
const projectId = '5d0c6a3e-9b4f-5c1d-a2e7-1f3b5d7c9e01';
const taskId = '0193f1d2-7b10-7d4c-9b22-3a7e4dae0002';
const successorId = '8c1f2e3d-4b5a-5968-b7c6-d5e4f3a2b101';
const seriesId = '0193f1d2-7b10-7d4c-9b22-3a7e4dae0003';
const reminderId = '1d2e3f40-5162-5374-8596-a7b8c9d0e1f2';
const webhookId = '0193f1d2-5a00-7c3b-8a11-2f6d3c9e0042';
const filterId = '0193f1d2-5a00-7c3b-8a11-2f6d3c9e0051';
const notificationId = '2e3f4051-6273-5485-96a7-b8c9d0e1f203';

const task: Task = {
  id: taskId,
  projectId,
  title: 'Water the plants',
  notes: 'The ones on the balcony too.',
  priority: 2,
  labels: ['home'],
  status: 'open',
  due: { date: '2026-11-21', time: '09:00', timezone: 'Europe/Berlin', floating: false },
  dueAt: '2026-11-21T08:00:00.000Z',
  recurrence: {
    seriesId,
    rrules: ['FREQ=DAILY;INTERVAL=3'],
    mode: 'schedule',
    spawn: 'completion',
    text: 'every 3 days at 09:00',
  },
  reminders: [
    { type: 'before', minutes: 30, state: 'planned', fireAt: '2026-11-21T07:30:00.000Z', sentAt: null },
  ],
  parentId: null,
  section: null,
  assigneeId: null,
  deadline: null,
  durationMinutes: null,
  position: 1,
  version: 1,
  createdAt: '2026-11-20T17:12:03.000Z',
  updatedAt: '2026-11-20T17:12:03.000Z',
  completedAt: null,
};

const changed = (over: Partial<Task>, ...fields: string[]): TaskChanged => ({
  task: { ...task, updatedAt: '2026-11-21T08:05:00.000Z', version: 2, ...over },
  changed: fields,
  actor: ada,
});
const project: ProjectChanged = {
  project: {
    id: projectId,
    name: 'Home',
    color: '#2f9e44',
    description: 'What keeps the flat alive.',
    position: 1,
    sections: ['Balcony', 'Kitchen'],
    defaultView: 'list',
    isInbox: false,
    archivedAt: null,
    deletedAt: null,
    version: 1,
    createdAt: '2026-11-20T17:12:03.000Z',
    updatedAt: '2026-11-20T17:12:03.000Z',
  },
  members: [{ userId: ada, role: 'owner' }],
  changed: [],
  actor: ada,
};
const series: SeriesChanged = {
  series: {
    id: seriesId,
    projectId,
    title: 'Water the plants',
    notes: 'The ones on the balcony too.',
    priority: 2,
    labels: ['home'],
    reminders: [{ type: 'before', minutes: 30 }],
    section: null,
    assigneeId: null,
    durationMinutes: null,
    due: task.due!,
    until: null,
    recurrence: {
      rrules: ['FREQ=DAILY;INTERVAL=3'],
      mode: 'schedule',
      spawn: 'completion',
      catchUp: 'latest',
      exdates: [],
      rdates: [],
      text: 'every 3 days at 09:00',
    },
    status: 'active',
    isActive: true,
    nextDueAt: '2026-11-24T08:00:00.000Z',
    version: 1,
    createdAt: '2026-11-20T17:12:03.000Z',
    updatedAt: '2026-11-20T17:12:03.000Z',
  },
  changed: [],
  actor: ada,
};
const seriesChanged = (over: Partial<SeriesChanged['series']>, ...fields: string[]): SeriesChanged => ({
  ...series,
  series: { ...series.series, updatedAt: '2026-11-21T08:05:00.000Z', version: 2, ...over },
  changed: fields,
});
const filter: FilterChanged = {
  filter: {
    id: filterId,
    name: 'Soon, at home',
    color: '#2f80ed',
    query: { status: 'open', label: ['home'], due: ['overdue'], dueWithin: 7 },
    position: 1,
    version: 1,
    createdAt: '2026-11-20T17:12:03.000Z',
    updatedAt: '2026-11-20T17:12:03.000Z',
  },
  changed: [],
  actor: ada,
};
const over = { isActive: false, nextDueAt: null, status: 'ended' } as const;
const completion = { status: 'completed', completedAt: '2026-11-21T08:05:00.000Z' } as const;

const data: { [T in EventType]: EventData<T> } = {
  'dev.zerodo.task.created.v1': {
    ...changed({ id: successorId, version: 1, dueAt: '2026-11-24T08:00:00.000Z' }),
    predecessorId: taskId,
  },
  'dev.zerodo.task.updated.v1': changed({ title: 'Water all plants' }, 'title'),
  'dev.zerodo.task.completed.v1': changed(completion, 'status', 'completedAt'),
  'dev.zerodo.task.reopened.v1': changed({ version: 3 }, 'status', 'completedAt'),
  'dev.zerodo.task.deleted.v1': changed({}),
  'dev.zerodo.task.restored.v1': changed({}),
  'dev.zerodo.task.due-soon.v1': { taskId, projectId, dueAt: task.dueAt!, assigneeId: null },
  'dev.zerodo.task.overdue.v1': { taskId, projectId, dueAt: task.dueAt!, assigneeId: null },
  'dev.zerodo.project.created.v1': project,
  'dev.zerodo.project.updated.v1': {
    ...project,
    members: [...project.members, { userId: '0193f1d2-5a00-7c3b-8a11-2f6d3c9e0006', role: 'editor' }],
    changed: ['members'],
  },
  'dev.zerodo.project.deleted.v1': {
    ...project,
    project: { ...project.project, deletedAt: '2026-11-21T08:05:00.000Z', version: 2 },
    changed: ['deletedAt'],
  },
  'dev.zerodo.project.restored.v1': {
    ...project,
    project: { ...project.project, version: 3 },
    changed: ['deletedAt'],
  },
  'dev.zerodo.series.created.v1': series,
  'dev.zerodo.series.updated.v1': seriesChanged({ title: 'Water all plants' }, 'title'),
  'dev.zerodo.series.ended.v1': seriesChanged(over, 'status', 'isActive', 'nextDueAt'),
  'dev.zerodo.series.deleted.v1': seriesChanged(over, 'status', 'isActive', 'nextDueAt'),
  'dev.zerodo.filter.created.v1': filter,
  'dev.zerodo.filter.updated.v1': {
    ...filter,
    filter: { ...filter.filter, name: 'At home', updatedAt: '2026-11-21T08:05:00.000Z', version: 2 },
    changed: ['name'],
  },
  'dev.zerodo.filter.deleted.v1': filter,
  'dev.zerodo.reminder.due.v1': { reminderId, taskId, userId: ada, fireAt: '2026-11-21T07:30:00.000Z' },
  'dev.zerodo.reminder.snoozed.v1': { reminderId, taskId, userId: ada, fireAt: '2026-11-21T07:45:00.000Z' },
  'dev.zerodo.notification.planned.v1': { notificationId, channel: 'email' },
  'dev.zerodo.notification.sent.v1': { notificationId, taskId, userId: ada, channel: 'in-app', late: false },
  'dev.zerodo.webhook.planned.v1': { deliveryId: '3f405162-7384-5596-87b8-c9d0e1f20314' },
  'dev.zerodo.webhook.tested.v1': { webhookId, userId: ada },
  'dev.zerodo.notification.failed.v1': {
    notificationId,
    taskId,
    userId: ada,
    channel: 'email',
    reason: 'The mail server refused it for good (550).',
  },
};

const isAboutProject = (type: EventType): boolean => type.startsWith('dev.zerodo.project.');
const isAboutFilter = (type: EventType): boolean => type.startsWith('dev.zerodo.filter.');
const isAboutSeries = (type: EventType): boolean => type.startsWith('dev.zerodo.series.');
const sourceOf = (type: EventType): string => {
  if (type === 'dev.zerodo.webhook.tested.v1' || isAboutFilter(type)) return '/zerodo/settings-update';
  if (type === 'dev.zerodo.webhook.planned.v1') return '/zerodo/webhook-deliver';
  if (type === 'dev.zerodo.reminder.snoozed.v1') return '/zerodo/notification-update';
  if (/reminder|due-soon|overdue/.test(type)) return '/zerodo/reminder-due';
  if (type.startsWith('dev.zerodo.notification.')) return '/zerodo/notification-send';
  if (isAboutProject(type)) return '/zerodo/project-update';
  return type === 'dev.zerodo.task.created.v1' ? '/zerodo/recurrence-spawn' : '/zerodo/task-update';
};

function subjectOf(type: EventType): string {
  if (isAboutProject(type)) return projectId;
  if (isAboutSeries(type)) return seriesId;
  if (isAboutFilter(type)) return filterId;
  if (type.startsWith('dev.zerodo.webhook.')) return webhookId;
  return type === 'dev.zerodo.task.created.v1' ? successorId : taskId;
}

/** A CloudEvent of this type in structured form, as one of its topics gets it. */
export function exampleOf(type: EventType, topic: Topic = topicsOf(type)[0]!): object {
  const subject = subjectOf(type);
  const { attributes, data: text } = recordOf(
    {
      id: '0193f1d3-0c20-7e5d-8c33-4b8f5ebf0004',
      logPosition: 1,
      type,
      source: sourceOf(type),
      subject,
      time: new Date('2026-11-21T08:05:00Z'),
      userId: ada,
      projectId,
      recurring: !isAboutProject(type) && !isAboutFilter(type),
      shared: false,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      causeId: '0193f1d3-0c20-7e5d-8c33-4b8f5ebf0005',
      data: data[type],
    },
    topic,
  );
  return { ...attributes, data: JSON.parse(text) };
}
