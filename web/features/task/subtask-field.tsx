'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { ListTree, Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { CheckCircle } from '@/components/ui/check-circle.tsx';
import { inWords } from '@/lib/api.ts';
import { momentInWords, type Viewer, wallClock } from '@/lib/local-time.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { useKeptText } from '../drafts/use-kept-text.ts';
import { useCreation } from '../quick-add/use-creation.ts';
import { dueHere, urgency } from '../tasks/due.ts';
import { inPlace } from '../tasks/grouping.ts';
import { More } from '../tasks/more.tsx';
import { questions } from '../tasks/task-question.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { useTaskList } from '../tasks/use-task-list.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { Field } from './field.tsx';

type Props = { task: Task; viewer: Viewer; actions: TaskActions };

/** What a task consists of: each part a task of its own. */
export function SubtaskField({ task, viewer, actions }: Props) {
  const words = useWords();
  const said = useTaskWords();
  const { openTask } = useWorkspace();
  const list = useTaskList(questions.parts(task.id));
  const parts = inPlace(list.tasks);
  const done = parts.filter(({ status }) => status === 'completed').length;
  return (
    <Field icon={ListTree} label={said.subtasks}>
      <div className="flex h-9 items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{said.subtasks}</h3>
        {parts.length > 0 && !list.hasMore && (
          <p className="text-[0.8125rem] text-muted tabular-nums">{said.progress(done, parts.length)}</p>
        )}
      </div>
      {parts.length > 0 && !list.hasMore && <Progress done={done} of={parts.length} />}
      {list.error && <p className="text-[0.8125rem] text-danger">{inWords(list.error, words)}</p>}
      <ul aria-label={said.subtasks} className="-ml-2.5">
        {parts.map((part) => (
          <Part key={part.id} part={part} viewer={viewer} actions={actions} onOpen={openTask} />
        ))}
      </ul>
      <More list={list} label={words.tasks.showMore} />
      <NewPart task={task} viewer={viewer} actions={actions} />
    </Field>
  );
}

/** How far it is. Drawn: our policy forbids styles in HTML. */
function Progress({ done, of }: { done: number; of: number }) {
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mb-1 block h-1 w-full">
      <rect width="100" height="4" rx="0.8" className="fill-sunken" />
      <rect width={(100 * done) / of} height="4" rx="0.8" className="fill-accent" />
    </svg>
  );
}

type PartProps = { part: Task; viewer: Viewer; actions: TaskActions; onOpen(id: string): void };

function Part({ part, viewer, actions, onOpen }: PartProps) {
  const words = useWords();
  const isDone = part.status === 'completed';
  const due = dueHere(part, viewer.zone);
  const late = !isDone && urgency(due, viewer) === 'overdue';
  return (
    <li className="flex items-start">
      <CheckCircle
        checked={isDone}
        priority={part.priority}
        label={isDone ? words.tasks.reopen(part.title) : words.tasks.complete(part.title)}
        onClick={() => void actions.toggle(part)}
      />
      <button
        type="button"
        onClick={() => onOpen(part.id)}
        className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 rounded-lg px-1.5 py-2 text-left hover:bg-sunken"
      >
        <span
          className={clsx(
            'min-w-0 text-sm leading-6 [overflow-wrap:anywhere]',
            isDone && 'text-muted line-through decoration-1',
          )}
        >
          {part.title}
        </span>
        {due && (
          <time
            dateTime={due.time ? `${due.date}T${due.time}` : due.date}
            className={clsx('text-[0.8125rem] tabular-nums', late ? 'text-danger' : 'text-muted')}
          >
            {momentInWords(due, wallClock(viewer.now, viewer.zone).date, words)}
          </time>
        )}
      </button>
    </li>
  );
}

/** One line, one part; Enter adds it and waits for the next. */
function NewPart({ task, viewer, actions }: Props) {
  const words = useTaskWords();
  const { openTask } = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useKeptText(`subtask ${task.id}`);
  const create = useCreation({ actions, viewer, onShow: openTask });

  const add = async () => {
    const line = text.trim();
    if (!line) return;
    setText('');
    const defaults = { projectId: task.projectId, parentId: task.id };
    const created = await create({ text: line, ignored: [], defaults }, undefined);
    if (!created && !field.current?.value) setText(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };
  return (
    <div className="mt-1 -ml-1 flex items-center rounded-lg hover:bg-sunken focus-within:bg-sunken">
      <Plus aria-hidden className="mx-1.5 size-[1.125rem] shrink-0 text-muted" />
      <input
        ref={field}
        aria-label={words.addSubtask}
        placeholder={words.addSubtask}
        value={text}
        maxLength={1000}
        enterKeyHint="done"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void add()}
        className="h-10 min-w-0 flex-1 rounded-lg bg-transparent px-1.5 text-sm outline-none placeholder:text-muted"
      />
    </div>
  );
}
