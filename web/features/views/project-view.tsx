'use client';
import { useQuery } from '@tanstack/react-query';
import { FolderClosed, FolderX } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { projectList } from '../projects/project-queries.ts';
import { Listing } from '../tasks/listing.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';
import { ProjectTasks } from './project-tasks.tsx';

/** One project, its sections as headings. */
export default function ProjectView() {
  const { tasks } = useWords();
  const { place } = useWorkspace();
  const { data, error, refetch } = useQuery(projectList);
  const project = data?.items.find(({ id }) => place.view === 'project' && id === place.id);

  if (!data) {
    return <Listing lists={[{ known: false, error, retry: () => void refetch() }]}>{null}</Listing>;
  }
  if (!project) {
    return <Empty icon={FolderX} title={tasks.project.goneTitle} words={tasks.project.gone} />;
  }
  return (
    <ProjectTasks
      project={project}
      empty={<Empty icon={FolderClosed} title={tasks.empty.projectTitle} words={tasks.empty.project} />}
    />
  );
}
