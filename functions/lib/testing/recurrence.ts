import type { Recurrence } from '@zerodo/domain/recurrence';

/** A schedule at nine in Berlin from 25 November 2026, with the rules and whatever else is given. */
export const aRecurrence = (given: Pick<Recurrence, 'rrules'> & Partial<Recurrence>): Recurrence => ({
  dtstart: '2026-11-25T09:00',
  timezone: 'Europe/Berlin',
  allDay: false,
  floating: false,
  mode: 'schedule',
  exdates: [],
  rdates: [],
  catchUp: 'latest',
  ...given,
});
