// The public API as a table. The gateway's behaviour, the OpenAPI document and the client's types follow from it.
import * as commands from '@zerodo/domain/commands';
import {
  quickAddAnswer,
  quickAddParse,
  recurrencePreview,
  recurrencePreviewAnswer,
  remindersPreview,
  remindersPreviewAnswer,
} from '@zerodo/domain/preview-schemas';
import * as queries from '@zerodo/domain/queries';
import { task } from '@zerodo/domain/task';
import * as z from 'zod';
import type { Parts, Route } from './route.ts';

const onTask = ({ params, version }: Parts) => ({
  taskId: params.id,
  ...(version !== undefined && { version }),
});
const emptyBody = z.strictObject({}).optional();
const ask = ({ query }: Parts) => query;

const change = (verb: 'complete' | 'reopen', command: { type: string; data: z.ZodType }): Route => ({
  method: 'POST',
  path: `/tasks/{id}/${verb}`,
  summary: `${verb === 'complete' ? 'Complete' : 'Reopen'} a task`,
  function: `task-${verb}`,
  command,
  body: emptyBody,
  status: 200,
  answers: task,
  data: onTask,
});

const preview = (
  path: string,
  name: string,
  summary: string,
  body: z.ZodType,
  answers: z.ZodType,
): Route => ({
  method: 'POST',
  path,
  summary,
  function: 'rule-preview',
  ask: name,
  body,
  answers,
  arguments: (parts) => parts.body,
});

export const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/tasks',
    summary: 'Create a task by its fields or by a line of words',
    function: 'task-create',
    command: commands.createTask,
    body: commands.createTask.data,
    status: 201,
    answers: task,
    data: ({ body }) => body,
  },
  {
    method: 'GET',
    path: '/tasks',
    summary: 'List and search tasks',
    function: 'task-query',
    ask: 'list-tasks',
    query: queries.listTasks,
    answers: queries.taskPage,
    arguments: ask,
  },
  {
    method: 'GET',
    path: '/tasks/{id}',
    summary: 'Read a task',
    function: 'task-query',
    ask: 'read-task',
    answers: task,
    arguments: ({ params }) => ({ taskId: params.id }),
  },
  {
    method: 'PATCH',
    path: '/tasks/{id}',
    summary: 'Change fields of a task (JSON merge patch)',
    function: 'task-update',
    command: commands.updateTask,
    body: commands.updateTask.data.shape.changes,
    status: 200,
    answers: task,
    data: (parts) => ({ ...onTask(parts), changes: parts.body }),
  },
  {
    method: 'DELETE',
    path: '/tasks/{id}',
    summary: 'Delete a task',
    function: 'task-delete',
    command: commands.deleteTask,
    status: 200,
    answers: task,
    data: onTask,
  },
  {
    method: 'POST',
    path: '/tasks/{id}/restore',
    summary: 'Take the deletion of a task back',
    function: 'task-undo',
    command: commands.restoreTask,
    body: emptyBody,
    status: 200,
    answers: task,
    data: onTask,
  },
  change('complete', commands.completeTask),
  change('reopen', commands.reopenTask),
  {
    method: 'GET',
    path: '/tasks/{id}/history',
    summary: 'What happened to a task, newest first',
    function: 'task-query',
    ask: 'read-history',
    query: queries.readHistory.omit({ taskId: true }),
    answers: queries.historyPage,
    arguments: ({ params, query }) => ({ taskId: params.id, ...query }),
  },
  {
    method: 'GET',
    path: '/notifications',
    summary: 'The notification inbox, newest first',
    function: 'task-query',
    ask: 'list-notifications',
    query: queries.listNotifications,
    answers: queries.notificationPage,
    arguments: ask,
  },
  {
    method: 'POST',
    path: '/notifications/{id}/read',
    summary: 'Mark a notification as read',
    function: 'notification-update',
    command: commands.updateNotification,
    body: emptyBody,
    status: 200,
    answers: queries.notification,
    data: ({ params }) => ({ notificationId: params.id, read: true }),
  },
  preview(
    '/recurrence/preview',
    'preview-recurrence',
    'The next occurrences of a rule',
    recurrencePreview,
    recurrencePreviewAnswer,
  ),
  preview(
    '/reminders/preview',
    'preview-reminders',
    'When reminders fire',
    remindersPreview,
    remindersPreviewAnswer,
  ),
  preview('/quick-add/parse', 'parse-quick-add', 'What a line of words means', quickAddParse, quickAddAnswer),
];
