import * as stats from '@zerodo/domain/stats';
import type { Route } from '../route.ts';

export const statsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/stats',
    summary: 'What you made and did, by day, project and weekday',
    function: 'task-query',
    ask: 'read-stats',
    query: stats.readStats,
    answers: stats.stats,
    arguments: ({ query }) => query,
  },
  {
    method: 'GET',
    path: '/counts',
    summary:
      'How much is open: inbox, today, overdue, upcoming, each project and label, and unread notifications',
    function: 'task-query',
    ask: 'read-counts',
    query: stats.readCounts,
    answers: stats.counted,
    arguments: ({ query }) => query,
  },
];
