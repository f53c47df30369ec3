'use client';
import type { RuleForm, WeekdayCode } from '@zerodo/domain/rule-form';
import { clsx } from 'clsx';
import { shortWeekday, weekdayInWords } from '@/lib/local-time.ts';
import { useRuleWords } from '@/words/use-rule-words.ts';
import { useWords } from '@/words/use-words.ts';
import { dayNamed, weekdayCodeOf, weekdayCodes } from './form.ts';

type Props = { form: RuleForm; date: string; onForm(form: RuleForm): void };

/** On which days of the week; none named means that of the due date, or each for a rule of days. */
export function WeekdayRow({ form, date, onForm }: Props) {
  const words = useWords();
  const said = useRuleWords();
  const { weekdays, frequency } = form;
  const implied = frequency === 'weekly' ? [weekdayCodeOf(date)] : [];
  const chosen = weekdays.length > 0 ? weekdays : implied;
  const turn = (code: WeekdayCode) => {
    const next = chosen.includes(code) ? chosen.filter((day) => day !== code) : [...chosen, code];
    onForm({ ...form, weekdays: weekdayCodes.filter((day) => next.includes(day)) });
  };
  return (
    <fieldset className="flex flex-wrap gap-0.5 sm:gap-1">
      <legend className="sr-only">{said.weekdays}</legend>
      {weekdayCodes.map((code) => (
        <label key={code} className="relative">
          <input
            type="checkbox"
            aria-label={weekdayInWords(dayNamed(code), words)}
            checked={chosen.includes(code)}
            onChange={() => turn(code)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
          />
          <span
            aria-hidden
            className={clsx(
              'grid size-8.5 place-items-center rounded-full border border-line text-[0.8125rem] text-muted',
              'peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent',
              'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
            )}
          >
            {shortWeekday(dayNamed(code), words)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
