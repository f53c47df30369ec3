'use client';
import { useIsMutating } from '@tanstack/react-query';
import { scopeOf } from './change-task.ts';

/** Whether a change of a task is on its way: what the server would say of the task is old, or that there is none yet. */
export const useIsUnderWay = (id: string): boolean =>
  useIsMutating({ predicate: ({ options }) => options.scope?.id === scopeOf(id) }) > 0;
