import type { Words } from '../words.ts';

export const calendar: Words['calendar'] = {
  span: 'Wie viel zu zeigen ist',
  month: 'Monat',
  week: 'Woche',
  before: { month: 'Voriger Monat', week: 'Vorige Woche' },
  coming: (title) => `${title}, kommt nach seiner Regel`,
  after: { month: 'Nächster Monat', week: 'Nächste Woche' },
};

export const board: Words['board'] = {
  look: 'Wie es gezeigt wird',
  list: 'Liste',
  board: 'Brett',
  by: 'Spalten',
  section: 'Abschnitte',
  priority: 'Priorität',
  none: 'Kein Abschnitt',
  column: (name, count) => `${name}, ${count} ${count === 1 ? 'Aufgabe' : 'Aufgaben'}`,
  addSection: 'Abschnitt hinzufügen',
};
