/**
 * Answers what people ask about their tasks: lists and search, one task, its history, the notification inbox,
 * projects, members, labels, statistics and counts.
 *
 * in   POST /list-tasks, /read-task, /read-history, /list-notifications, /export-tasks, /calendar-feed, …
 */
import * as queries from '@zerodo/domain/queries';
import { defineQuery } from '@zerodo/runtime/query';
import { historyOf } from '@zerodo/store/history';
import { listTasks } from '@zerodo/store/task-lists';
import { readTask } from '@zerodo/store/tasks';
import { calendarQuery, exportQuery } from './export.ts';
import { notificationQueries } from './notifications.ts';
import { projectQueries } from './projects.ts';
import { seriesQueries } from './series.ts';
import { settingsQueries } from './settings.ts';

export default [
  defineQuery({
    name: 'list-tasks',
    accepts: queries.listTasks,
    handle: (asked, { tx, userId }) => listTasks(tx, asked, userId),
  }),
  defineQuery({
    name: 'read-task',
    accepts: queries.readTask,
    handle: ({ taskId }, { tx, userId }) => readTask(tx, taskId, userId),
  }),
  defineQuery({
    name: 'read-history',
    accepts: queries.readHistory,
    handle: (asked, { tx, userId }) => historyOf(tx, asked, userId),
  }),
  ...notificationQueries,
  ...settingsQueries,
  ...projectQueries,
  ...seriesQueries,
  exportQuery,
  calendarQuery,
];
