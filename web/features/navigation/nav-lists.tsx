'use client';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '@/words/use-words.ts';
import { labelList } from '../labels/label-queries.ts';
import { ProjectMark } from '../projects/project-mark.tsx';
import { projectList } from '../projects/project-queries.ts';
import { NavItem } from './nav-item.tsx';
import { type Place, pathTo } from './place.ts';
import { useViewLinks } from './view-links.tsx';

type Props = { place: Place; zone: string; onGo?: () => void };

/** Where one can go: the views, the projects, the labels. */
export function NavLists({ place, zone, onGo }: Props) {
  const { frame } = useWords();
  const links = useViewLinks(zone);
  const { data: projects } = useQuery(projectList);
  const { data: labels } = useQuery(labelList);
  const own = projects?.items.filter(({ isInbox, archivedAt }) => !isInbox && !archivedAt) ?? [];
  const order = [
    links.search,
    links.today,
    links.inbox,
    links.upcoming,
    links.calendar,
    links.recurring,
    links.completed,
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
      {own.length > 0 && (
        <NavGroup title={frame.projects}>
          {own.map(({ id, name, color, openTasks }) => (
            <NavItem
              key={id}
              href={pathTo.project(id)}
              label={name}
              mark={<ProjectMark color={color} className="size-2.5" />}
              current={place.view === 'project' && place.id === id}
              count={openTasks}
              onGo={onGo}
            />
          ))}
        </NavGroup>
      )}
      {labels && labels.items.length > 0 && (
        <NavGroup title={frame.labels}>
          {labels.items.map(({ name, openTasks }) => (
            <NavItem
              key={name}
              href={pathTo.label(name)}
              label={name}
              mark={<Tag aria-hidden className="size-4 text-tag" />}
              current={place.view === 'label' && place.name === name}
              count={openTasks}
              onGo={onGo}
            />
          ))}
        </NavGroup>
      )}
    </nav>
  );
}

function NavGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    // No landmark: a task's panel has fields of the same names.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
    <div role="group" aria-labelledby={id}>
      <h2 id={id} className="mb-1 px-2.5 text-xs font-semibold text-muted">
        {title}
      </h2>
      <ul className="flex flex-col gap-px">{children}</ul>
    </div>
  );
}
