'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ahead } from '@/lib/ahead.ts';
import type { Lent } from '../palette/commands.tsx';
import { closeWindow, useWanted, type Wanted } from './windows.ts';

const Palette = dynamic(
  ahead(() => import('../palette/palette.tsx')),
  { ssr: false },
);
const ProjectWindow = dynamic(() => import('../projects/project-window.tsx'), { ssr: false });
const MembersWindow = dynamic(() => import('../projects/members-window.tsx'), { ssr: false });
const ArchiveWindow = dynamic(() => import('../projects/archive-window.tsx'), { ssr: false });
const FilterWindow = dynamic(() => import('../filters/filter-window.tsx'), { ssr: false });
const LabelWindow = dynamic(() => import('../labels/label-window.tsx'), { ssr: false });
const RefusedWindow = dynamic(
  ahead(() => import('../waiting/refused-window.tsx')),
  { ssr: false },
);

type Props = { palette: Lent };

/** Whichever window is wanted; each stays until it has gone away. */
export default function WindowsShown({ palette }: Props) {
  const wanted = useWanted();
  const [seen, setSeen] = useState<Partial<Record<Wanted['kind'], Wanted>>>({});
  if (wanted && seen[wanted.kind] !== wanted) setSeen({ ...seen, [wanted.kind]: wanted });
  const of = <K extends Wanted['kind']>(kind: K) => seen[kind] as Extract<Wanted, { kind: K }> | undefined;
  const shut = (kind: Wanted['kind']) => ({ open: wanted?.kind === kind, onClose: closeWindow });
  const [commands, project, members, label] = [of('palette'), of('project'), of('members'), of('label')];
  const filter = of('filter');
  return (
    <>
      {commands && <Palette {...shut('palette')} about={commands.about} {...palette} />}
      {project && (
        <ProjectWindow key={project.project?.id ?? ''} {...shut('project')} project={project.project} />
      )}
      {members && <MembersWindow key={members.project.id} {...shut('members')} project={members.project} />}
      {of('archive') && <ArchiveWindow {...shut('archive')} />}
      {filter && (
        <FilterWindow
          key={filter.filter?.id ?? ''}
          {...shut('filter')}
          filter={filter.filter}
          asked={filter.asked}
        />
      )}
      {label && <LabelWindow key={label.label.name} {...shut('label')} label={label.label} />}
      {of('refused') && <RefusedWindow {...shut('refused')} />}
    </>
  );
}
