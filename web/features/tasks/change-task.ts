import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { call, mayPass, pause } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { labelList } from '../labels/label-queries.ts';
import { refreshAfterChange, refreshTasks } from './refresh.ts';
import { showTask } from './show-task.ts';
import { everyTask, historyOf, knownTask } from './task-queries.ts';

export type TaskChange = {
  id: string;
  /** What to show again when it is refused; null when there was no such task. */
  before: Task | null;
  /** What to show at once; null when the task goes. */
  after: Task | null;
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  /** Made when it is sent, where that needs an answer first. */
  body?: object | (() => Promise<object>);
  /** Where the answer is no task: the task is read after it. */
  thenRead?: true;
};

const attempts = 4;

/**
 * The one way in which the page changes a task: shown at once, sent with the version last seen and a
 * key that makes it safe to send again, taken back when refused. Changes of one task go out one
 * after another; offline they wait for the network.
 *
 * @throws Refused when a rule says no; TypeError when nothing answered
 */
export function changeTask(client: QueryClient, change: TaskChange): Promise<Task> {
  const { id, before, after, method, path, body, thenRead } = change;
  const key = newId();
  const scope = { id: `task ${id}` };

  const mutation = client.getMutationCache().build<Task, Error, void, unknown>(client, {
    scope,
    retry: (failures, error) => failures < attempts && mayPass(error),
    retryDelay: pause,
    onMutate: async () => {
      await client.cancelQueries({ queryKey: everyTask });
      showTask(client, id, after);
    },
    mutationFn: async () => {
      const seen = before && knownTask(client, id)?.version;
      const sent = typeof body === 'function' ? await body() : body;
      if (thenRead) {
        await call(method, path, { key, ...(sent && { body: sent }) });
        return call<Task>('GET', `/tasks/${id}`);
      }
      return call<Task>(method, path, { key, ...(sent && { body: sent }), ...(seen && { version: seen }) });
    },
    onSuccess: (answer) => {
      const now = knownTask(client, id);
      // Later changes are shown already; of this answer they need the version only.
      const last = waitingOn(client, scope.id) === 1;
      if (after) showTask(client, id, last || !now ? answer : { ...now, version: answer.version });
      // A label is there as soon as a task has it.
      const labels = client.getQueryData(labelList.queryKey)?.items;
      if (labels && !answer.labels.every((label) => labels.some(({ name }) => name === label)))
        void client.invalidateQueries({ queryKey: labelList.queryKey });
    },
    onError: () => {
      showTask(client, id, before);
      void refreshTasks(client);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: historyOf(id).queryKey });
      refreshAfterChange(client);
    },
  });
  return mutation.execute();
}

const waitingOn = (client: QueryClient, scope: string): number =>
  client
    .getMutationCache()
    .findAll({ status: 'pending' })
    .filter(({ options }) => options.scope?.id === scope).length;
