import { Rejected } from '../rejected.ts';

export type ListPart =
  | 'bySecond'
  | 'byMinute'
  | 'byHour'
  | 'byMonthDay'
  | 'byYearDay'
  | 'byWeekNo'
  | 'byMonth'
  | 'bySetPos';

/** A weekday (Monday is 0), each of them or, with `nth`, the nth of the month or year (negative: from its end). */
export type WeekdayRule = { weekday: number; nth: number | null };

export const invalid = (part: string, problem: string): Rejected =>
  new Rejected('invalid-recurrence', `${part.slice(0, 60) || 'An empty rule'}: ${problem}.`);

const ranges: Record<ListPart, { from: number; to: number; signed?: true }> = {
  bySecond: { from: 0, to: 60 },
  byMinute: { from: 0, to: 59 },
  byHour: { from: 0, to: 23 },
  byMonthDay: { from: 1, to: 31, signed: true },
  byYearDay: { from: 1, to: 366, signed: true },
  byWeekNo: { from: 1, to: 53, signed: true },
  byMonth: { from: 1, to: 12 },
  bySetPos: { from: 1, to: 366, signed: true },
};

/** The numbers of a list, each once and in order. */
export function readList(name: ListPart, value: string, part: string): number[] {
  const { from, to, signed } = ranges[name];
  const numbers = value.split(',').map((text) => {
    const number = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    const size = signed ? Math.abs(number) : number;
    if (!(size >= from && size <= to) || (!signed && /^[+-]/.test(text))) {
      throw invalid(
        part,
        `${text || 'nothing'} is not between ${signed ? `-${to} and -${from} or ` : ''}${from} and ${to}`,
      );
    }
    // RFC 5545 3.3.12: without leap seconds the 60th is the 59th.
    return name === 'bySecond' ? Math.min(number, 59) : number;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const codes = 'MOTUWETHFRSASU';

export function readDays(value: string, part: string): WeekdayRule[] {
  const days = new Map<string, WeekdayRule>();
  for (const text of value.split(',')) {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
    const nth = match?.[1] === undefined ? null : Number(match[1]);
    if (!match || (nth !== null && (nth === 0 || Math.abs(nth) > 53))) {
      throw invalid(part, `${text || 'nothing'} is no weekday such as MO, 2TU or -1FR`);
    }
    const weekday = codes.indexOf(match[2] as string) / 2;
    days.set(`${nth}/${weekday}`, { weekday, nth });
  }
  return [...days.values()];
}
