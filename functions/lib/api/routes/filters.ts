import * as filters from '@zerodo/domain/filter';
import { removed } from '@zerodo/domain/settings';
import type { Parts, Route } from '../route.ts';

const onFilter = ({ params, version }: Parts) => ({
  filterId: params.id,
  ...(version !== undefined && { version }),
});

export const filterRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/filters',
    summary: 'Your filters: questions about tasks that have a name',
    function: 'task-query',
    ask: 'list-filters',
    answers: filters.filterList,
    arguments: () => ({}),
  },
  {
    method: 'POST',
    path: '/filters',
    summary: 'Keep a question about tasks under a name',
    function: 'settings-update',
    command: filters.createFilter,
    body: filters.createFilter.data,
    status: 201,
    answers: filters.filter,
    data: ({ body }) => body,
  },
  {
    method: 'PATCH',
    path: '/filters/{id}',
    summary: 'Change a filter (JSON merge patch; query is replaced as a whole)',
    function: 'settings-update',
    command: filters.updateFilter,
    body: filters.updateFilter.data.shape.changes,
    status: 200,
    answers: filters.filter,
    data: (parts) => ({ ...onFilter(parts), changes: parts.body }),
  },
  {
    method: 'DELETE',
    path: '/filters/{id}',
    summary: 'Delete a filter; the tasks stay',
    function: 'settings-update',
    command: filters.deleteFilter,
    status: 200,
    answers: removed,
    data: onFilter,
  },
];
