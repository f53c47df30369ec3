'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { allNotifications } from '../notifications/notification-queries.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { shareStream } from './share.ts';

/** Keeps what the page shows fresh, and tells whether it is: undefined until the first connection. */
export function useLive(personId: string): boolean | undefined {
  const client = useQueryClient();
  const [live, setLive] = useState<boolean>();

  useEffect(
    () =>
      shareStream(personId, (heard) => {
        if (heard.kind === 'state') {
          setLive(heard.live);
          return;
        }
        const aboutTasks = heard.kind === 'reset' || !heard.type.startsWith('dev.zerodo.notification.');
        const aboutNotifications = heard.kind === 'reset' || !heard.type.startsWith('dev.zerodo.task.');
        if (aboutTasks) void refreshTasks(client);
        // Reminders show in a task too, with when they were sent.
        if (aboutNotifications) {
          void client.invalidateQueries({ queryKey: allNotifications });
          void refreshTasks(client);
        }
      }),
    [client, personId],
  );

  return live;
}
