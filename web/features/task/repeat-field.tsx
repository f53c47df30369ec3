'use client';
import type { Task } from '@zerodo/domain/task';
import { clsx } from 'clsx';
import { Repeat } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { ahead } from '@/lib/ahead.ts';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { useTaskWords } from '@/words/use-task-words.ts';
import { useWords } from '@/words/use-words.ts';
import type { RuleScope } from '../rules/rule-editor.tsx';
import { RuleOutcome } from '../rules/rule-outcome.tsx';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { control, Field } from './field.tsx';
import { presetsFor } from './repeat-presets.ts';

const RuleEditor = dynamic(
  ahead(() => import('../rules/rule-editor.tsx')),
  { ssr: false },
);

type Props = {
  task: Task;
  viewer: Viewer;
  onEdit(edit: TaskEdit): void;
  onRule(edit: TaskEdit, scope: RuleScope): void;
  onSkip(): void;
};

/** The rule in words, with the dates that follow from it. */
export function RepeatField({ task, viewer, onEdit, onRule, onSkip }: Props) {
  const { recurrence } = task;
  const words = useWords();
  const taskSaid = useTaskWords();
  const ruleSaid = useRuleWords();
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLSelectElement>(null);
  const today = wallClock(viewer.now, viewer.zone).date;
  const presets = presetsFor(task.due?.date ?? today, words, taskSaid);
  const known = presets.find(
    ({ rrule }) => recurrence?.rrules.length === 1 && recurrence.rrules[0] === rrule,
  );
  const chosen = recurrence ? (known?.rrule ?? 'own') : 'none';

  const choose = (value: string) => {
    if (value === 'edit') setEditing(true);
    if (value === 'own' || value === 'edit' || value === chosen) return;
    setEditing(false);
    if (value === 'none') {
      onEdit({ recurrence: null });
      return;
    }
    const due = { date: today, time: null, timezone: viewer.zone, floating: false };
    onEdit({ recurrence: { rrules: [value], mode: 'schedule' }, ...(!task.due && { due }) });
  };
  const close = () => {
    setEditing(false);
    field.current?.focus();
  };

  return (
    <Field icon={Repeat} label={taskSaid.repeat}>
      <div className="flex flex-wrap items-center gap-2">
        <select
          ref={field}
          aria-label={taskSaid.repeat}
          value={editing ? 'edit' : chosen}
          disabled={task.status === 'completed'}
          onChange={({ target }) => choose(target.value)}
          className={clsx(control, 'max-w-full')}
        >
          <option value="none">{taskSaid.noRepeat}</option>
          {recurrence && !known && <option value="own">{ruleSaid.own}</option>}
          {presets.map(({ label, rrule }) => (
            <option key={rrule} value={rrule}>
              {label}
            </option>
          ))}
          <option value="edit">{ruleSaid.custom}</option>
        </select>
        {recurrence && task.status === 'open' && !editing && (
          <>
            <Button size="small" onClick={() => setEditing(true)}>
              {ruleSaid.edit}
            </Button>
            <Button size="small" onClick={onSkip}>
              {taskSaid.skip}
            </Button>
          </>
        )}
      </div>
      {editing ? (
        <RuleEditor
          task={task}
          viewer={viewer}
          onSave={(edit, scope) => {
            if (scope) onRule(edit, scope);
            else onEdit(edit);
            close();
          }}
          onClose={close}
        />
      ) : (
        recurrence &&
        task.due && (
          <div className="mt-2">
            <RuleOutcome
              rrules={recurrence.rrules}
              mode={recurrence.mode}
              due={task.due}
              today={today}
              after={task.dueAt ?? undefined}
            />
          </div>
        )
      )}
    </Field>
  );
}
