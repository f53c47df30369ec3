'use client';
import type { RuleForm } from '@zerodo/domain/rule-form';
import { clsx } from 'clsx';
import { addDays } from '@/lib/local-time.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { control } from '../task/field.tsx';
import { whole } from './frequency-row.tsx';

type Props = { form: RuleForm; today: string; onForm(form: RuleForm): void };

/** When the rule is over. */
export function EndsRow({ form, today, onForm }: Props) {
  const words = useRuleWords();
  const { ends } = form;
  const choose = (type: string) =>
    onForm({
      ...form,
      ends:
        type === 'on'
          ? { type: 'on', date: addDays(today, 90) }
          : type === 'after'
            ? { type: 'after', times: 10 }
            : { type: 'never' },
    });
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span>{words.ends}</span>
      <select
        aria-label={words.ends}
        value={ends.type}
        onChange={({ target }) => choose(target.value)}
        className={control}
      >
        <option value="never">{words.never}</option>
        <option value="on">{words.onDay}</option>
        {form.times.length < 2 && <option value="after">{words.afterTimes}</option>}
      </select>
      {ends.type === 'on' && (
        <input
          type="date"
          aria-label={words.lastDay}
          value={ends.date}
          min="1900-01-01"
          max="2200-12-31"
          required
          onChange={({ target }) => {
            if (target.value && target.validity.valid)
              onForm({ ...form, ends: { type: 'on', date: target.value } });
          }}
          className={clsx(control, 'tabular-nums')}
        />
      )}
      {ends.type === 'after' && (
        <>
          <input
            type="number"
            aria-label={words.times(2)}
            value={ends.times}
            min={1}
            max={999}
            onChange={({ target }) =>
              onForm({ ...form, ends: { type: 'after', times: whole(target.valueAsNumber) } })
            }
            className={clsx(control, 'w-18 tabular-nums')}
          />
          <span>{words.times(ends.times)}</span>
        </>
      )}
    </div>
  );
}
