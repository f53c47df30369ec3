import { removed } from '@zerodo/domain/settings';
import * as webhooks from '@zerodo/domain/webhook';
import * as commands from '@zerodo/domain/webhook-commands';
import { emptyBody, type Parts, type Route } from '../route.ts';

/** Which webhook, and the version that the caller saw. */
const onWebhook = ({ params, version }: Parts) => ({
  webhookId: params.id,
  ...(version !== undefined && { version }),
});

export const webhookRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/webhooks',
    summary: 'Webhooks, with what is held against those that fail',
    function: 'task-query',
    ask: 'list-webhooks',
    answers: webhooks.webhookList,
    arguments: () => ({}),
  },
  {
    method: 'POST',
    path: '/webhooks',
    summary: 'Make a webhook; its secret is shown this once',
    function: 'settings-update',
    command: commands.createWebhook,
    body: commands.createWebhook.data,
    status: 201,
    answers: webhooks.webhookWithSecret,
    data: ({ body }) => body,
  },
  {
    method: 'PATCH',
    path: '/webhooks/{id}',
    summary: 'Change a webhook, or switch it off and on (JSON merge patch)',
    function: 'settings-update',
    command: commands.updateWebhook,
    body: commands.updateWebhook.data.shape.changes,
    status: 200,
    answers: webhooks.webhook,
    data: (parts) => ({ ...onWebhook(parts), changes: parts.body }),
  },
  {
    method: 'DELETE',
    path: '/webhooks/{id}',
    summary: 'Delete a webhook',
    function: 'settings-update',
    command: commands.deleteWebhook,
    status: 200,
    answers: removed,
    data: onWebhook,
  },
  {
    method: 'POST',
    path: '/webhooks/{id}/rotate',
    summary: 'Give a webhook a new secret; the old one signs too for a day',
    function: 'settings-update',
    command: commands.rotateWebhook,
    body: emptyBody,
    status: 200,
    answers: webhooks.webhookWithSecret,
    data: onWebhook,
  },
  {
    method: 'POST',
    path: '/webhooks/{id}/test',
    summary: 'Send a webhook an event that means nothing',
    function: 'settings-update',
    command: commands.testWebhook,
    body: emptyBody,
    status: 201,
    answers: webhooks.webhookDelivery,
    data: ({ params }) => ({ webhookId: params.id }),
  },
  {
    method: 'GET',
    path: '/webhooks/{id}/deliveries',
    summary: 'What became of the latest hundred events at a webhook',
    function: 'task-query',
    ask: 'list-webhook-deliveries',
    answers: webhooks.webhookDeliveryList,
    arguments: ({ params }) => ({ webhookId: params.id }),
  },
];
