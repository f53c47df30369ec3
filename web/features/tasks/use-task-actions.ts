'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { SeriesChanges } from '@zerodo/domain/series-commands';
import type { Task } from '@zerodo/domain/task';
import { useMemo } from 'react';
import { tellFailure } from '@/components/ui/tell-failure.ts';
import { type SecondAction, toasts } from '@/components/ui/toasts.ts';
import { useWords } from '@/words/use-words.ts';
import type { Words } from '@/words/words.ts';
import type { WrittenLine } from '../quick-add/line-body.ts';
import { templateEdit } from '../series/template-edit.ts';
import { refusedChanges } from '../waiting/refused-changes.ts';
import { openWindow } from '../workspace/windows.ts';
import { changeTask, type TaskChange } from './change-task.ts';
import { offerUndo } from './last-change.ts';
import { changes, type TaskEdit } from './task-edit.ts';
import { knownTask } from './task-queries.ts';

type Failure = keyof Words['tasks']['failed'];

/** Changes of tasks, each with its words: what can be undone says so, what failed says why. */
export function useTaskActions() {
  const client = useQueryClient();
  const words = useWords();

  return useMemo(() => {
    const { tasks: said, frame } = words;

    const fail = (failure: Failure, error: unknown, asked: TaskChange[]) => {
      // The words of a new task go back to where they were typed; of others what was typed is kept there.
      const typed =
        failure !== 'create' && refusedChanges().some(({ id }) => asked.some((change) => change.id === id));
      const toast = tellFailure(said.failed[failure], error, words, {
        ...(typed && {
          actionProps: {
            children: words.waiting.see,
            onClick: () => {
              toasts.close(toast);
              openWindow({ kind: 'refused' });
            },
          },
        }),
      });
    };

    /** The tasks that were changed; of the others one message says why not. */
    const send = async (failure: Failure, asked: TaskChange[]): Promise<Task[]> => {
      const results = await Promise.allSettled(asked.map((change) => changeTask(client, change)));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) fail(failure, failed.reason, asked);
      return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    };

    const about = (tasks: Task[]): string =>
      tasks.length === 1 ? (tasks[0]?.title ?? '') : said.count(tasks.length);

    /** Shows and sends at once; the message with its way back goes again when nothing was changed. */
    const change = async (
      tasks: Task[],
      title: string,
      failure: Failure,
      there: (task: Task) => TaskChange,
      back: (task: Task) => TaskChange,
      also?: SecondAction,
    ): Promise<Task[]> => {
      if (tasks.length === 0) return [];
      const { undo, undone } = frame;
      const message = { title, description: about(tasks), undo, undone, ...(also && { also }) };
      const forget = offerUndo(message, () => void send('undo', tasks.map(back)));
      const changed = await send(failure, tasks.map(there));
      if (changed.length === 0) forget();
      return changed;
    };

    const latest = (task: Task): Task => knownTask(client, task.id) ?? task;

    const complete = (...tasks: Task[]) =>
      change(tasks, said.done, 'complete', changes.complete, (task) => changes.reopen(latest(task)));

    const reopen = (...tasks: Task[]) =>
      change(tasks, said.reopened, 'reopen', changes.reopen, (task) => changes.complete(latest(task)));

    /** Of one occurrence: the same for all that follow, asked in passing. */
    const forFollowing = (tasks: Task[], of: (task: Task) => TaskEdit): SecondAction | undefined => {
      const [task, ...others] = tasks;
      const template = task?.recurrence && others.length === 0 ? templateEdit(of(task), task.due) : null;
      if (!task?.recurrence || !template) return undefined;
      const { seriesId } = task.recurrence;
      return {
        label: said.applyFollowing,
        run: () => {
          void send('edit', [changes.series(latest(task), seriesId, template, 'following')]).then(
            ([changed]) => {
              if (changed) toasts.add({ title: said.appliedFollowing, timeout: 5000 });
            },
          );
        },
      };
    };

    return {
      complete,
      reopen,
      toggle: (task: Task) => (task.status === 'open' ? complete(task) : reopen(task)),

      /** `edit` may depend on the task; `title` says what it did. */
      edit: (tasks: Task[], edit: TaskEdit | ((task: Task) => TaskEdit), title: string = said.changed) => {
        const of = (task: Task) => (typeof edit === 'function' ? edit(task) : edit);
        return change(
          tasks,
          title,
          'edit',
          (task) => changes.edit(task, of(task)),
          (task) => changes.undoEdit(latest(task), of(task), task),
          forFollowing(tasks, of),
        );
      },

      /** A changed rule for this occurrence and what follows, or for all of its series. */
      editSeries: async (task: Task, edit: SeriesChanges, scope: 'following' | 'all') => {
        const { recurrence } = task;
        if (!recurrence) return;
        const [changed] = await send('edit', [
          changes.series(latest(task), recurrence.seriesId, edit, scope),
        ]);
        if (changed) toasts.add({ title: said.changed, description: task.title, timeout: 5000 });
      },

      remove: (...tasks: Task[]) =>
        change(tasks, said.deleted, 'remove', changes.remove, (task) => changes.restore(task)),

      /** To the next slot of its series. */
      skip: (task: Task) =>
        change([task], said.skipped, 'skip', changes.skip, (now) => changes.undo(latest(now))),

      /** Takes one line of the history back. */
      undoLine: (task: Task, eventId: string) => send('undo', [changes.undo(task, eventId)]),

      create: async (task: Task, line: WrittenLine): Promise<Task | undefined> => {
        const [made] = await send('create', [
          { id: task.id, before: null, after: task, method: 'POST', path: '/tasks', line },
        ]);
        return made;
      },
    };
  }, [client, words]);
}

export type TaskActions = ReturnType<typeof useTaskActions>;
