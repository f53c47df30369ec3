import type { Reminder } from '@zerodo/domain/reminder';

type Kind = 'timed' | 'allDay';

const usual: Record<Kind, readonly Reminder[]> = {
  timed: [0, 10, 30, 60, 120]
    .map((minutes): Reminder => ({ type: 'before', minutes }))
    .concat({ type: 'before', days: 1 }),
  allDay: [
    { type: 'before', days: 0, at: '09:00' },
    { type: 'before', days: 1, at: '09:00' },
    { type: 'before', days: 1, at: '18:00' },
    { type: 'before', days: 7, at: '09:00' },
  ],
};

export type Span = { amount: number; unit: 'minutes' | 'hours' | 'days'; at: string };

/** What a person typed: of a whole day only days count, and they have a time. */
export function reminderOf(kind: Kind, { amount, unit, at }: Span): Reminder {
  if (kind === 'allDay') return { type: 'before', days: amount, at };
  if (unit === 'days') return { type: 'before', days: amount };
  return { type: 'before', minutes: unit === 'hours' ? amount * 60 : amount };
}

const alike = (one: Reminder, other: Reminder): boolean =>
  (['minutes', 'days', 'at'] as const).every(
    (part) => (one as Record<string, unknown>)[part] === (other as Record<string, unknown>)[part],
  );

export const isThere = (list: readonly Reminder[], reminder: Reminder): boolean =>
  list.some((one) => alike(one, reminder));

/** The usual ones that are not there yet. */
export const choicesFor = (kind: Kind, list: readonly Reminder[]): Reminder[] =>
  usual[kind].filter((choice) => !isThere(list, choice));
