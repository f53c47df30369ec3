'use client';
import { useQuery } from '@tanstack/react-query';
import {
  Archive,
  FolderPlus,
  Keyboard,
  ListFilter,
  LogOut,
  PanelLeft,
  Plus,
  Settings,
  Undo2,
} from 'lucide-react';
import { useAccountWords } from '@/words/use-account-words.ts';
import { usePaletteWords } from '@/words/use-palette-words.ts';
import { useShortcutWords } from '@/words/use-shortcut-words.ts';
import { useWords } from '@/words/use-words.ts';
import { FilterMark } from '../filters/filter-mark.tsx';
import { filterList } from '../filters/filter-queries.ts';
import { LabelMark } from '../labels/label-mark.tsx';
import { labelList } from '../labels/label-queries.ts';
import { go } from '../navigation/go.ts';
import { pathTo } from '../navigation/place.ts';
import { useViewLinks } from '../navigation/view-links.tsx';
import { ProjectMark } from '../projects/project-mark.tsx';
import { projectList } from '../projects/project-queries.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { undoLast } from '../tasks/last-change.ts';
import { openWindow } from '../workspace/windows.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { Command, Lent } from './commands.tsx';

const icon = 'size-4';
const keysTo: Record<string, readonly string[]> = {
  today: ['g', 't'],
  inbox: ['g', 'i'],
  upcoming: ['g', 'u'],
  calendar: ['g', 'k'],
  completed: ['g', 'c'],
  recurring: ['g', 'r'],
  statistics: ['g', 's'],
  notifications: ['g', 'n'],
  search: ['/'],
};

/** Where one can go, what one can make, and what concerns the page itself. */
export function usePlaceCommands({ onShortcuts, onSidebar }: Lent): Command[] {
  const { frame } = useWords();
  const account = useAccountWords();
  const shortcuts = useShortcutWords();
  const words = usePaletteWords();
  const { viewer, quickAdd, operator } = useWorkspace();
  const signOut = useSignOut();
  const links = useViewLinks(viewer.zone);
  const { data: projects } = useQuery(projectList);
  const { data: labels } = useQuery(labelList);
  const { data: filters } = useQuery(filterList);
  const away = projects?.items.some(({ archivedAt }) => archivedAt);
  return [
    {
      id: 'add',
      group: 'create',
      label: shortcuts.does.add,
      keys: ['q'],
      mark: <Plus aria-hidden className={icon} />,
      run: () => quickAdd.focus(),
    },
    {
      id: 'new-project',
      group: 'create',
      label: frame.newProject,
      mark: <FolderPlus aria-hidden className={icon} />,
      run: () => openWindow({ kind: 'project', project: null }),
    },
    {
      id: 'new-filter',
      group: 'create',
      label: frame.newFilter,
      mark: <ListFilter aria-hidden className={icon} />,
      run: () => openWindow({ kind: 'filter', filter: null, asked: { status: 'open' } }),
    },
    ...Object.values(links)
      .filter(({ view }) => operator || (view !== 'flow' && view !== 'observe'))
      .map(
        ({ view, href, label, icon: Icon }): Command => ({
          id: `go-${view}`,
          group: 'go',
          label,
          ...(keysTo[view] && { keys: keysTo[view] }),
          mark: <Icon aria-hidden className={icon} />,
          run: () => go(href),
        }),
      ),
    {
      id: 'settings',
      group: 'go',
      label: account.settings,
      mark: <Settings aria-hidden className={icon} />,
      run: () => window.location.assign('/settings'),
    },
    ...(projects?.items ?? [])
      .filter(({ isInbox, archivedAt }) => !isInbox && !archivedAt)
      .map(
        ({ id, name, color }): Command => ({
          id: `project-${id}`,
          group: 'projects',
          label: name,
          mark: <ProjectMark color={color} className="size-2.5" />,
          run: () => go(pathTo.project(id)),
        }),
      ),
    ...(filters?.items ?? []).map(
      ({ id, name, color }): Command => ({
        id: `filter-${id}`,
        group: 'filters',
        label: name,
        mark: <FilterMark color={color} className={icon} />,
        run: () => go(pathTo.filter(id)),
      }),
    ),
    ...(labels?.items ?? []).map(
      ({ name, color }): Command => ({
        id: `label-${name}`,
        group: 'labels',
        label: name,
        mark: <LabelMark color={color} className={icon} />,
        run: () => go(pathTo.label(name)),
      }),
    ),
    {
      id: 'undo',
      group: 'more',
      label: shortcuts.does.undo,
      keys: ['u'],
      mark: <Undo2 aria-hidden className={icon} />,
      run: undoLast,
    },
    {
      id: 'sidebar',
      group: 'more',
      label: shortcuts.does.sidebar,
      keys: ['m'],
      mark: <PanelLeft aria-hidden className={icon} />,
      run: onSidebar,
    },
    {
      id: 'shortcuts',
      group: 'more',
      label: shortcuts.title,
      keys: ['?'],
      mark: <Keyboard aria-hidden className={icon} />,
      run: onShortcuts,
    },
    ...(away
      ? [
          {
            id: 'archive',
            group: 'more' as const,
            label: frame.archivedProjects,
            mark: <Archive aria-hidden className={icon} />,
            run: () => openWindow({ kind: 'archive' }),
          },
        ]
      : []),
    {
      id: 'sign-out',
      group: 'more',
      label: account.signOut,
      hint: words.account,
      mark: <LogOut aria-hidden className={icon} />,
      run: () => signOut(),
    },
  ];
}
