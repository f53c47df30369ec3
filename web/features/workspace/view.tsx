'use client';
import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { ahead } from '@/lib/ahead.ts';
import { FlowSkeleton } from '../flow/flow-skeleton.tsx';
import { TaskListSkeleton } from '../tasks/task-list-skeleton.tsx';
import { Filled } from './filled.tsx';
import type { FirstPaint } from './first-paint.ts';
import { useWorkspace } from './workspace-context.ts';

// Each a script of its own: who looks at today loads today.
const views = {
  today: dynamic(ahead(() => import('../views/today-view.tsx'))),
  inbox: dynamic(ahead(() => import('../views/inbox-view.tsx'))),
  upcoming: dynamic(ahead(() => import('../views/upcoming-view.tsx'))),
  calendar: dynamic(
    ahead(() => import('../views/calendar-view.tsx')),
    { ssr: false },
  ),
  project: dynamic(ahead(() => import('../views/project-view.tsx'))),
  label: dynamic(ahead(() => import('../views/label-view.tsx'))),
  filter: dynamic(ahead(() => import('../views/filter-view.tsx'))),
  search: dynamic(ahead(() => import('../views/search-view.tsx'))),
  completed: dynamic(ahead(() => import('../views/completed-view.tsx'))),
  recurring: dynamic(ahead(() => import('../views/recurring-view.tsx'))),
  statistics: dynamic(
    ahead(() => import('../views/statistics-view.tsx')),
    { ssr: false },
  ),
  flow: dynamic(() => import('../views/flow-view.tsx'), { ssr: false, loading: FlowSkeleton }),
  observe: dynamic(() => import('../views/observe-view.tsx'), { ssr: false, loading: FlowSkeleton }),
  notifications: dynamic(ahead(() => import('../views/notifications-view.tsx'))),
};

/**
 * The view that the address names. A page of the server comes once, with what it has read; from then
 * on the address changes below the same page (features/navigation/go.ts).
 */
export function View({ first }: { first: Promise<FirstPaint> }) {
  const { place } = useWorkspace();
  const Shown = views[place.view];
  const key = 'id' in place ? place.id : 'name' in place ? place.name : place.view;
  return (
    <Suspense fallback={<TaskListSkeleton />}>
      <Filled first={first}>
        <Shown key={key} />
      </Filled>
    </Suspense>
  );
}
