import * as settings from '@zerodo/domain/settings';
import * as commands from '@zerodo/domain/settings-commands';
import type { Route } from '../route.ts';
import { webhookRoutes } from './webhooks.ts';

const question = (path: string, ask: string, summary: string, answers: Route['answers']): Route => ({
  method: 'GET',
  path,
  summary,
  function: 'task-query',
  ask,
  answers,
  arguments: () => ({}),
});

export const settingsRoutes: readonly Route[] = [
  question('/preferences', 'read-preferences', 'What a person has chosen, and who it is', settings.settings),
  {
    method: 'PATCH',
    path: '/preferences',
    summary: 'Change preferences and the time zone (JSON merge patch)',
    function: 'settings-update',
    command: commands.updatePreferences,
    body: commands.updatePreferences.data.shape.changes,
    status: 200,
    answers: settings.settings,
    data: ({ body, version }) => ({ changes: body, ...(version !== undefined && { version }) }),
  },
  ...webhookRoutes,
  question(
    '/push-subscriptions',
    'list-push-subscriptions',
    'The browsers that are notified',
    settings.pushSubscriptionList,
  ),
  question(
    '/push-subscriptions/key',
    'read-push-key',
    'The key that a browser subscribes with',
    settings.pushKey,
  ),
  {
    method: 'POST',
    path: '/push-subscriptions',
    summary: 'Notify a browser; the same address again is the same subscription',
    function: 'settings-update',
    command: commands.addPushSubscription,
    body: commands.addPushSubscription.data,
    status: 201,
    answers: settings.pushSubscription,
    data: ({ body }) => body,
  },
  {
    method: 'DELETE',
    path: '/push-subscriptions/{id}',
    summary: 'Stop notifying a browser',
    function: 'settings-update',
    command: commands.deletePushSubscription,
    status: 200,
    answers: settings.removed,
    data: ({ params }) => ({ subscriptionId: params.id }),
  },
  {
    method: 'DELETE',
    path: '/account',
    summary: 'Erase all that is the person’s alone, and leave every shared project',
    function: 'settings-update',
    command: commands.deleteAccount,
    body: commands.deleteAccount.data,
    scope: 'account',
    timeout: 55_000,
    status: 200,
    answers: settings.deletedAccount,
    data: ({ body }) => body,
  },
];
