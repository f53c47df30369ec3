import * as commands from '@zerodo/domain/commands';
import * as queries from '@zerodo/domain/queries';
import { task } from '@zerodo/domain/task';
import type * as z from 'zod';
import { emptyBody, onTask, type Route } from '../route.ts';

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

export const taskRoutes: readonly Route[] = [
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
    arguments: ({ query }) => query,
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
];
