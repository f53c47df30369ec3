'use client';
import type { Project } from '@zerodo/domain/project';
import { type ReactNode, useMemo, useState } from 'react';
import { useViewWords } from '@/words/use-view-words.ts';
import { useWords } from '@/words/use-words.ts';
import { bySection } from '../tasks/grouping.ts';
import { Listing } from '../tasks/listing.tsx';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import { TaskRows, TaskSection } from '../tasks/task-section.tsx';
import { useTaskList } from '../tasks/use-task-list.ts';
import { AddHere } from './add-here.tsx';

type Props = { project: Pick<Project, 'id' | 'sections' | 'role'>; empty: ReactNode };

/** The open tasks of a project below its headings, then what is done. */
export function ProjectTasks({ project: { id, sections, role }, empty }: Props) {
  const words = useWords();
  const open = useTaskList(questions.project(id));
  const groups = useMemo(() => bySection(open.tasks, sections), [open.tasks, sections]);
  return (
    <Listing lists={[open]}>
      {open.tasks.length === 0 && sections.length === 0 && empty}
      {groups.map(({ section, tasks }) =>
        section === null ? (
          <TaskRows key="" tasks={tasks} nested />
        ) : (
          <TaskSection
            key={section}
            title={section}
            tasks={tasks}
            nested
            {...(role !== 'viewer' && {
              actions: <AddHere defaults={{ projectId: id, section }} place={section} />,
            })}
          />
        ),
      )}
      <More list={open} label={words.tasks.showMore} />
      <DoneHere project={id} />
    </Listing>
  );
}

/** Asked for when it is opened. */
function DoneHere({ project }: { project: string }) {
  const words = useWords();
  const said = useViewWords();
  const [asked, setAsked] = useState(false);
  const done = useTaskList(asked ? questions.doneIn(project) : null);
  return (
    <TaskSection
      title={words.tasks.groups.done}
      tasks={done.tasks}
      count=""
      shut
      onOpenChange={() => setAsked(true)}
      more={
        <Listing lists={[done]}>
          {done.tasks.length === 0 && <p className="px-3 py-2 text-sm text-muted">{said.completedTitle}</p>}
          <More list={done} label={words.tasks.showOlder} />
        </Listing>
      }
    />
  );
}
