'use client';
import dynamic from 'next/dynamic';
import { Suspense } from 'react';
import { FlowSkeleton } from '../flow/flow-skeleton.tsx';
import { TaskListSkeleton } from '../tasks/task-list-skeleton.tsx';
import { Filled } from './filled.tsx';
import type { FirstPaint } from './first-paint.ts';
import { useWorkspace } from './workspace-context.ts';

// Each a script of its own: who looks at today loads today.
const views = {
  today: dynamic(() => import('../views/today-view.tsx')),
  inbox: dynamic(() => import('../views/inbox-view.tsx')),
  upcoming: dynamic(() => import('../views/upcoming-view.tsx')),
  calendar: dynamic(() => import('../views/calendar-view.tsx'), { ssr: false }),
  project: dynamic(() => import('../views/project-view.tsx')),
  label: dynamic(() => import('../views/label-view.tsx')),
  filter: dynamic(() => import('../views/filter-view.tsx')),
  search: dynamic(() => import('../views/search-view.tsx')),
  completed: dynamic(() => import('../views/completed-view.tsx')),
  recurring: dynamic(() => import('../views/recurring-view.tsx')),
  statistics: dynamic(() => import('../views/statistics-view.tsx'), { ssr: false }),
  flow: dynamic(() => import('../views/flow-view.tsx'), { ssr: false, loading: FlowSkeleton }),
  observe: dynamic(() => import('../views/observe-view.tsx'), { ssr: false, loading: FlowSkeleton }),
  notifications: dynamic(() => import('../views/notifications-view.tsx')),
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
