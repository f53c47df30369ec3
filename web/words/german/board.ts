import type { board as english } from '../english/board.ts';

export const board: typeof english = {
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
