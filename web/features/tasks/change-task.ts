import type { QueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { mayPass, pause, Refused } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { whosePage } from '../../lib/whose-page.ts';
import { labelList } from '../labels/label-queries.ts';
import type { WrittenLine } from '../quick-add/line-body.ts';
import { Conflict } from '../waiting/conflict.ts';
import { keepRefused } from '../waiting/refused-changes.ts';
import { sendChange } from '../waiting/send-change.ts';
import { thisTab } from '../waiting/this-tab.ts';
import { answered, begin } from '../waiting/under-way.ts';
import { laidOver, type WaitingChange } from '../waiting/waiting-change.ts';
import { refreshAfterChange, refreshTasks } from './refresh.ts';
import { showTask } from './show-task.ts';
import { everyTaskKnown, historyOf, knownTask } from './task-queries.ts';

/** Plain data, so that it can wait in the browser's storage. */
export type TaskChange = {
  id: string;
  /** What to show again when it is refused; null when there was no such task. */
  before: Task | null;
  /** What to show at once; null when the task goes. */
  after: Task | null;
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  /** The words that the body is made of when it is sent. */
  line?: WrittenLine;
  /** Where the answer is no task: the task is read after it. */
  thenRead?: true;
};

/** Of an answer that says that something is broken there. */
const attempts = 4;

/**
 * The one way in which the page changes a task: shown at once, sent with the version last seen and a
 * key that makes it safe to send again, taken back when refused. Changes of one task go out one
 * after another. What is not answered is kept in the browser and tried again, by this tab or a later one.
 *
 * @throws Refused when a rule says no
 */
export function changeTask(client: QueryClient, change: TaskChange): Promise<Task> {
  const version = (change.before && knownTask(client, change.id)?.version) || null;
  const made = { key: newId(), at: Date.now(), version, person: whosePage() ?? '', tab: thisTab };
  return changeWaiting(client, { ...change, ...made });
}

/** Shows and sends a change that was made, perhaps in a tab that is gone. */
export function changeWaiting(client: QueryClient, change: WaitingChange): Promise<Task> {
  const { id, before } = change;
  const scope = { id: scopeOf(id) };
  begin(change);

  const mutation = client.getMutationCache().build<Task, Error, void, unknown>(client, {
    scope,
    retry: (failures, error) =>
      mayPass(error) || (error instanceof Refused && error.status >= 500 && failures < attempts),
    retryDelay: pause,
    onMutate: async () => {
      // What is read for the first time comes later, with the change laid over it; stopped, it would be missing until the answer.
      await client.cancelQueries(everyTaskKnown);
      showTask(client, id, laidOver(change, knownTask(client, id)));
    },
    mutationFn: () => sendChange(client, change),
    onSuccess: (answer) => {
      answered(change, answer.version);
      const now = knownTask(client, id);
      // Later changes are shown already; of this answer they need the version only.
      const last = waitingOn(client, scope.id) === 1;
      if (change.after) showTask(client, id, last || !now ? answer : { ...now, version: answer.version });
      // A label is there as soon as a task has it.
      const labels = client.getQueryData(labelList.queryKey)?.items;
      if (labels && !answer.labels.every((label) => labels.some(({ name }) => name === label)))
        void client.invalidateQueries({ queryKey: labelList.queryKey });
    },
    onError: (error) => {
      if (error instanceof Refused) keepRefused(change, error);
      showTask(client, id, error instanceof Conflict ? error.theirs : before);
      void refreshTasks(client);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: historyOf(id).queryKey });
      refreshAfterChange(client);
    },
  });
  return mutation.execute();
}

/** Changes of one task go out one after another. */
export const scopeOf = (id: string): string => `task ${id}`;

const waitingOn = (client: QueryClient, scope: string): number =>
  client
    .getMutationCache()
    .findAll({ status: 'pending' })
    .filter(({ options }) => options.scope?.id === scope).length;
