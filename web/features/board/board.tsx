'use client';
import type { Project } from '@zerodo/domain/project';
import { useCallback, useMemo } from 'react';
import { useBoardWords } from '@/words/use-board-words.ts';
import { useWords } from '@/words/use-words.ts';
import { DragArea } from '../dragging/drag-area.tsx';
import { type Arrow, useAltArrows } from '../dragging/use-alt-arrows.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { BoardColumn } from './board-column.tsx';
import { type ColumnsBy, columnsOf, editTo, placeIn, placeOfDrop } from './columns.ts';

const steps: Record<Arrow, { column: number; index: number }> = {
  left: { column: -1, index: 0 },
  right: { column: 1, index: 0 },
  up: { column: 0, index: -1 },
  down: { column: 0, index: 1 },
};

/** A project's open tasks in columns; a task goes to another by dragging it, or by Alt and arrows. */
export default function Board({ project, by }: { project: Project; by: ColumnsBy }) {
  const words = useWords();
  const boardSaid = useBoardWords();
  const { actions } = useWorkspace();
  const list = useTaskList(questions.project(project.id));
  const columns = useMemo(() => columnsOf(list.tasks, by, project), [list.tasks, by, project]);

  const put = useCallback(
    (id: string, place: { column: number; index: number } | null): boolean => {
      const edit = place && editTo(columns, id, place);
      const task = columns.flatMap(({ tasks }) => tasks).find((one) => one.id === id);
      if (!edit || !task || Object.keys(edit).length === 0) return false;
      const to = columns[place.column]?.value;
      const crossed = 'section' in edit || 'priority' in edit;
      const named = typeof to === 'number' ? words.tasks.priorities[to - 1] : (to ?? boardSaid.none);
      void actions.edit([task], edit, crossed && named ? words.tasks.moved(named) : words.tasks.changed);
      return true;
    },
    [columns, actions, words, boardSaid],
  );
  const onKeyDown = useAltArrows(
    useCallback(
      (id: string, arrow: Arrow) => {
        const from = placeIn(columns, id);
        if (!from) return false;
        const step = steps[arrow];
        const column = from.column + step.column;
        const index = step.column === 0 ? from.index + step.index : (columns[column]?.tasks.length ?? 0);
        const inside = index >= 0 && (step.column !== 0 || index < (columns[column]?.tasks.length ?? 0));
        return inside && put(id, { column, index });
      },
      [columns, put],
    ),
  );

  return (
    <Listing lists={[list]}>
      <DragArea onDrop={(id, zone) => void put(id, placeOfDrop(columns, id, zone))}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for the tasks in it */}
        <div
          data-wide
          onKeyDown={onKeyDown}
          className="-mx-2 flex snap-x snap-mandatory items-start gap-3 overflow-x-auto px-2 pb-4 sm:-mx-4 sm:px-4 md:snap-none"
        >
          {columns.map((column) => (
            <BoardColumn key={column.zone} column={column} project={project} />
          ))}
        </div>
      </DragArea>
      <More list={list} label={words.tasks.showMore} />
    </Listing>
  );
}
