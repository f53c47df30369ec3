import * as commands from '@zerodo/domain/commands';
import * as queries from '@zerodo/domain/queries';
import { emptyBody, type Route } from '../route.ts';

export const notificationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/notifications',
    summary: 'The notification inbox, newest first',
    function: 'task-query',
    ask: 'list-notifications',
    query: queries.listNotifications,
    answers: queries.notificationPage,
    arguments: ({ query }) => query,
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
];
