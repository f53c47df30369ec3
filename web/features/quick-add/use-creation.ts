'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { QuickAdd } from '@zerodo/domain/preview-schemas';
import type { Task } from '@zerodo/domain/task';
import { toasts } from '@/components/ui/toasts.ts';
import { momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { newId } from '@/lib/new-id.ts';
import { useWords } from '@/words/use-words.ts';
import { inboxOf, projectList, projectNamed } from '../projects/project-queries.ts';
import { rowButton } from '../shortcuts/row-focus.ts';
import { dueHere } from '../tasks/due.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { masked } from './ignored.ts';
import { creation, expected, type Line, needsMeaning } from './new-task.ts';
import { meaningOf } from './use-parse.ts';

type Props = { actions: TaskActions; viewer: Viewer; onShow(id: string): void };

/** Makes a task of a line of words. The answer is false when it was refused, so that the words come back. */
export function useCreation({ actions, viewer, onShow }: Props) {
  const client = useQueryClient();
  const words = useWords();

  /** A task that is made but not in this view would seem to be lost. */
  const sayWhere = (task: Task) => {
    if (rowButton(task.id)) return;
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

  /** `meaning` where it is known already. */
  return async (line: Line, meaning: QuickAdd | undefined): Promise<boolean> => {
    const id = newId();
    const projects = client.getQueryData(projectList.queryKey);
    const known = { id, projectNamed: (name: string) => projectNamed(projects, name)?.id };
    const understand = async (): Promise<QuickAdd> => {
      const asked = masked(line.text, line.ignored).text;
      return (await client.fetchQuery(meaningOf(asked, viewer.zone))).parsed;
    };
    const made = await actions.create(
      expected(line, meaning, { ...known, viewer, inbox: inboxOf(projects)?.id }),
      async () => {
        const parsed = meaning ?? (needsMeaning(line) ? await understand() : undefined);
        return creation(line, parsed, { ...known, zone: viewer.zone });
      },
    );
    if (made) sayWhere(made);
    return made !== undefined;
  };
}
