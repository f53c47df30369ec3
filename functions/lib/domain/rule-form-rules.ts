import type { RuleForm } from './rule-form.ts';

const groups = { workday: 'MO,TU,WE,TH,FR', weekendDay: 'SA,SU', day: 'MO,TU,WE,TH,FR,SA,SU' };

/** The RRULEs of a form: one, or one for each minute of the hour that its times name. */
export function formRules(form: RuleForm): string[] {
  const { frequency, interval, ends } = form;
  const { days, position } = dayParts(form);
  const start = [`FREQ=${frequency.toUpperCase()}`, interval > 1 ? `INTERVAL=${interval}` : '', ...days];
  const end =
    ends.type === 'on'
      ? `UNTIL=${ends.date.replaceAll('-', '')}`
      : ends.type === 'after'
        ? `COUNT=${ends.times}`
        : '';
  return timeParts(form.times, position !== '').map((time) =>
    [...start, time, position, end].filter((part) => part !== '').join(';'),
  );
}

function dayParts({ frequency, weekdays, monthDays, months }: RuleForm): {
  days: string[];
  position: string;
} {
  const inMonths = months.length > 0 ? [`BYMONTH=${months}`] : [];
  if (frequency !== 'monthly' && frequency !== 'yearly') {
    return { days: [...inMonths, weekdays.length > 0 ? `BYDAY=${weekdays}` : ''], position: '' };
  }
  switch (monthDays.type) {
    case 'same':
      return { days: inMonths, position: '' };
    case 'days':
      return { days: [...inMonths, `BYMONTHDAY=${monthDays.days}`], position: '' };
    case 'dayOrLast': {
      const days = [28, 29, 30, 31].filter((day) => day <= monthDays.day);
      return { days: [...inMonths, `BYMONTHDAY=${days}`], position: 'BYSETPOS=-1' };
    }
    case 'weekdays': {
      const days = monthDays.weekdays.map(({ nth, weekday }) => `${nth}${weekday}`);
      return { days: [...inMonths, `BYDAY=${days}`], position: '' };
    }
    case 'nth':
      return { days: [...inMonths, `BYDAY=${groups[monthDays.of]}`], position: `BYSETPOS=${monthDays.nth}` };
  }
}

/** Hours that share their minute are one rule; BYSETPOS would choose among them, so that each is its own there. */
function timeParts(times: readonly string[], each: boolean): string[] {
  if (times.length === 0) return [''];
  const hours = new Map<string, number[]>();
  for (const time of times) {
    const [hour, minute] = time.split(':');
    const key = each ? `${time} ${minute}` : `${minute}`;
    hours.set(key, [...(hours.get(key) ?? []), Number(hour)]);
  }
  return [...hours].map(([key, list]) => `BYHOUR=${list};BYMINUTE=${Number(key.split(' ').at(-1))}`);
}
