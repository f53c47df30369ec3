'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { filterList } from '../filters/filter-queries.ts';
import { labelList } from '../labels/label-queries.ts';
import { allNotifications } from '../notifications/notification-queries.ts';
import { projectList } from '../projects/project-queries.ts';
import { refreshTasks } from '../tasks/refresh.ts';
import { knownTask } from '../tasks/task-queries.ts';
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
        const aboutTask = heard.kind === 'nudge' && heard.type.startsWith('dev.zerodo.task.');
        if (!aboutTask) {
          for (const queryKey of [
            allNotifications,
            projectList.queryKey,
            labelList.queryKey,
            filterList.queryKey,
          ]) {
            void client.invalidateQueries({ queryKey });
          }
        }
        // Most nudges tell this tab of what it did itself. Reminders show in a task too, so they count.
        const known = aboutTask && (knownTask(client, heard.taskId)?.version ?? -1) >= heard.version;
        if (!known) void refreshTasks(client);
      }),
    [client, personId],
  );

  return live;
}
