'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CornerLeftUp } from 'lucide-react';
import { useTaskWords } from '@/words/use-task-words.ts';
import { knownTask, taskOf } from '../tasks/task-queries.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

/** What a part is part of; a press opens that. */
export function WholeLink({ id }: { id: string }) {
  const words = useTaskWords();
  const { openTask } = useWorkspace();
  const client = useQueryClient();
  const { data } = useQuery({ ...taskOf(id), placeholderData: () => knownTask(client, id) });
  if (!data) return null;
  return (
    <button
      type="button"
      onClick={() => openTask(id)}
      className="mb-1 -ml-1 flex max-w-full items-center gap-2 rounded-lg px-1 py-1 text-[0.8125rem] text-muted hover:bg-sunken hover:text-ink"
    >
      <CornerLeftUp aria-hidden className="size-4 shrink-0" />
      <span className="truncate">
        {words.partOf} {data.title}
      </span>
    </button>
  );
}
