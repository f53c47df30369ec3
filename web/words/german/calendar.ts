import type { calendar as english } from '../english/calendar.ts';

export const calendar: typeof english = {
  span: 'Wie viel zu zeigen ist',
  month: 'Monat',
  week: 'Woche',
  before: { month: 'Voriger Monat', week: 'Vorige Woche' },
  coming: (title) => `${title}, kommt nach seiner Regel`,
  after: { month: 'Nächster Monat', week: 'Nächste Woche' },
};
