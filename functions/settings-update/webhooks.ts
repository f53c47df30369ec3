import { checkVersion } from '@zerodo/domain/changes';
import type { Webhook } from '@zerodo/domain/webhook';
import * as commands from '@zerodo/domain/webhook-commands';
import { defineCommand } from '@zerodo/runtime/command';
import {
  addWebhook,
  checkMember,
  deleteWebhook,
  lockWebhook,
  rotateSecret,
  saveWebhook,
} from '@zerodo/store/webhooks';
import { checkTarget } from './target.ts';
import { changeOverMs, newSecret, sealed, withSecret } from './webhook-secret.ts';
import webhookTest from './webhook-test.ts';

const create = defineCommand({
  name: 'settings-update',
  accepts: commands.createWebhook,

  async handle({ data }, context) {
    const { tx, newId, userId } = context;
    const { url, types = [...commands.webhookTypes], projectId = null, description = '' } = data;
    checkTarget(url, context);
    if (projectId) await checkMember(tx, projectId, userId);
    const at = context.now().toISOString();
    const webhook: Webhook = {
      id: newId(),
      url,
      description,
      types: [...new Set(types)],
      projectId,
      enabled: true,
      disabledReason: null,
      disabledAt: null,
      lastSuccessAt: null,
      failingSince: null,
      failures: 0,
      version: 1,
      createdAt: at,
      updatedAt: at,
    };
    const secret = newSecret();
    await addWebhook(tx, webhook, sealed(secret, webhook.id, context), userId);
    return { created: true, ...withSecret(webhook, secret) };
  },
});

const update = defineCommand({
  name: 'settings-update',
  accepts: commands.updateWebhook,

  async handle({ data: { webhookId, version, changes } }, context) {
    const { tx, now, userId } = context;
    const before = await lockWebhook(tx, webhookId, userId);
    checkVersion(before, version);
    if (changes.url !== undefined) checkTarget(changes.url, context);
    if (changes.projectId) await checkMember(tx, changes.projectId, userId);
    const { enabled, types, url, description, projectId } = changes;
    const webhook: Webhook = {
      ...before,
      url: url ?? before.url,
      description: description ?? before.description,
      projectId: projectId === undefined ? before.projectId : projectId,
      ...(types !== undefined && { types: [...new Set(types ?? commands.webhookTypes)] }),
      ...(enabled !== undefined && switched(before, enabled, now())),
      version: before.version + 1,
      updatedAt: now().toISOString(),
    };
    await saveWebhook(tx, webhook);
    return { answer: webhook, events: [] };
  },
});

/** Switched on again, it begins without what was held against it. */
const switched = (before: Webhook, enabled: boolean, now: Date): Partial<Webhook> =>
  enabled
    ? { enabled, disabledAt: null, disabledReason: null, failures: 0, failingSince: null }
    : { enabled, disabledAt: before.disabledAt ?? now.toISOString() };

const remove = defineCommand({
  name: 'settings-update',
  accepts: commands.deleteWebhook,

  async handle({ data: { webhookId: id, version } }, { tx, userId }) {
    checkVersion(await lockWebhook(tx, id, userId), version);
    await deleteWebhook(tx, id);
    return { answer: { id, deleted: true as const }, events: [] };
  },
});

const rotate = defineCommand({
  name: 'settings-update',
  accepts: commands.rotateWebhook,

  async handle({ data: { webhookId, version } }, context) {
    const { tx, now, userId } = context;
    const before = await lockWebhook(tx, webhookId, userId);
    checkVersion(before, version);
    const at = now();
    const webhook: Webhook = { ...before, version: before.version + 1, updatedAt: at.toISOString() };
    const secret = newSecret();
    await rotateSecret(
      tx,
      webhookId,
      sealed(secret, webhookId, context),
      new Date(at.getTime() + changeOverMs),
    );
    await saveWebhook(tx, webhook);
    return withSecret(webhook, secret);
  },
});

export const webhookCommands = [create, update, remove, rotate, webhookTest];
