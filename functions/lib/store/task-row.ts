import type { Due } from '@zerodo/domain/due';
import type { Recurrence } from '@zerodo/domain/recurrence';
import type { Reminder } from '@zerodo/domain/reminder';
import { shown } from '@zerodo/domain/series';
import type { Task, TaskReminder } from '@zerodo/domain/task';
import type { PendingQuery, Row } from 'postgres';
import type { Sql, Tx } from './sql.ts';

/** One row of `taskColumns`. */
export type TaskRow = {
  id: string;
  projectId: string;
  seriesId: string | null;
  parentId: string | null;
  section: string | null;
  assigneeId: string | null;
  deadline: string | null;
  durationMinutes: number | null;
  title: string;
  notes: string;
  priority: number;
  labels: string[];
  status: Task['status'];
  dueDate: string | null;
  dueTime: string | null;
  timezone: string | null;
  floating: boolean;
  /** Instants are in the words of Postgres: a Date of each would be most of what a list costs here. */
  dueAt: string | null;
  position: number;
  version: number;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  series: (Recurrence & { spawn: 'completion' | 'schedule'; until: string | null }) | null;
  reminders: {
    spec: Reminder;
    state: TaskReminder['state'];
    fireAt: string | null;
    sentAt: string | null;
    deliveries: NonNullable<TaskReminder['deliveries']> | null;
  }[];
};

/** When `t` is due, was made, changed and completed, in the words of Postgres. */
export const instantColumns = (sql: Sql | Tx) => sql`
  t.due_at::text as due_at, t.created_at::text as created_at, t.updated_at::text as updated_at, t.completed_at::text as completed_at
`;

/** What a task is read from: `t` is the task, `s` its series; the reminders are those of `userId`. */
export const taskColumns = (sql: Sql | Tx, userId: string | PendingQuery<Row[]>) => sql`
  t.id, t.project_id, t.series_id, t.parent_id, t.section, t.assignee_id, t.deadline, t.duration_minutes, t.title, t.notes, t.priority, t.labels, t.status,
  t.due_date, t.due_time, t.timezone, t.floating, t.position, t.version, ${instantColumns(sql)},
  case when s.id is not null and s.deleted_at is null then jsonb_build_object(
    'rrules', s.rrules, 'exdates', s.exdates, 'rdates', s.rdates, 'dtstart', s.dtstart,
    'allDay', s.all_day, 'timezone', s.timezone, 'floating', s.floating, 'mode', s.mode,
    'spawn', s.spawn, 'catchUp', s.catch_up, 'until', s.until) end as series,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'spec', r.spec, 'state', r.state, 'fireAt', r.fire_at, 'sentAt', r.sent_at,
      'deliveries', case when r.state in ('sent', 'late') then (
        select jsonb_agg(jsonb_build_object('channel', n.channel, 'state', n.state, 'sentAt', n.sent_at)
          order by n.channel, n.id)
        from notifications n where n.reminder_id = r.id and n.fire_at = r.fire_at
      ) end) order by r.ordinal)
    from reminders r where r.task_id = t.id and r.user_id = ${userId} and r.ordinal >= 0
  ), '[]') as reminders
`;

/** `2026-11-22 06:36:55.123456+00`, as ISO 8601 with milliseconds; by hand, which takes a sixth of the time of a Date. */
function instant(value: string): string {
  // In a session of another zone, inside jsonb, and for years of five digits Postgres writes it in other ways.
  if (!value.endsWith('+00') || value[10] !== ' ') return new Date(value).toISOString();
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
}

const instantOf = (value: string | null): string | null => value && instant(value);

/** How a row of `tasks` keeps when it is due. */
export type DueColumns = Pick<TaskRow, 'dueDate' | 'dueTime' | 'timezone' | 'floating'>;

export const dueOf = ({ dueDate, dueTime, timezone, floating }: DueColumns): Due | null =>
  dueDate === null
    ? null
    : {
        date: dueDate,
        time: dueTime?.replace(/^(\d\d:\d\d):00$/, '$1') ?? null,
        timezone: timezone ?? 'UTC',
        floating,
      };

/** A task as everybody sees it. */
export const toTask = (row: TaskRow): Task => ({
  id: row.id,
  projectId: row.projectId,
  title: row.title,
  notes: row.notes,
  priority: row.priority,
  labels: row.labels,
  status: row.status,
  due: dueOf(row),
  dueAt: instantOf(row.dueAt),
  recurrence: row.series && row.seriesId ? shown({ ...row.series, id: row.seriesId }) : null,
  reminders: row.reminders.map(({ spec, state, fireAt, sentAt, deliveries }) => ({
    ...spec,
    state,
    fireAt: instantOf(fireAt),
    sentAt: instantOf(sentAt),
    ...(deliveries && {
      deliveries: deliveries.map((one) => ({ ...one, sentAt: instantOf(one.sentAt) })),
    }),
  })),
  parentId: row.parentId,
  section: row.section,
  assigneeId: row.assigneeId,
  deadline: row.deadline,
  durationMinutes: row.durationMinutes,
  position: row.position,
  version: row.version,
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
  completedAt: instantOf(row.completedAt),
});
