'use client';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useViewWords } from '@/words/use-view-words.ts';
import { inboxOf, projectList } from '../projects/project-queries.ts';
import { Listing } from '../tasks/listing.tsx';
import { Empty } from './empty.tsx';
import { ProjectTasks } from './project-tasks.tsx';

/** What has no project yet. */
export default function InboxView() {
  const words = useViewWords();
  const { data, error, refetch } = useQuery(projectList);
  const project = inboxOf(data);
  return (
    <>
      {project ? (
        <ProjectTasks
          project={project}
          empty={<Empty icon={Inbox} title={words.inboxTitle} words={words.inbox} />}
        />
      ) : (
        <Listing lists={[{ known: false, error, retry: () => void refetch() }]}>{null}</Listing>
      )}
    </>
  );
}
