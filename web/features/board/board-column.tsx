'use client';
import type { Project } from '@zerodo/domain/project';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useBoardWords } from '@/words/use-board-words.ts';
import { useWords } from '@/words/use-words.ts';
import { DropZone } from '../dragging/drop-zone.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { BoardCard } from './board-card.tsx';
import type { Column } from './columns.ts';

/** One column: its name, its tasks, and a way to write one more. */
export function BoardColumn({ column, project }: { column: Column; project: Project }) {
  const words = useWords();
  const boardSaid = useBoardWords();
  const { quickAdd } = useWorkspace();
  const { value, tasks, zone } = column;
  const name = typeof value === 'number' ? words.tasks.priorities[value - 1] : (value ?? boardSaid.none);
  const canWrite = project.role !== 'viewer';
  return (
    <section
      aria-label={boardSaid.column(name ?? '', tasks.length)}
      className="flex max-h-[calc(100dvh-16rem)] min-h-48 w-[min(18rem,82vw)] shrink-0 snap-center flex-col rounded-2xl border border-line bg-canvas"
    >
      <div className="flex h-11 shrink-0 items-center justify-between gap-2 pr-1.5 pl-4">
        <h2 className="min-w-0 truncate text-[0.8125rem] font-semibold">
          {name} <span className="font-medium text-muted tabular-nums">{tasks.length || ''}</span>
        </h2>
        {canWrite && (
          <Button
            size="icon"
            className="size-8"
            aria-label={words.quickAdd.placeholderFor(name ?? '')}
            onClick={() =>
              quickAdd.focus({
                projectId: project.id,
                ...(typeof value === 'string' && { section: value }),
                ...(typeof value === 'number' && { priority: value }),
              })
            }
          >
            <Plus aria-hidden className="size-4" />
          </Button>
        )}
      </div>
      <DropZone
        zone={zone}
        className="flex min-h-24 flex-1 flex-col gap-2 overflow-y-auto overscroll-contain rounded-b-2xl px-2 pb-2"
      >
        {tasks.map((task) => (
          <BoardCard key={task.id} task={task} canMove={canWrite} />
        ))}
      </DropZone>
    </section>
  );
}
