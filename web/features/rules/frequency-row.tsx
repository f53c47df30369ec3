'use client';
import type { RuleForm, RuleFrequency } from '@zerodo/domain/rule-form';
import { clsx } from 'clsx';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { control } from '../task/field.tsx';
import { withFrequency } from './form.ts';

type Props = { form: RuleForm; onForm(form: RuleForm): void };

const usual: RuleFrequency[] = ['daily', 'weekly', 'monthly', 'yearly'];

/** "Every 2 weeks". */
export function FrequencyRow({ form, onForm }: Props) {
  const words = useRuleWords();
  const { frequency, interval } = form;
  const offered = usual.includes(frequency) ? usual : [frequency, ...usual];
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span>{words.every}</span>
      <input
        type="number"
        aria-label={words.interval}
        value={interval}
        min={1}
        max={999}
        onChange={({ target }) => onForm({ ...form, interval: whole(target.valueAsNumber) })}
        className={clsx(control, 'w-18 tabular-nums')}
      />
      <select
        aria-label={words.frequency}
        value={frequency}
        onChange={({ target }) => onForm(withFrequency(form, target.value as RuleFrequency))}
        className={control}
      >
        {offered.map((unit) => (
          <option key={unit} value={unit}>
            {words.units[unit](interval)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What was typed as a number from 1 to 999. */
export const whole = (typed: number): number => Math.min(Math.max(Math.trunc(typed) || 1, 1), 999);
