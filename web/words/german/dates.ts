import type { Words } from '../words.ts';

export const dates: Words['dates'] = {
  today: 'Heute',
  tomorrow: 'Morgen',
  yesterday: 'Gestern',
  nextWeek: 'Nächste Woche',
  noDate: 'Kein Datum',
  at: (day, time) => `${day} um ${time}`,
  allDay: (day) => `${day}, ganztägig`,
  inZone: (when, zone) => `${when} in ${zone}`,
  justNow: 'gerade eben',
  minutesAgo: (count) => `vor ${count} Min.`,
  hoursAgo: (count) => `vor ${count} Std.`,
  weeks: (count) => `${count} ${count === 1 ? 'Woche' : 'Wochen'}`,
  days: (count) => `${count} ${count === 1 ? 'Tag' : 'Tage'}`,
  hours: (count) => `${count} ${count === 1 ? 'Stunde' : 'Stunden'}`,
  minutes: (count) => `${count} ${count === 1 ? 'Minute' : 'Minuten'}`,
  before: (span) => `${span} vorher`,
  beforeAt: (span, time) => `${span} vorher um ${time}`,
  onTheDay: (time) => `Am Tag selbst um ${time}`,
  whenDue: 'Wenn es fällig ist',
};
