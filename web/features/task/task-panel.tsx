'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Task } from '@zerodo/domain/task';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Modal } from '@/components/ui/modal.tsx';
import { Sheet } from '@/components/ui/sheet.tsx';
import { inWords, Refused } from '@/lib/api.ts';
import type { Viewer } from '@/lib/local-time.ts';
import { rowButton } from '../shortcuts/row-focus.ts';
import { knownTask, taskOf } from '../tasks/task-queries.ts';
import type { TaskActions, TaskEdit } from '../tasks/use-task-actions.ts';
import { DueField } from './due-field.tsx';
import { HistoryField } from './history-field.tsx';
import { LabelField } from './label-field.tsx';
import { PriorityField } from './priority-field.tsx';
import { ReminderField } from './reminder-field.tsx';
import { RepeatField } from './repeat-field.tsx';
import { NotesField, TitleField } from './text-fields.tsx';

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
  const [deleting, setDeleting] = useState<Task | null>(null);

  const client = useQueryClient();
  const { data: task, error } = useQuery({
    ...taskOf(shown ?? ''),
    enabled: id !== null,
    placeholderData: () => (shown ? knownTask(client, shown) : undefined),
  });

  const gone = error instanceof Refused && error.status === 404;

  return (
    <Sheet
      open={id !== null}
      onClose={onClose}
      title="Task"
      finalFocus={() => (shown ? rowButton(shown) : null)}
      actions={
        task && (
          <Button size="icon" aria-label="Delete task" onClick={() => setDeleting(task)}>
            <Trash2 aria-hidden className="size-[1.125rem]" />
          </Button>
        )
      }
    >
      {error && (gone || !task) && (
        <p role="alert" className="text-sm text-danger">
          {gone
            ? 'This task is not there any more: it was deleted, or taken back by an undo.'
            : inWords(error)}
        </p>
      )}
      {task && !gone && (
        <Fields key={task.id} task={task} personId={personId} viewer={viewer} actions={actions} />
      )}
      <Modal
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title="Delete this task?"
        description={`It goes with its reminders${deleting?.recurrence ? ', and does not come again' : ''}. Undo brings it back.`}
      >
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setDeleting(null)}>Keep it</Button>
          <Button
            variant="destroy"
            onClick={() => {
              if (deleting) void actions.remove(deleting);
              setDeleting(null);
              onClose();
            }}
          >
            Delete
          </Button>
        </div>
      </Modal>
    </Sheet>
  );
}

type FieldsProps = { task: Task; personId: string; viewer: Viewer; actions: TaskActions };

function Fields({ task, personId, viewer, actions }: FieldsProps) {
  const client = useQueryClient();
  const onEdit = (edit: TaskEdit) => void actions.edit(knownTask(client, task.id) ?? task, edit);
  return (
    <>
      <TitleField task={task} onEdit={onEdit} onToggle={() => void actions.toggle(task)} />
      <NotesField task={task} onEdit={onEdit} />
      <DueField task={task} viewer={viewer} onEdit={onEdit} />
      <RepeatField task={task} viewer={viewer} onEdit={onEdit} />
      <ReminderField task={task} viewer={viewer} onEdit={onEdit} />
      <PriorityField task={task} onEdit={onEdit} />
      <LabelField task={task} onEdit={onEdit} />
      <HistoryField taskId={task.id} personId={personId} viewer={viewer} />
    </>
  );
}
