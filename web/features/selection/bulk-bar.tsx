'use client';
import { Menu } from '@base-ui/react/menu';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Calendar, Check, Flag, FolderClosed, type LucideIcon, Tag, Trash2, X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { menuItem, PopupMenu } from '@/components/ui/popup-menu.tsx';
import { useSelectionWords } from '@/words/use-selection-words.ts';
import { useWords } from '@/words/use-words.ts';
import { labelList } from '../labels/label-queries.ts';
import { ProjectMark } from '../projects/project-mark.tsx';
import { projectList } from '../projects/project-queries.ts';
import { passFocusOn, rowButton } from '../shortcuts/row-focus.ts';
import { onDay } from '../tasks/due.ts';
import { knownTask } from '../tasks/task-queries.ts';
import type { BulkMenu } from '../workspace/use-workspace-keys.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { DayChoices } from './day-choices.tsx';
import { clearSelection, selectionAnchor, useSelectedIds } from './selection.ts';

type Props = { menu: BulkMenu | null; besideSidebar: boolean; onMenu(menu: BulkMenu | null): void };

const button =
  'inline-flex h-10 min-w-10 items-center justify-center gap-2 rounded-lg px-2.5 text-sm font-medium hover:bg-sunken data-popup-open:bg-sunken';

/** What can be done to all that is selected; one Undo takes all of it back. */
export default function BulkBar({ menu, besideSidebar, onMenu }: Props) {
  const words = useWords();
  const bulk = useSelectionWords();
  const { actions, viewer } = useWorkspace();
  const client = useQueryClient();
  const ids = useSelectedIds();
  const { data: projects } = useQuery({ ...projectList, enabled: menu === 'project' });
  const { data: labels } = useQuery({ ...labelList, enabled: menu === 'labels' });
  const [row, setRow] = useState<string | null>(null);
  const bar = useRef<HTMLElement>(null);
  const last = selectionAnchor();
  if (last !== null && last !== row) setRow(last);

  const tasks = (): Task[] => [...ids].flatMap((id) => knownTask(client, id) ?? []);
  const done = (change: (tasks: Task[]) => Promise<unknown>) => {
    const meant = tasks();
    for (const { id } of meant) passFocusOn(id);
    void change(meant);
    clearSelection();
    onMenu(null);
  };
  const toDay = (date: string | null, title: string) =>
    done((all) =>
      actions.edit(all, (task) => ({ due: date === null ? null : onDay(task, date, viewer) }), title),
    );

  if (ids.size === 0) return null;
  const choices = (name: BulkMenu, label: string, icon: LucideIcon, children: ReactNode) => (
    <Choices
      container={bar}
      label={label}
      icon={icon}
      open={menu === name}
      onOpenChange={(open) => onMenu(open ? name : null)}
      finalFocus={() => (row ? rowButton(row) : null)}
    >
      {children}
    </Choices>
  );

  return (
    <section
      ref={bar}
      aria-label={bulk.label}
      className={clsx(
        'fixed inset-x-2 bottom-[calc(4rem+env(safe-area-inset-bottom))] z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] animate-appear items-center gap-0.5 rounded-2xl border border-line bg-surface p-1.5 shadow-raised md:bottom-5',
        // In the middle of the list, not of the window.
        besideSidebar && 'lg:left-64',
      )}
    >
      <p role="status" className="px-2 text-sm font-medium whitespace-nowrap tabular-nums">
        <span className="max-sm:hidden">{bulk.count(ids.size)}</span>
        <span className="sm:hidden" aria-hidden>
          {ids.size}
        </span>
      </p>
      <button
        type="button"
        aria-label={bulk.complete}
        onClick={() => done((all) => actions.complete(...all.filter(({ status }) => status === 'open')))}
        className={button}
      >
        <Check aria-hidden className="size-[1.125rem] text-accent" />
      </button>
      {choices('day', bulk.day, Calendar, <DayChoices viewer={viewer} onDay={toDay} />)}
      {choices(
        'priority',
        bulk.priority,
        Flag,
        words.tasks.priorities.map((name, index) => (
          <Menu.Item
            key={name}
            className={menuItem}
            onClick={() => done((all) => actions.edit(all, { priority: index + 1 }))}
          >
            {name}
          </Menu.Item>
        )),
      )}
      {choices(
        'labels',
        bulk.labels,
        Tag,
        labels && labels.items.length > 0 ? (
          labels.items.map(({ name }) => (
            <Menu.Item
              key={name}
              className={menuItem}
              onClick={() =>
                done((all) =>
                  actions.edit(
                    all.filter((task) => !task.labels.includes(name)),
                    (task) => ({ labels: [...task.labels, name] }),
                  ),
                )
              }
            >
              <span className="truncate">{name}</span>
            </Menu.Item>
          ))
        ) : (
          <Menu.Item disabled className={menuItem}>
            {bulk.noLabels}
          </Menu.Item>
        ),
      )}
      {choices(
        'project',
        bulk.project,
        FolderClosed,
        projects?.items
          .filter(({ role, archivedAt }) => role !== 'viewer' && !archivedAt)
          .map(({ id, name, color, isInbox }) => {
            const named = isInbox ? words.frame.views.inbox : name;
            return (
              <Menu.Item
                key={id}
                className={menuItem}
                onClick={() =>
                  done((all) => actions.edit(all, { projectId: id, section: null }, words.tasks.moved(named)))
                }
              >
                <ProjectMark color={color} className="size-2.5" />
                <span className="truncate">{named}</span>
              </Menu.Item>
            );
          }),
      )}
      <button
        type="button"
        aria-label={bulk.remove}
        onClick={() => done((all) => actions.remove(...all))}
        className={clsx(button, 'text-danger hover:bg-danger-soft')}
      >
        <Trash2 aria-hidden className="size-[1.125rem]" />
      </button>
      <Button
        size="icon"
        aria-label={bulk.clear}
        onClick={() => {
          clearSelection();
          if (row) rowButton(row)?.focus();
        }}
      >
        <X aria-hidden className="size-[1.125rem]" />
      </Button>
    </section>
  );
}

type ChoicesProps = {
  container: RefObject<HTMLElement | null>;
  label: string;
  icon: LucideIcon;
  open: boolean;
  onOpenChange(open: boolean): void;
  finalFocus(): HTMLElement | null;
  children: ReactNode;
};

function Choices({ label, icon: Icon, ...menu }: ChoicesProps) {
  return (
    <PopupMenu
      label={label}
      triggerLabel={label}
      triggerClass={button}
      trigger={<Icon aria-hidden className="size-[1.125rem] text-muted" />}
      {...menu}
    />
  );
}
