'use client';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { useProjectWords } from '@/words/use-project-words.ts';
import { useWords } from '@/words/use-words.ts';
import { useProjectActions } from './project-actions.ts';
import { ProjectMark } from './project-mark.tsx';
import { projectList } from './project-queries.ts';

/** The projects that were put away, and the way back. */
export default function ArchiveWindow({ open, onClose }: { open: boolean; onClose(): void }) {
  const { frame } = useWords();
  const said = useProjectWords();
  const actions = useProjectActions();
  const { data } = useQuery(projectList);
  const away = data?.items.filter(({ archivedAt }) => archivedAt) ?? [];
  return (
    <Modal open={open} onClose={onClose} title={frame.archivedProjects} description={said.archiveWords}>
      <ul className="mt-4 flex flex-col gap-1">
        {away.map((project) => (
          <li key={project.id} className="flex min-h-11 items-center gap-3 text-sm">
            <ProjectMark color={project.color} className="size-2.5" />
            <span className="min-w-0 flex-1 truncate">{project.name}</span>
            <Button size="small" variant="outline" onClick={() => void actions.archive(project, false)}>
              {said.unarchive}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
