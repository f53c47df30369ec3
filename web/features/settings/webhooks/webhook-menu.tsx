'use client';
import { Menu } from '@base-ui/react/menu';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@zerodo/domain/webhook';
import { Ellipsis } from 'lucide-react';
import { useRef, useState } from 'react';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { Confirm } from '../parts/confirm.tsx';
import { useSettingsWords } from '../words/settings-words.ts';
import { deleteWebhook, rotateWebhook, webhooks } from './webhook-queries.ts';
import { WebhookWindow } from './webhook-window.tsx';

type Props = { webhook: Webhook; types: readonly string[]; onSecret(secret: string | null): void };

/** What is done to a webhook now and then. */
export function WebhookMenu({ webhook, types, onSecret }: Props) {
  const { frame, webhooks: words } = useSettingsWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [window, setWindow] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const close = () => setWindow(null);
  const onSettled = () => client.invalidateQueries({ queryKey: webhooks.queryKey });
  const rotate = useMutation({
    mutationFn: () => rotateWebhook(webhook.id),
    gcTime: 0,
    onSuccess: ({ secret }) => {
      close();
      onSecret(secret);
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => deleteWebhook(webhook.id),
    onSuccess: () => {
      close();
      toasts.add({ title: words.removed });
    },
    onSettled,
  });
  return (
    <div ref={holder}>
      <PopupMenu
        container={holder}
        label={words.actions(webhook.url)}
        open={open}
        onOpenChange={setOpen}
        trigger={<Ellipsis aria-hidden className="size-5" />}
        triggerLabel={words.actions(webhook.url)}
        triggerClass="grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
      >
        <Menu.Item className={menuItem} onClick={() => setWindow('edit')}>
          {frame.edit}
        </Menu.Item>
        <Menu.Item
          className={menuItem}
          onClick={() => {
            rotate.reset();
            setWindow('rotate');
          }}
        >
          {words.rotate}
        </Menu.Item>
        <Menu.Item
          className={`${menuItem} text-danger`}
          onClick={() => {
            remove.reset();
            setWindow('remove');
          }}
        >
          {frame.remove}
        </Menu.Item>
      </PopupMenu>
      {window === 'edit' && <WebhookWindow webhook={webhook} types={types} onClose={close} />}
      <Confirm
        open={window === 'rotate'}
        onClose={close}
        title={words.rotateTitle}
        words={words.rotateWords}
        action={words.rotate}
        variant="primary"
        change={rotate}
        onConfirm={() => rotate.mutate()}
      />
      <Confirm
        open={window === 'remove'}
        onClose={close}
        title={words.removeTitle}
        words={words.removeWords}
        action={frame.remove}
        change={remove}
        onConfirm={() => remove.mutate()}
      />
    </div>
  );
}
