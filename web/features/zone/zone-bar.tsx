'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '@zerodo/domain/settings';
import { Globe } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { toasts } from '@/components/ui/toasts.ts';
import { call, inWords, mayPass, pause } from '@/lib/api.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { Bar } from '../arrival/bar.tsx';
import { useArrivalWords } from '../arrival/use-arrival-words.ts';
import { ownPreferences, preferencesPath } from '../settings/preferences/preference-queries.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { declineZone } from './zone-answers.ts';
import { cityOf } from './zone-question.ts';

/** `account` is the zone that the person has, `zone` the one that the browser is in. */
type Props = { account: string; zone: string; personId: string };

/** Asks somebody who has travelled whether the account comes along. */
export function ZoneBar({ account, zone, personId }: Props) {
  const words = useWords();
  const { zone: said } = useArrivalWords();
  const client = useQueryClient();
  const city = cityOf(zone);
  const change = useMutation({
    retry: (failures, error: Error) => failures < 3 && mayPass(error),
    retryDelay: pause,
    mutationFn: ({ to, key }: { to: string; key: string }) =>
      call<Settings>('PATCH', preferencesPath, { body: { timezone: to }, key }),
    onSuccess: (now) => {
      client.setQueryData(ownPreferences.queryKey, now);
      void refreshTasks(client);
    },
    onError: (error) =>
      toasts.add({ title: said.failed, description: inWords(error, words), type: 'error', timeout: 12_000 }),
  });
  const send = (to: string) => change.mutateAsync({ to, key: newId() });

  const accept = () =>
    void send(zone).then(
      () => {
        const toast = toasts.add({
          title: said.done(city),
          timeout: 8000,
          actionProps: {
            children: words.frame.undo,
            onClick: () => {
              toasts.close(toast);
              // Who takes it back has answered, for now.
              declineZone(personId, zone, 'next-visit');
              send(account).catch(() => undefined);
            },
          },
        });
      },
      // The message has been given above.
      () => undefined,
    );

  return (
    <Bar icon={Globe} label={said.label} title={said.question(city)} hint={said.means(city)}>
      <Button variant="primary" size="small" disabled={change.isPending} onClick={accept}>
        {said.yes}
      </Button>
      <Button variant="outline" size="small" onClick={() => declineZone(personId, zone, 'next-visit')}>
        {said.later}
      </Button>
      <Button size="small" onClick={() => declineZone(personId, zone, 'ever')}>
        {said.never}
      </Button>
    </Bar>
  );
}
