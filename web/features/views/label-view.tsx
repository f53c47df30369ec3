'use client';
import { useQuery } from '@tanstack/react-query';
import { Pencil, Tag } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useLabelWords } from '@/words/use-label-words.ts';
import { useViewWords } from '@/words/use-view-words.ts';
import { useWords } from '@/words/use-words.ts';
import { labelList } from '../labels/label-queries.ts';
import { group } from '../tasks/grouping.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskSection } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { openWindow } from '../workspace/windows.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Empty } from './empty.tsx';

/** What is open with one label, by urgency. */
export default function LabelView() {
  const words = useWords();
  const viewSaid = useViewWords();
  const said = useLabelWords();
  const { viewer, place } = useWorkspace();
  const name = place.view === 'label' ? place.name : '';
  const open = useTaskList(questions.label(name));
  const { data: labels } = useQuery(labelList);
  const label = labels?.items.find((one) => one.name === name);
  const groups = useMemo(() => group(open.tasks, viewer), [open.tasks, viewer]);
  return (
    <>
      {label && (
        <div className="mb-3 flex justify-end px-1">
          <Button size="small" onClick={() => openWindow({ kind: 'label', label })}>
            <Pencil aria-hidden className="size-4" />
            {said.edit}
          </Button>
        </div>
      )}
      <Listing lists={[open]}>
        {groups.length === 0 && <Empty icon={Tag} title={viewSaid.labelTitle} words={viewSaid.label} />}
        {groups.map(({ name: urgency, tasks }) => (
          <TaskSection
            key={urgency}
            title={words.tasks.groups[urgency]}
            urgent={urgency === 'overdue'}
            tasks={tasks}
          />
        ))}
        <More list={open} label={words.tasks.showMore} />
      </Listing>
    </>
  );
}
