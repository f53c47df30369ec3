import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Providers } from '@/components/providers.tsx';
import { filterList, filtersPath } from '@/features/filters/filter-queries.ts';
import { labelList, labelsPath } from '@/features/labels/label-queries.ts';
import { isSidebarShut } from '@/features/navigation/sidebar-cookie.ts';
import { inbox, inboxPath } from '@/features/notifications/notification-queries.ts';
import { projectList, projectsPath } from '@/features/projects/project-queries.ts';
import { counts, countsPath } from '@/features/tasks/count-queries.ts';
import { Workspace } from '@/features/workspace/workspace.tsx';
import { zoneOf } from '@/lib/assumed-zone.ts';
import { askedPath, signInFor } from '@/lib/come-back.ts';
import { config } from '@/lib/config.ts';
import { reading } from '@/lib/first-paint.ts';
import { whoIsHere } from '@/lib/session.ts';

export default async function Layout({ children }: { children: ReactNode }) {
  const person = await whoIsHere();
  if (!person) redirect(signInFor((await headers()).get(askedPath)));

  const told = await cookies();
  const zone = zoneOf(told);
  // Not awaited: the frame goes out at once, and what stands in it follows when the functions have answered.
  const first = Promise.all([
    reading(inbox.queryKey, inboxPath),
    reading(projectList.queryKey, projectsPath),
    reading(labelList.queryKey, labelsPath),
    reading(filterList.queryKey, filtersPath),
    reading(counts(zone).queryKey, countsPath(zone)),
  ]).then((found) => found.flat());

  return (
    <Providers person={person} measured={config().OTEL_EXPORTER_OTLP_ENDPOINT !== undefined}>
      <Workspace
        person={person}
        assumed={{ now: Date.now(), zone }}
        sidebarShut={isSidebarShut(told)}
        first={first}
      >
        {children}
      </Workspace>
    </Providers>
  );
}
