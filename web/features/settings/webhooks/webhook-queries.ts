import { queryOptions } from '@tanstack/react-query';
import type { Webhook, WebhookDelivery, WebhookWithSecret } from '@zerodo/domain/webhook';
import { call } from '../../../lib/api.ts';
import { newId } from '../../../lib/new-id.ts';

export const webhooksPath = '/webhooks';

export const webhooks = queryOptions({
  queryKey: ['webhooks'] as const,
  queryFn: ({ signal }) => call<{ items: Webhook[] }>('GET', webhooksPath, { signal }),
});

export const deliveriesOf = (id: string) =>
  queryOptions({
    queryKey: ['webhook-deliveries', id] as const,
    queryFn: ({ signal }) =>
      call<{ items: WebhookDelivery[] }>('GET', `/webhooks/${id}/deliveries`, { signal }),
  });

/** What a person writes down of one; without types it is told everything. */
export type WebhookFields = {
  url: string;
  description: string;
  projectId: string | null;
  types: string[] | null;
};

export const makeWebhook = ({ types, projectId, ...fields }: WebhookFields) =>
  call<WebhookWithSecret>('POST', webhooksPath, {
    body: { ...fields, ...(types && { types }), ...(projectId && { projectId }) },
    key: newId(),
  });

type Change = { id: string; version: number; body: Partial<WebhookFields & { enabled: boolean }> };

export const changeWebhook = ({ id, version, body }: Change) =>
  call<Webhook>('PATCH', `/webhooks/${id}`, { body, version, key: newId() });

export const deleteWebhook = (id: string) => call('DELETE', `/webhooks/${id}`, { key: newId() });

export const rotateWebhook = (id: string) =>
  call<WebhookWithSecret>('POST', `/webhooks/${id}/rotate`, { key: newId() });

export const testWebhook = (id: string) =>
  call<WebhookDelivery>('POST', `/webhooks/${id}/test`, { key: newId() });
