'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@zerodo/domain/webhook';
import { clsx } from 'clsx';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { agoInWords, inSentence, momentInWords, wallClock } from '@/lib/local-time.ts';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../../projects/project-queries.ts';
import { ChangeProblem } from '../parts/change-problem.tsx';
import { useSettingsPlace } from '../settings-context.ts';
import { useSettingsWords } from '../words/settings-words.ts';
import { DeliveryList } from './delivery-list.tsx';
import { typeInWords } from './type-words.ts';
import { WebhookMenu } from './webhook-menu.tsx';
import { changeWebhook, deliveriesOf, testWebhook, webhooks } from './webhook-queries.ts';

type Props = { webhook: Webhook; types: readonly string[]; onSecret(secret: string | null): void };

/** One webhook: where to, what of, how it does, and what became of its messages. */
export function WebhookCard({ webhook, types, onSecret }: Props) {
  const { webhooks: words } = useSettingsWords();
  const page = useWords();
  const { viewer } = useSettingsPlace();
  const client = useQueryClient();
  const { data: projects } = useQuery(projectList);
  const [shows, setShows] = useState(false);
  const { id, url, version, enabled, disabledReason, disabledAt, failingSince, failures, lastSuccessAt } =
    webhook;
  const ago = (instant: string) => agoInWords(instant, viewer, page);
  const moment = (instant: string) =>
    inSentence(
      momentInWords(wallClock(instant, viewer.zone), wallClock(viewer.now, viewer.zone).date, page),
      page,
    );

  const turn = useMutation({
    mutationFn: (on: boolean) => changeWebhook({ id, version, body: { enabled: on } }),
    onSettled: () => client.invalidateQueries({ queryKey: webhooks.queryKey }),
  });
  const test = useMutation({
    mutationFn: () => testWebhook(id),
    onSuccess: () => {
      toasts.add({ title: words.tested });
      setShows(true);
      return client.invalidateQueries({ queryKey: deliveriesOf(id).queryKey });
    },
  });
  const project = webhook.projectId && projects?.items.find((one) => one.id === webhook.projectId);
  const told =
    webhook.types.length >= types.length
      ? words.everything
      : webhook.types.map((type) => typeInWords(type, words)).join(', ');
  const state = !enabled ? 'off' : failingSince ? 'failing' : 'on';

  return (
    <li className="border-t border-line py-4 first:border-t-0 first:pt-1">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 text-sm">
          <p className="font-medium [overflow-wrap:anywhere]">{webhook.description || url}</p>
          {webhook.description && <p className="text-muted [overflow-wrap:anywhere]">{url}</p>}
          <p className="mt-1 text-muted">
            {told}
            {project && ` · ${project.name}`}
          </p>
        </div>
        <Switch
          checked={turn.isPending ? turn.variables : enabled}
          onChange={turn.mutate}
          label={words.enabledOf(url)}
        />
        <WebhookMenu webhook={webhook} types={types} onSecret={onSecret} />
      </div>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-sm text-muted [overflow-wrap:anywhere]">
        <span
          className={clsx(
            'rounded-full px-2 py-0.5 text-xs font-medium',
            state === 'on' && 'bg-accent-soft text-accent',
            state === 'off' && 'bg-sunken text-muted',
            state === 'failing' && 'bg-bell-soft text-bell',
          )}
        >
          {words.state[state]}
        </span>
        {lastSuccessAt ? words.lastSuccess(ago(lastSuccessAt)) : words.nothingYet}
      </p>
      {enabled && failingSince && (
        <p className="mt-1 text-sm text-danger">{words.failing(moment(failingSince), failures)}</p>
      )}
      {!enabled && disabledReason && (
        <p className="mt-1 text-sm text-danger [overflow-wrap:anywhere]">
          {words.switchedOff(disabledAt ? ago(disabledAt) : '', disabledReason)}
        </p>
      )}
      <div className="mt-2.5 flex flex-wrap gap-2">
        {enabled ? (
          <Button variant="outline" size="small" disabled={test.isPending} onClick={() => test.mutate()}>
            {words.test}
          </Button>
        ) : (
          <Button variant="outline" size="small" disabled={turn.isPending} onClick={() => turn.mutate(true)}>
            {words.switchOn}
          </Button>
        )}
        <Button size="small" aria-expanded={shows} onClick={() => setShows(!shows)}>
          {words.deliveries}
        </Button>
      </div>
      <ChangeProblem error={turn.error ?? test.error} />
      {shows && <DeliveryList webhook={webhook} />}
    </li>
  );
}
