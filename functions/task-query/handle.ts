/**
 * Answers what people ask about their tasks: lists and search, one task, its history, the notification inbox.
 *
 * in   POST /list-tasks, /read-task, /read-history, /list-notifications
 */
import * as queries from '@zerodo/domain/queries';
import { defineQuery } from '@zerodo/runtime/query';
import { historyOf } from '@zerodo/store/history';
import { listNotifications } from '@zerodo/store/notifications';
import { listTasks } from '@zerodo/store/task-lists';
import { readTask } from '@zerodo/store/tasks';

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
  defineQuery({
    name: 'list-notifications',
    accepts: queries.listNotifications,
    handle: (asked, { tx, userId }) => listNotifications(tx, asked, userId),
  }),
];
