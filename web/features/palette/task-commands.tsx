'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { Calendar, Check, Eye, Flag, FolderClosed, SkipForward, Tag, Trash2, Undo2 } from 'lucide-react';
import { addDays, dateInWords, nextMonday, wallClock } from '@/lib/local-time.ts';
import { usePaletteWords } from '@/words/use-palette-words.ts';
import { useSelectionWords } from '@/words/use-selection-words.ts';
import { useShortcutWords } from '@/words/use-shortcut-words.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { select } from '../selection/selection.ts';
import { onDay } from '../tasks/due.ts';
import { knownTask } from '../tasks/task-queries.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { Command, Lent } from './commands.tsx';

const icon = 'size-4';

/** What can be done to the tasks that were selected, or to the one that had the focus. */
export function useTaskCommands(about: readonly string[], { onMenu }: Lent): [Task[], Command[]] {
  const client = useQueryClient();
  const words = useWords();
  const paletteSaid = usePaletteWords();
  const taskSaid = useTaskWords();
  const bulk = useSelectionWords();
  const shortcutsSaid = useShortcutWords();
  const { viewer, actions, openTask } = useWorkspace();
  const tasks = about.flatMap((id) => knownTask(client, id) ?? []);
  const [first] = tasks;
  if (!first) return [[], []];

  const { date: today } = wallClock(viewer.now, viewer.zone);
  const group = 'task' as const;
  const isOpen = tasks.some(({ status }) => status === 'open');
  const menu = (name: 'day' | 'labels' | 'project') => () => {
    select(about, about[0] ?? null);
    onMenu(name);
  };
  const days = [
    { id: 'today', date: today, label: words.dates.today },
    { id: 'tomorrow', date: addDays(today, 1), label: words.dates.tomorrow },
    { id: 'next-week', date: nextMonday(today), label: words.dates.nextWeek },
  ];
  const toDay = (date: string | null, label: string) => () =>
    void actions.edit(
      tasks,
      (task) => ({ due: date === null ? null : onDay(task, date, viewer) }),
      words.tasks.moved(label),
    );

  const commands: Command[] = [
    ...(tasks.length === 1
      ? [
          {
            id: 'open',
            group,
            label: paletteSaid.openTask,
            keys: ['Enter'],
            mark: <Eye aria-hidden className={icon} />,
            run: () => openTask(first.id),
          },
        ]
      : []),
    {
      id: 'complete',
      group,
      label: isOpen ? bulk.complete : taskSaid.reopenThis,
      keys: ['e'],
      mark: isOpen ? <Check aria-hidden className={icon} /> : <Undo2 aria-hidden className={icon} />,
      run: () =>
        void (isOpen
          ? actions.complete(...tasks.filter(({ status }) => status === 'open'))
          : actions.reopen(...tasks)),
    },
    ...days.map(({ id, date, label }) => ({
      id,
      group,
      label: paletteSaid.moveTo(label),
      hint: dateInWords(date, today, words) === label ? '' : dateInWords(date, today, words),
      mark: <Calendar aria-hidden className={icon} />,
      run: toDay(date, label),
    })),
    {
      id: 'no-date',
      group,
      label: paletteSaid.moveTo(words.dates.noDate),
      mark: <Calendar aria-hidden className={icon} />,
      run: toDay(null, words.dates.noDate),
    },
    ...words.tasks.priorities.map((name, index) => ({
      id: `priority-${index + 1}`,
      group,
      label: `${bulk.priority}: ${name}`,
      keys: [String(index + 1)],
      mark: <Flag aria-hidden className={icon} />,
      run: () => void actions.edit(tasks, { priority: index + 1 }),
    })),
    {
      id: 'project',
      group,
      label: `${shortcutsSaid.does.project}…`,
      keys: ['p'],
      mark: <FolderClosed aria-hidden className={icon} />,
      run: menu('project'),
    },
    {
      id: 'labels',
      group,
      label: `${shortcutsSaid.does.label}…`,
      keys: ['l'],
      mark: <Tag aria-hidden className={icon} />,
      run: menu('labels'),
    },
    ...(tasks.length === 1 && first.recurrence && isOpen
      ? [
          {
            id: 'skip',
            group,
            label: taskSaid.skip,
            mark: <SkipForward aria-hidden className={icon} />,
            run: () => void actions.skip(first),
          },
        ]
      : []),
    {
      id: 'remove',
      group,
      label: bulk.remove,
      keys: ['Del'],
      mark: <Trash2 aria-hidden className={icon} />,
      run: () => void actions.remove(...tasks),
    },
  ];
  return [tasks, commands];
}
