import * as z from 'zod';
import { type EventType, typesOf } from './events.ts';
import { limits } from './limits.ts';
import { text } from './text.ts';

/** What a webhook may be told: everything that happens to tasks, series and projects, and what was notified. How a person looks at tasks is nobody else's affair. */
export const webhookTypes: readonly EventType[] = [
  ...typesOf(['task-events']).filter((type) => !type.startsWith('dev.zerodo.filter.')),
  'dev.zerodo.notification.sent.v1',
];

const types = z
  .array(z.enum(webhookTypes as [EventType, ...EventType[]]))
  .min(1)
  .max(webhookTypes.length);

const fields = {
  url: text.min(1).max(limits.webhookUrl),
  types,
  /** Only what happens in this project. */
  projectId: z.uuid().nullable(),
  description: text.max(limits.webhookDescription),
};

export const createWebhook = {
  type: 'dev.zerodo.command.create-webhook.v1',
  data: z.strictObject({
    url: fields.url,
    types: types.optional(),
    projectId: fields.projectId.optional(),
    description: fields.description.optional(),
  }),
} as const;

/** `version`, where given, is the version that the caller saw (If-Match). */
const target = { webhookId: z.uuid(), version: z.int().optional() };

/** `enabled: true` switches on again what was switched off. */
export const updateWebhook = {
  type: 'dev.zerodo.command.update-webhook.v1',
  data: z.strictObject({
    ...target,
    changes: z.strictObject({ ...fields, types: types.nullable(), enabled: z.boolean() }).partial(),
  }),
} as const;

export const deleteWebhook = {
  type: 'dev.zerodo.command.delete-webhook.v1',
  data: z.strictObject(target),
} as const;

export const rotateWebhook = {
  type: 'dev.zerodo.command.rotate-webhook.v1',
  data: z.strictObject(target),
} as const;

export const testWebhook = {
  type: 'dev.zerodo.command.test-webhook.v1',
  data: z.strictObject({ webhookId: z.uuid() }),
} as const;
