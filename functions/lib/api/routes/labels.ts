import * as labels from '@zerodo/domain/label';
import type { Route } from '../route.ts';

export const labelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/labels',
    summary: 'Your labels: those on tasks of your projects, and those that you keep',
    function: 'task-query',
    ask: 'list-labels',
    answers: labels.labelPage,
    arguments: () => ({}),
  },
  {
    method: 'POST',
    path: '/labels',
    summary: 'Keep a label, with a colour and a place',
    function: 'project-update',
    command: labels.createLabel,
    body: labels.createLabel.data,
    status: 201,
    answers: labels.label,
    data: ({ body }) => body,
  },
  {
    method: 'PATCH',
    path: '/labels',
    summary: 'Rename a label on every task that you may change, or change its colour or place',
    function: 'project-update',
    command: labels.updateLabel,
    body: labels.updateLabel.data,
    status: 200,
    answers: labels.changedLabel,
    data: ({ body }) => body,
  },
  {
    method: 'DELETE',
    path: '/labels',
    summary: 'Take a label off every task that you may change',
    function: 'project-update',
    command: labels.deleteLabel,
    query: labels.deleteLabel.data,
    status: 200,
    answers: labels.changedLabel,
    data: ({ query }) => query,
  },
];
