'use client';
import { useDroppable } from '@dnd-kit/core';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import { useWords } from '@/words/use-words.ts';
import { useDrag } from '../dragging/use-drag.ts';
import { toggleRow } from '../selection/select-rows.ts';
import { useIsSelected } from '../selection/selection.ts';
import { RowDetails } from '../tasks/row-details.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** A task in a column. Another one let go above it takes its place. */
export function BoardCard({ task, canMove }: { task: Task; canMove: boolean }) {
  const words = useWords();
  const { viewer, openId, openTask, toggle } = useWorkspace();
  const { ref, handlers, dragged } = useDrag(task, canMove);
  const { setNodeRef, isOver } = useDroppable({ id: `task:${task.id}` });
  const selected = useIsSelected(task.id);
  return (
    <div
      ref={(element) => {
        ref(element);
        setNodeRef(element);
      }}
      data-task={task.id}
      {...handlers}
      className={clsx(
        'flex touch-manipulation items-start rounded-xl border bg-surface pr-2',
        'has-[[data-open-task]:focus-visible]:outline-2 has-[[data-open-task]:focus-visible]:outline-accent',
        selected && 'bg-accent-soft',
        isOver && !dragged ? 'border-accent' : task.id === openId ? 'border-line-strong' : 'border-line',
        dragged && 'opacity-40',
      )}
    >
      <CheckCircle
        checked={task.status === 'completed'}
        priority={task.priority}
        label={words.tasks.complete(task.title)}
        onClick={() => toggle(task)}
      />
      <button
        type="button"
        data-open-task
        aria-haspopup="dialog"
        onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? toggleRow(task.id) : openTask(task.id))}
        className="flex min-w-0 flex-1 flex-col gap-0.5 rounded-lg py-2 text-left outline-none"
      >
        <span className="text-sm leading-6 [overflow-wrap:anywhere]">{task.title}</span>
        <RowDetails task={task} viewer={viewer} day={undefined} project={undefined} />
        {selected && <span className="sr-only">{words.tasks.selected}</span>}
      </button>
    </div>
  );
}
