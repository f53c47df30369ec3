'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Task } from '@zerodo/domain/task';
import { toasts } from '@/components/ui/toasts.ts';
import { now } from '@/lib/clock.ts';
import { momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { inboxOf, projectList, projectNamed } from '../projects/project-queries.ts';
import { dueHere } from '../tasks/due.ts';
import { isShown } from '../tasks/show-task.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { takeBackRefused } from '../waiting/refused-changes.ts';
import { masked } from './ignored.ts';
import { expected, type Line, needsMeaning } from './new-task.ts';
import { meaningOf } from './use-parse.ts';

/** What comes within a blink; undefined where it takes longer or fails: it is asked for again when it is sent. */
const soon = <T>(coming: Promise<T>): Promise<T | undefined> =>
  Promise.race([
    coming.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, 250, undefined)),
  ]);

type Props = { actions: TaskActions; viewer: Viewer; onShow(id: string): void };

/**
 * Makes a task of a line of words. The answer is false when it was refused; `giveBack` then puts the words
 * back where they were typed, and says whether there was room for them.
 */
export function useCreation({ actions, viewer, onShow }: Props) {
  const client = useQueryClient();
  const words = useWords();

  /** A task that is made but not in this view would seem to be lost. */
  const sayWhere = (task: Task) => {
    if (isShown(client, task.id)) return;
    const projects = client.getQueryData(projectList.queryKey);
    const project = projects?.items.find(({ id }) => id === task.projectId);
    const due = dueHere(task, viewer.zone);
    const where = due
      ? momentInWords(due, wallClock(viewer.now, viewer.zone).date, words)
      : project && !project.isInbox
        ? project.name
        : words.frame.views.inbox;
    const toast = toasts.add({
      title: words.tasks.added(where),
      description: task.title,
      timeout: 6000,
      actionProps: {
        children: words.tasks.show,
        onClick: () => {
          toasts.close(toast);
          onShow(task.id);
        },
      },
    });
  };

  /** `meaning` where it is known already; `quiet` where somebody else says what was made. */
  return async (
    line: Line,
    meaning: QuickAdd | undefined,
    { quiet = false, giveBack = () => true }: { quiet?: boolean; giveBack?(): boolean } = {},
  ): Promise<boolean> => {
    const id = newId();
    const projects = client.getQueryData(projectList.queryKey);
    const known = { id, projectNamed: (name: string) => projectNamed(projects, name)?.id };
    const understand = async (): Promise<QuickAdd> => {
      const asked = masked(line.text, line.ignored).text;
      return (await client.fetchQuery(meaningOf(asked, viewer.zone))).parsed;
    };
    // A moment's wait shows the task at once where it belongs, and not first where the place would put it.
    const parsed = meaning ?? (needsMeaning(line) ? await soon(understand()) : undefined);
    const made = await actions.create(
      expected(line, parsed, {
        ...known,
        // Exact, so that lines written in one minute stay in their order.
        viewer: { ...viewer, now: now() },
        inbox: inboxOf(projects)?.id,
      }),
      { ...line, zone: viewer.zone, at: now(), ...(parsed && { meaning: parsed }) },
    );
    if (!made && giveBack()) takeBackRefused(id);
    if (made && !quiet) sayWhere(made);
    return made !== undefined;
  };
}
