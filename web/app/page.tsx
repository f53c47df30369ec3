import type { NotificationPage, TaskPage } from '@zerodo/domain/queries';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { Providers } from '@/components/providers.tsx';
import { inboxPath } from '@/features/notifications/notification-queries.ts';
import { listPath } from '@/features/tasks/task-queries.ts';
import { Workspace } from '@/features/workspace/workspace.tsx';
import { zoneOf } from '@/lib/assumed-zone.ts';
import { read } from '@/lib/server-api.ts';
import { whoIsHere } from '@/lib/session.ts';

const orNull = <T,>(reading: Promise<T>): Promise<T | null> => reading.catch(() => null);

export default async function Page() {
  const person = await whoIsHere();
  if (!person) redirect('/sign-in');

  // Not awaited: the frame goes out at once, and the list follows when the functions have answered.
  const first = Promise.all([
    orNull(read<TaskPage>(listPath('open'))),
    orNull(read<TaskPage>(listPath('completed'))),
    orNull(read<NotificationPage>(inboxPath)),
  ]).then(([open, completed, notifications]) => ({ open, completed, notifications }));

  const assumed = { now: Date.now(), zone: zoneOf(await cookies()) };
  return (
    <Providers>
      <Workspace person={person} assumed={assumed} first={first} />
    </Providers>
  );
}
