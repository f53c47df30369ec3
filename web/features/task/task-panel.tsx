'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Sheet } from '@/components/ui/sheet.tsx';
import { inWords, Refused } from '@/lib/api.ts';
import type { Viewer } from '@/lib/local-time.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import { rowBeside, rowButton } from '../shortcuts/row-focus.ts';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { knownTask, taskOf } from '../tasks/task-queries.ts';
import type { TaskActions } from '../tasks/use-task-actions.ts';
import { useIsUnderWay } from '../tasks/use-under-way.ts';
import { AssigneeField } from './assignee-field.tsx';
import { DueField } from './due-field.tsx';
import { EffortField } from './effort-field.tsx';
import { HistoryField } from './history-field.tsx';
import { LabelField } from './label-field.tsx';
import { NotesField } from './notes-field.tsx';
import { PlaceField } from './place-field.tsx';
import { PriorityField } from './priority-field.tsx';
import { ReminderField } from './reminder-field.tsx';
import { RepeatField } from './repeat-field.tsx';
import { SubtaskField } from './subtask-field.tsx';
import { TitleField } from './text-fields.tsx';
import { WholeLink } from './whole-link.tsx';

type Props = {
  id: string | null;
  personId: string;
  viewer: Viewer;
  actions: TaskActions;
  onClose(): void;
};

/** Everything about one task, to read and to change. */
export default function TaskPanel({ id, personId, viewer, actions, onClose }: Props) {
  // While the panel slides away it still shows what it showed.
  const [shown, setShown] = useState(id);
  if (id && id !== shown) setShown(id);
  const words = useWords();
  const said = useTaskWords();
  const beside = useRef<HTMLElement>(null);

  const client = useQueryClient();
  const isUnderWay = useIsUnderWay(shown ?? '');
  const { data: task, error } = useQuery({
    ...taskOf(shown ?? ''),
    enabled: id !== null && !isUnderWay,
    placeholderData: () => (shown ? knownTask(client, shown) : undefined),
  });

  const gone = error instanceof Refused && error.status === 404;

  return (
    <Sheet
      open={id !== null}
      onClose={onClose}
      title={said.panel}
      finalFocus={() => (shown ? rowButton(shown) : null) ?? beside.current}
      actions={
        task && (
          <Button
            size="icon"
            aria-label={said.remove}
            onClick={() => {
              beside.current = rowBeside(task.id);
              void actions.remove(task);
              onClose();
            }}
          >
            <Trash2 aria-hidden className="size-[1.125rem]" />
          </Button>
        )
      }
    >
      {error && (gone || !task) && (
        <p role="alert" className="text-sm text-danger">
          {gone ? said.gone : inWords(error, words)}
        </p>
      )}
      {task && !gone && (
        <Fields key={task.id} task={task} personId={personId} viewer={viewer} actions={actions} />
      )}
    </Sheet>
  );
}

type FieldsProps = { task: Task; personId: string; viewer: Viewer; actions: TaskActions };

function Fields({ task, personId, viewer, actions }: FieldsProps) {
  const client = useQueryClient();
  const latest = () => knownTask(client, task.id) ?? task;
  const onEdit = (edit: TaskEdit) => void actions.edit([latest()], edit);
  return (
    <>
      {task.parentId && <WholeLink id={task.parentId} />}
      <TitleField task={task} onEdit={onEdit} onToggle={() => void actions.toggle(task)} />
      <NotesField task={task} onEdit={onEdit} />
      <SubtaskField task={task} viewer={viewer} actions={actions} />
      <DueField task={task} viewer={viewer} onEdit={onEdit} />
      <RepeatField
        task={task}
        viewer={viewer}
        onEdit={onEdit}
        onRule={({ recurrence, due }, scope) =>
          void actions.editSeries(
            latest(),
            { ...(recurrence && { recurrence }), ...(due && { due: { time: due.time } }) },
            scope,
          )
        }
        onSkip={() => void actions.skip(latest())}
      />
      <ReminderField task={task} viewer={viewer} onEdit={onEdit} />
      <PlaceField task={task} onEdit={onEdit} />
      <AssigneeField task={task} onEdit={onEdit} />
      <PriorityField task={task} onEdit={onEdit} />
      <LabelField task={task} onEdit={onEdit} />
      <EffortField task={task} onEdit={onEdit} />
      <HistoryField
        task={task}
        personId={personId}
        viewer={viewer}
        onUndo={(eventId) => void actions.undoLine(latest(), eventId)}
      />
    </>
  );
}
