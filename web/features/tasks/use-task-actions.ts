'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Reminder } from '@zerodo/domain/reminder';
import type { Task } from '@zerodo/domain/task';
import { useMemo } from 'react';
import { toasts } from '@/components/ui/toasts.ts';
import { inWords } from '@/lib/api.ts';
import { changeTask, type TaskChange } from './change-task.ts';
import { knownTask } from './task-queries.ts';

/** What the panel may change of a task, as `PATCH /tasks/{id}` takes it. */
export type TaskEdit = Partial<Pick<Task, 'title' | 'notes' | 'priority' | 'labels'>> & {
  due?: Task['due'];
  reminders?: Reminder[];
  recurrence?: { rrules: string[]; mode: 'schedule' | 'completion' } | null;
};

/** Says what was done, with a way back for a while. */
function offerUndo(title: string, task: Task, undo: () => void): string {
  const toast = toasts.add({
    title,
    description: task.title,
    timeout: 8000,
    actionProps: {
      children: 'Undo',
      onClick: () => {
        toasts.close(toast);
        undo();
      },
    },
  });
  return toast;
}

/** Changes of a task, each with its words: what can be undone says so, what failed says why. */
export function useTaskActions() {
  const client = useQueryClient();

  return useMemo(() => {
    const change = async (title: string, asked: TaskChange): Promise<Task | null> => {
      try {
        return await changeTask(client, asked);
      } catch (error) {
        toasts.add({ title, description: inWords(error), type: 'error', timeout: 12_000, priority: 'high' });
        return null;
      }
    };

    const reopen = (task: Task) =>
      change('Not reopened', {
        id: task.id,
        before: task,
        after: { ...task, status: 'open', completedAt: null },
        method: 'POST',
        path: `/tasks/${task.id}/reopen`,
      });

    const restore = (task: Task) =>
      change('Not restored', {
        id: task.id,
        before: null,
        after: task,
        method: 'POST',
        path: `/tasks/${task.id}/restore`,
      });

    const undo = (id: string) => {
      const done = knownTask(client, id);
      if (done?.status === 'completed') void reopen(done);
    };

    // One at a time: the key `u` and the eye both mean the last one.
    let lastDone: string | undefined;

    const complete = (task: Task) => {
      if (lastDone) toasts.close(lastDone);
      const toast = offerUndo('Done', task, () => undo(task.id));
      lastDone = toast;
      const sent = change('Not completed', {
        id: task.id,
        before: task,
        after: { ...task, status: 'completed', completedAt: new Date().toISOString() },
        method: 'POST',
        path: `/tasks/${task.id}/complete`,
      });
      return sent.then((answer) => {
        if (!answer) toasts.close(toast);
        return answer;
      });
    };

    return {
      complete,
      reopen,
      undo,
      toggle: (task: Task) => (task.status === 'open' ? complete(task) : reopen(task)),

      edit: (task: Task, { reminders, recurrence, ...fields }: TaskEdit) =>
        change('Not saved', {
          id: task.id,
          before: task,
          after: { ...task, ...fields, ...(recurrence === null && { recurrence }) },
          method: 'PATCH',
          path: `/tasks/${task.id}`,
          body: {
            ...fields,
            ...(reminders && { reminders }),
            ...(recurrence !== undefined && { recurrence }),
          },
        }),

      remove: async (task: Task) => {
        const removed = await change('Not deleted', {
          id: task.id,
          before: task,
          after: null,
          method: 'DELETE',
          path: `/tasks/${task.id}`,
        });
        if (removed) offerUndo('Deleted', task, () => void restore(task));
        return removed;
      },

      create: (task: Task, body: object) =>
        change('Not added', { id: task.id, before: null, after: task, method: 'POST', path: '/tasks', body }),
    };
  }, [client]);
}

export type TaskActions = ReturnType<typeof useTaskActions>;
