'use client';
import type { RuleForm } from '@zerodo/domain/rule-form';
import { clsx } from 'clsx';
import { weekdayInWords } from '@/lib/local-time.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { useWords } from '@/words/use-words.ts';
import { control } from '../task/field.tsx';
import {
  dayNamed,
  dayOfMonth,
  type MonthChoice,
  monthChoiceOf,
  monthDaysFor,
  weekdayCodeOf,
  weekdayCodes,
} from './form.ts';

type Props = { form: RuleForm; date: string; onForm(form: RuleForm): void };

const choices: MonthChoice[] = ['same', 'dayOrLast', 'nth', 'last', 'lastDay'];

/** On which day of the month. */
export function MonthRow({ form, date, onForm }: Props) {
  const words = useRuleWords();
  const { monthDays } = form;
  const choice = monthChoiceOf(monthDays);
  const day =
    monthDays.type === 'dayOrLast' ? monthDays.day : monthDays.type === 'days' ? monthDays.days[0] : null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <select
        aria-label={words.monthDay}
        value={choice}
        onChange={({ target }) =>
          onForm({ ...form, monthDays: monthDaysFor(target.value as MonthChoice, date) })
        }
        className={clsx(control, 'max-w-full')}
      >
        {(choice === 'other' ? [...choices, choice] : choices).map((one) => (
          <option key={one} value={one}>
            {words.monthChoices[one]}
          </option>
        ))}
      </select>
      {choice === 'dayOrLast' && day && (
        <select
          aria-label={words.day}
          value={day}
          onChange={({ target }) => onForm({ ...form, monthDays: dayOfMonth(Number(target.value)) })}
          className={clsx(control, 'tabular-nums')}
        >
          {Array.from({ length: 31 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of a month
            <option key={index}>{index + 1}</option>
          ))}
        </select>
      )}
      {(choice === 'nth' || choice === 'last') && <NthWeekday form={form} date={date} onForm={onForm} />}
    </div>
  );
}

/** "second", "Tuesday". */
function NthWeekday({ form, date, onForm }: Props) {
  const words = useWords();
  const said = useRuleWords();
  const { monthDays } = form;
  const known = monthDays.type === 'weekdays' ? monthDays.weekdays[0] : undefined;
  const { nth, weekday } = known ?? { nth: 1, weekday: weekdayCodeOf(date) };
  const set = (change: Partial<typeof known>) =>
    onForm({ ...form, monthDays: { type: 'weekdays', weekdays: [{ nth, weekday, ...change }] } });
  return (
    <>
      {nth > 0 && (
        <select
          aria-label={said.which}
          value={nth}
          onChange={({ target }) => set({ nth: Number(target.value) })}
          className={control}
        >
          {said.ordinals.map((ordinal, index) => (
            <option key={ordinal} value={index + 1}>
              {ordinal}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={said.weekday}
        value={weekday}
        onChange={({ target }) => set({ weekday: target.value as typeof weekday })}
        className={control}
      >
        {weekdayCodes.map((code) => (
          <option key={code} value={code}>
            {weekdayInWords(dayNamed(code), words)}
          </option>
        ))}
      </select>
    </>
  );
}
