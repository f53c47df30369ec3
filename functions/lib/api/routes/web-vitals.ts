import { webVitals } from '@zerodo/domain/web-vitals';
import * as z from 'zod';
import type { Route } from '../route.ts';

/** Answered by the gateway itself: what a page measures wakes no function. */
export const webVitalRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/web-vitals',
    summary: 'Say how a page of the web application felt; it becomes metrics, and nothing is kept of it',
    function: 'api-gateway',
    ask: 'note-web-vitals',
    body: webVitals,
    answers: z.strictObject({}),
    arguments: ({ body }) => body,
  },
];
