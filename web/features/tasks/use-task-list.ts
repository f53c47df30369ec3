'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { useMemo } from 'react';
import { tasksIn } from './task-cache.ts';
import { listOf } from './task-queries.ts';
import type { TaskQuestion } from './task-question.ts';

/** A list as far as it was read. */
export type TaskList = {
  tasks: Task[];
  /** Whether anything was read yet. */
  known: boolean;
  error: Error | null;
  retry(): void;
  hasMore: boolean;
  readsMore: boolean;
  readMore(): void;
};

/**
 * Null asks nothing, while it is not known yet what to ask. `keep` shows the answer to the question
 * before until the next one is there.
 */
export function useTaskList(question: TaskQuestion | null, { keep = false } = {}): TaskList {
  const query = useInfiniteQuery({
    ...listOf(question ?? {}),
    enabled: question !== null,
    ...(keep && { placeholderData: keepPreviousData }),
  });
  const { data, error, failureReason, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const tasks = useMemo(() => tasksIn(data), [data]);
  return {
    tasks,
    known: data !== undefined,
    error: error ?? (data ? null : failureReason),
    retry: () => void refetch(),
    hasMore: hasNextPage,
    readsMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  };
}
