/**
 * What a person decides about Zerodo: preferences, filters, webhooks, the browsers that are notified, and
 * whether the account is to stay.
 *
 * in   dev.zerodo.command.update-preferences.v1, .create-webhook.v1, .update-webhook.v1, .delete-webhook.v1,
 *      .rotate-webhook.v1, .test-webhook.v1, .add-push-subscription.v1, .delete-push-subscription.v1,
 *      .create-filter.v1, .update-filter.v1, .delete-filter.v1, .delete-account.v1
 * out  dev.zerodo.task.updated.v1 and dev.zerodo.series.updated.v1 where the zone moves what is floating,
 *      dev.zerodo.webhook.tested.v1, .webhook.planned.v1, dev.zerodo.project.updated.v1 where somebody goes,
 *      dev.zerodo.filter.created.v1, .filter.updated.v1, .filter.deleted.v1
 */
import account from './account.ts';
import { filterCommands } from './filters.ts';
import preferences from './preferences.ts';
import { pushCommands } from './push-subscriptions.ts';
import { webhookCommands } from './webhooks.ts';

export default [preferences, ...filterCommands, ...webhookCommands, ...pushCommands, account];
