'use client';
import type { Due } from '@zerodo/domain/due';
import { type AdvancedForm, formOf, type RuleForm, rulesOf } from '@zerodo/domain/rule-form';
import type { Task } from '@zerodo/domain/task';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { type Viewer, wallClock } from '@/lib/local-time.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { control } from '../task/field.tsx';
import type { TaskEdit } from '../tasks/task-edit.ts';
import { EndsRow } from './ends-row.tsx';
import { freshForm } from './form.ts';
import { FrequencyRow } from './frequency-row.tsx';
import { MonthRow } from './month-row.tsx';
import { RuleOutcome } from './rule-outcome.tsx';
import { WeekdayRow } from './weekday-row.tsx';
import { WordsRow } from './words-row.tsx';

/** For which occurrences a changed rule is meant, where more than one is there. */
export type RuleScope = 'following' | 'all';

type Props = {
  task: Task;
  viewer: Viewer;
  onSave(edit: TaskEdit, scope: RuleScope | null): void;
  onClose(): void;
};

const beginning = ({ recurrence }: Task): RuleForm | AdvancedForm => {
  if (!recurrence) return freshForm();
  const { rrules, mode, spawn } = recurrence;
  return formOf({ rrules, mode, spawn, catchUp: 'latest' });
};

/** Makes a rule: in words or part by part, with what comes of it below. */
export default function RuleEditor({ task, viewer, onSave, onClose }: Props) {
  const words = useRuleWords();
  const today = wallClock(viewer.now, viewer.zone).date;
  const [form, setForm] = useState(() => beginning(task));
  const [due, setDue] = useState<Due>(
    () => task.due ?? { date: today, time: null, timezone: viewer.zone, floating: false },
  );
  const [scope, setScope] = useState<RuleScope>('following');
  // Several are there at once only where they appear by the calendar.
  const asks = task.recurrence?.spawn === 'schedule';
  const simple = 'advanced' in form ? null : form;
  const { rrules, mode } = rulesOf(form);

  const understood = (rules: readonly string[], counted: RuleForm['mode'] | null, time: string | null) => {
    const { spawn, catchUp } = form;
    setForm(formOf({ rrules: [...rules], mode: counted ?? 'schedule', spawn, catchUp }));
    if (time) setDue({ ...due, time });
  };
  const moved = !task.due || due.time !== task.due.time;

  return (
    <form
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ recurrence: { rrules, mode }, ...(moved && { due }) }, asks ? scope : null);
      }}
      className="mt-3 flex flex-col gap-4 rounded-xl border border-line bg-canvas p-3.5"
    >
      <WordsRow zone={viewer.zone} onUnderstood={understood} />
      {simple ? (
        <>
          <FrequencyRow form={simple} onForm={setForm} />
          {(simple.frequency === 'weekly' || simple.frequency === 'daily') && (
            <WeekdayRow form={simple} date={due.date} onForm={setForm} />
          )}
          {simple.frequency === 'monthly' && <MonthRow form={simple} date={due.date} onForm={setForm} />}
          <EndsRow form={simple} today={today} onForm={setForm} />
        </>
      ) : (
        <p className="text-sm text-muted">{words.advanced}</p>
      )}
      <label className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        {words.counted}
        <select
          value={mode}
          disabled={form.spawn === 'schedule'}
          onChange={({ target }) => setForm({ ...form, mode: target.value as RuleForm['mode'] })}
          className={control}
        >
          <option value="schedule">{words.fromDue}</option>
          <option value="completion">{words.fromCompletion}</option>
        </select>
      </label>
      <RuleOutcome rrules={rrules} mode={mode} due={due} today={today} />
      {asks && (
        <label className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
          {words.appliesTo}
          <select
            value={scope}
            onChange={({ target }) => setScope(target.value as RuleScope)}
            className={control}
          >
            <option value="following">{words.following}</option>
            <option value="all">{words.all}</option>
          </select>
        </label>
      )}
      <div className="flex justify-end gap-2">
        <Button size="small" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
