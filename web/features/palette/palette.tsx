'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Plus, Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { usePaletteWords } from '@/words/use-palette-words.ts';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../projects/project-queries.ts';
import { takeTyped } from '../shortcuts/type-ahead.ts';
import { questions } from '../tasks/task-question.ts';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { CommandLine } from './command-line.tsx';
import { aboutTasks, type Command, groups, type Lent } from './commands.tsx';
import { best } from './match.ts';
import { usePlaceCommands } from './place-commands.tsx';
import { useTaskCommands } from './task-commands.tsx';

type Props = Lent & { open: boolean; about: readonly string[]; onClose(): void };

/** Everything that the page can do, found by typing. */
export default function Palette({ open, onClose, ...props }: Props) {
  const words = usePaletteWords();
  const run = useRef<(() => void) | null>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      onOpenChangeComplete={(isOpen) => {
        // Not before the focus has gone back: what is chosen may take it elsewhere.
        if (!isOpen) run.current?.();
        run.current = null;
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-[oklch(0_0_0/0.4)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed top-[max(1rem,12dvh)] left-1/2 z-50 flex max-h-[min(32rem,76dvh)] w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-raised outline-none transition-[scale,opacity] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0">
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          {open && (
            <Commands
              {...props}
              onRun={(command) => {
                run.current = command.run;
                onClose();
              }}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type CommandsProps = Lent & { about: readonly string[]; onRun(command: Command): void };

function Commands({ about, onRun, ...lent }: CommandsProps) {
  const { tasks: said } = useWords();
  const words = usePaletteWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [tasks, onTasks] = useTaskCommands(about, lent);
  const places = usePlaceCommands(lent);
  const found = useFoundTasks(useDeferredValue(typed));
  const fresh = useNewTask(typed);

  const all = [...best([...onTasks, ...places], typed), ...found, ...fresh];
  const shown = groups.flatMap((group) => all.filter((command) => command.group === group));
  const current = shown[Math.min(at, shown.length - 1)];
  const titles = { ...words.groups, task: aboutTasks(tasks, said.count) };

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(at + 8, last),
      PageUp: Math.max(at - 8, 0),
    }[event.key];
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter' && current) onRun(current);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex shrink-0 items-center border-b border-line px-4">
        <Search aria-hidden className="size-5 shrink-0 text-muted" />
        <input
          role="combobox"
          aria-label={words.field}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={current && `${id}-${current.id}`}
          aria-autocomplete="list"
          placeholder={words.field}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onFocus={() => setTyped((text) => text + takeTyped())}
          onKeyDown={onKeyDown}
          className="h-13 min-w-0 flex-1 bg-transparent px-3 text-base outline-none placeholder:text-muted"
        />
      </div>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={words.title}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5"
      >
        {shown.length === 0 && <p className="px-3 py-6 text-center text-sm text-muted">{words.nothing}</p>}
        {groups.map((group) => {
          const inside = shown.filter((command) => command.group === group);
          return (
            inside.length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a group of options
              <div key={group} role="group" aria-label={titles[group]}>
                <p aria-hidden className="truncate px-3 pt-2.5 pb-1 text-xs font-semibold text-muted">
                  {titles[group]}
                </p>
                {inside.map((command) => (
                  <CommandLine
                    key={command.id}
                    id={`${id}-${command.id}`}
                    command={command}
                    current={command === current}
                    onPoint={() => setAt(shown.indexOf(command))}
                    onRun={() => onRun(command)}
                  />
                ))}
              </div>
            )
          );
        })}
      </div>
    </>
  );
}

/** Tasks that have what was typed in their titles or notes, as the server ranks them. */
function useFoundTasks(typed: string): Command[] {
  const client = useQueryClient();
  const { openTask } = useWorkspace();
  const asked = typed.trim();
  const { tasks } = useTaskList(asked.length > 1 ? questions.search(asked) : null, { keep: true });
  const projects = client.getQueryData(projectList.queryKey);
  if (asked.length < 2) return [];
  return tasks.slice(0, 8).map(({ id, title, projectId }) => {
    const project = projects?.items.find((one) => one.id === projectId && !one.isInbox);
    return {
      id: `task-${id}`,
      group: 'tasks',
      label: title,
      ...(project && { hint: project.name }),
      mark: <CircleCheck aria-hidden className="size-4" />,
      run: () => openTask(id),
    };
  });
}

/** What was typed may be something to do. */
function useNewTask(typed: string): Command[] {
  const words = usePaletteWords();
  const { quickAdd } = useWorkspace();
  const line = typed.trim();
  if (line === '') return [];
  return [
    {
      id: 'write',
      group: 'write',
      label: words.write(line),
      mark: <Plus aria-hidden className="size-4" />,
      run: () => quickAdd.write(line),
    },
  ];
}
