import {
  calendarFeed,
  exportFormat,
  exportTasks,
  importAnswer,
  importQuery,
  importTasks,
} from '@zerodo/domain/import';
import { limits } from '@zerodo/domain/limits';
import * as z from 'zod';
import type { Route } from '../route.ts';

export const dataRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/export',
    summary: 'Everything you own as a file: JSON without loss, CSV, or iCalendar',
    function: 'task-query',
    ask: 'export-tasks',
    query: z.strictObject({ format: exportFormat.optional() }),
    answers: z.string(),
    produces: ['application/json', 'text/csv', 'text/calendar'],
    arguments: ({ query }) => exportTasks.parse(query),
  },
  {
    method: 'POST',
    path: '/import',
    summary: 'Import a file: JSON, CSV, iCalendar, or an export of Todoist (CSV) or Vikunja (JSON)',
    function: 'task-import',
    command: importTasks,
    query: importQuery,
    accepts: ['application/json', 'text/csv', 'text/calendar', 'text/plain'],
    bodyLimit: limits.importBytes,
    status: 200,
    answers: importAnswer,
    timeout: 55_000,
    data: ({ query: { partial, ...query }, text = '' }) => ({
      ...query,
      ...(partial !== undefined && { partial: partial === 'true' }),
      content: text,
    }),
  },
  {
    method: 'GET',
    path: '/calendar.ics',
    summary:
      'What is open and due, for a calendar program: its address holds an API token with the scope calendar',
    function: 'task-query',
    ask: 'calendar-feed',
    scope: 'calendar',
    tokenIn: 'token',
    query: z.strictObject({
      token: z.string().max(500).optional(),
      components: calendarFeed.shape.components.unwrap().optional(),
    }),
    answers: z.string(),
    produces: ['text/calendar'],
    arguments: ({ query: { token: _token, ...query } }) => calendarFeed.parse(query),
  },
];
