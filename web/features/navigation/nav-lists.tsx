'use client';
import { useQuery } from '@tanstack/react-query';
import { Archive, Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '@/words/use-words.ts';
import { FilterMark } from '../filters/filter-mark.tsx';
import { filterList } from '../filters/filter-queries.ts';
import { LabelMark } from '../labels/label-mark.tsx';
import { labelList } from '../labels/label-queries.ts';
import { ProjectMark } from '../projects/project-mark.tsx';
import { projectList } from '../projects/project-queries.ts';
import { counts } from '../tasks/count-queries.ts';
import { openWindow } from '../workspace/windows.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { NavItem } from './nav-item.tsx';
import { type Place, pathTo } from './place.ts';
import { useViewLinks } from './view-links.tsx';

type Props = { place: Place; zone: string; onGo?: () => void };

/** Where one can go: the views, the projects, the labels. */
export function NavLists({ place, zone, onGo }: Props) {
  const { frame } = useWords();
  const links = useViewLinks(zone);
  const { operator } = useWorkspace();
  const { data: projects } = useQuery(projectList);
  const { data: labels } = useQuery(labelList);
  const { data: filters } = useQuery(filterList);
  // Counted with the tasks, so that they follow each change.
  const { data: counted } = useQuery(counts(zone));
  const openIn = (project: string, known: number) =>
    counted ? (counted.byProject.find(({ projectId }) => projectId === project)?.open ?? 0) : known;
  const openWith = (name: string, known: number) =>
    counted ? (counted.byLabel.find(({ label }) => label === name)?.open ?? 0) : known;
  const own = projects?.items.filter(({ isInbox, archivedAt }) => !isInbox && !archivedAt) ?? [];
  const away = projects?.items.some(({ archivedAt }) => archivedAt);
  const order = [
    links.search,
    links.today,
    links.inbox,
    links.upcoming,
    links.calendar,
    links.recurring,
    links.completed,
    links.statistics,
    ...(operator ? [links.flow, links.observe] : []),
  ];
  return (
    <nav aria-label={frame.navigation} className="flex flex-col gap-6">
      <ul className="flex flex-col gap-px">
        {order.map(({ view, href, label, icon: Icon, count }) => (
          <NavItem
            key={view}
            href={href}
            label={label}
            mark={<Icon aria-hidden className="size-[1.125rem]" />}
            current={place.view === view}
            count={count}
            onGo={onGo}
          />
        ))}
      </ul>
      {projects && (
        <NavGroup
          title={frame.projects}
          add={frame.newProject}
          onAdd={() => {
            onGo?.();
            openWindow({ kind: 'project', project: null });
          }}
        >
          {own.map(({ id, name, color, openTasks }) => (
            <NavItem
              key={id}
              href={pathTo.project(id)}
              label={name}
              mark={<ProjectMark color={color} className="size-2.5" />}
              current={place.view === 'project' && place.id === id}
              count={openIn(id, openTasks)}
              onGo={onGo}
            />
          ))}
          {away && (
            <li>
              <button
                type="button"
                onClick={() => {
                  onGo?.();
                  openWindow({ kind: 'archive' });
                }}
                className="flex h-9 w-full items-center gap-3 rounded-lg px-2.5 text-sm text-muted hover:bg-sunken hover:text-ink pointer-coarse:h-11"
              >
                <Archive aria-hidden className="mx-0.5 size-4 shrink-0" />
                <span className="truncate">{frame.archivedProjects}</span>
              </button>
            </li>
          )}
        </NavGroup>
      )}
      {filters && (
        <NavGroup
          title={frame.filters}
          add={frame.newFilter}
          onAdd={() => {
            onGo?.();
            openWindow({ kind: 'filter', filter: null, asked: { status: 'open' } });
          }}
        >
          {filters.items.map(({ id, name, color }) => (
            <NavItem
              key={id}
              href={pathTo.filter(id)}
              label={name}
              mark={<FilterMark color={color} className="size-4" />}
              current={place.view === 'filter' && place.id === id}
              onGo={onGo}
            />
          ))}
        </NavGroup>
      )}
      {labels && labels.items.length > 0 && (
        <NavGroup title={frame.labels}>
          {labels.items.map(({ name, color, openTasks }) => (
            <NavItem
              key={name}
              href={pathTo.label(name)}
              label={name}
              mark={<LabelMark color={color} className="size-4" />}
              current={place.view === 'label' && place.name === name}
              count={openWith(name, openTasks)}
              onGo={onGo}
            />
          ))}
        </NavGroup>
      )}
    </nav>
  );
}

/** `add` names the button that makes another one. */
type GroupProps = { title: string; add?: string; onAdd?(): void; children: ReactNode };

function NavGroup({ title, add, onAdd, children }: GroupProps) {
  const id = useId();
  return (
    // No landmark: a task's panel has fields of the same names.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
    <div role="group" aria-labelledby={id}>
      <div className="mb-1 flex min-h-8 items-center justify-between pr-0.5 pl-2.5">
        <h2 id={id} className="text-xs font-semibold text-muted">
          {title}
        </h2>
        {add && (
          <button
            type="button"
            aria-label={add}
            onClick={onAdd}
            className="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-10"
          >
            <Plus aria-hidden className="size-4" />
          </button>
        )}
      </div>
      <ul className="flex flex-col gap-px">{children}</ul>
    </div>
  );
}
