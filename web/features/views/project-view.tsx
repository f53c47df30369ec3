'use client';
import { useQuery } from '@tanstack/react-query';
import type { Project } from '@zerodo/domain/project';
import { FolderClosed, FolderX } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Tabs } from '@/components/ui/tabs.tsx';
import { ahead } from '@/lib/ahead.ts';
import { useBoardWords } from '@/words/use-board-words.ts';
import { useViewWords } from '@/words/use-view-words.ts';
import type { ColumnsBy } from '../board/columns.ts';
import { useProjectActions } from '../projects/project-actions.ts';
import { ProjectBar } from '../projects/project-bar.tsx';
import { projectList } from '../projects/project-queries.ts';
import { Listing } from '../tasks/listing.tsx';
import { TaskListSkeleton } from '../tasks/task-list-skeleton.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';
import { ProjectTasks } from './project-tasks.tsx';

const Board = dynamic(
  ahead(() => import('../board/board.tsx')),
  {
    ssr: false,
    loading: () => <TaskListSkeleton />,
  },
);

/** One project, as a list below its sections or as a board. */
export default function ProjectView() {
  const words = useViewWords();
  const { place } = useWorkspace();
  const { data, error, refetch } = useQuery(projectList);
  const project = data?.items.find(({ id }) => place.view === 'project' && id === place.id);

  if (!data) {
    return <Listing lists={[{ known: false, error, retry: () => void refetch() }]}>{null}</Listing>;
  }
  if (!project) {
    return <Empty icon={FolderX} title={words.projectGoneTitle} words={words.projectGone} />;
  }
  return <Known project={project} />;
}

function Known({ project }: { project: Project }) {
  const words = useViewWords();
  const board = useBoardWords();
  const { personId } = useWorkspace();
  const actions = useProjectActions();
  // Who may only look chooses for himself alone.
  const [own, setOwn] = useState(project.defaultView);
  const [by, setBy] = useState<ColumnsBy>(project.sections.length > 0 ? 'section' : 'priority');
  const look = project.role === 'viewer' ? own : project.defaultView;
  return (
    <>
      <ProjectBar
        project={project}
        personId={personId}
        look={look}
        onLook={(next) => {
          setOwn(next);
          if (project.role !== 'viewer') void actions.edit(project, { defaultView: next });
        }}
      >
        {look === 'board' && (
          <Tabs
            label={board.by}
            value={by}
            choices={[
              { value: 'section', label: board.section },
              { value: 'priority', label: board.priority },
            ]}
            onChange={setBy}
          />
        )}
      </ProjectBar>
      {look === 'board' ? (
        <Board project={project} by={by} />
      ) : (
        <ProjectTasks
          project={project}
          empty={<Empty icon={FolderClosed} title={words.projectTitle} words={words.project} />}
        />
      )}
    </>
  );
}
