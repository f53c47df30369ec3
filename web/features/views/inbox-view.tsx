'use client';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useWords } from '@/words/use-words.ts';
import { inboxOf, projectList } from '../projects/project-queries.ts';
import { Listing } from '../tasks/listing.tsx';
import { Empty } from './empty.tsx';
import { ProjectTasks } from './project-tasks.tsx';

/** What has no project yet. */
export default function InboxView() {
  const { tasks } = useWords();
  const { data, error, refetch } = useQuery(projectList);
  const project = inboxOf(data);
  return (
    <>
      {project ? (
        <ProjectTasks
          project={project}
          empty={<Empty icon={Inbox} title={tasks.empty.inboxTitle} words={tasks.empty.inbox} />}
        />
      ) : (
        <Listing lists={[{ known: false, error, retry: () => void refetch() }]}>{null}</Listing>
      )}
    </>
  );
}
